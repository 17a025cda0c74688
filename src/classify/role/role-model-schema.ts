import { z } from 'zod'

/** `profiles/role-model.json`, written by `vigie train`. */
export const roleModelSchema = z.strictObject({ version: z.string() }).readonly()

/** The role model as data. */
export type RoleModelData = z.infer<typeof roleModelSchema>
