import { z } from 'zod'

const numbers = z.array(z.number()).readonly()

/** One binary step of the model as data. */
const stepSchema = z
  .strictObject({
    features: z.array(z.string()).readonly(),
    bias: z.number(),
    weights: numbers,
    means: numbers,
    deviations: numbers,
    /** Term → weight of its TF-IDF weight in the log-odds, without the smallest. */
    words: z.record(z.string(), z.number()).readonly(),
    scale: z.number(),
  })
  .readonly()

/**
 * `profiles/role-model.json`, written by `vigie train`. Three yes-or-no steps make the four roles: is the job about
 * social media; does it steer; does who steers also do the daily work.
 */
export const roleModelSchema = z
  .strictObject({
    version: z.string(),
    trainedOn: z.strictObject({ ads: z.number(), byRole: z.record(z.string(), z.number()) }).readonly(),
    social: stepSchema,
    steers: stepSchema,
    daily: stepSchema,
    /** Probability from which each step says yes. */
    thresholds: z.strictObject({ social: z.number(), steers: z.number(), daily: z.number() }).readonly(),
    /** Probability of the role from which a reading counts as sure, and a mismatch with the title is reported. */
    sureFrom: z.number(),
  })
  .readonly()

/** The role model as data. */
export type RoleModelData = z.infer<typeof roleModelSchema>
/** One step of the role model as data. */
export type RoleStep = RoleModelData['social']
