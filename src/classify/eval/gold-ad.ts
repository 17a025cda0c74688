import { z } from 'zod'
import { MISSIONS } from '../../domain/mission.ts'
import { ROLES } from '../../domain/role.ts'

/** One labelled ad: a line of `fixtures/gold/ads.jsonl` or of any file given to `vigie train` and `vigie eval`. */
export const goldAdSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    company: z.string().nullable(),
    description: z.string(),
    labels: z.object({
      role: z.enum(ROLES),
      title_role: z.enum(ROLES).nullable(),
      missions: z.array(z.enum(MISSIONS)),
      /** Missions that the readers of the ad did not agree on: scored neither way. */
      missions_disputed: z.array(z.enum(MISSIONS)).default([]),
      /** Level of the strategy asked: null when none is; left out where it was not labelled or two readings differ. */
      strategy_level: z.enum(['define', 'contribute']).nullable().optional(),
    }),
  })
  .readonly()

/** A labelled ad. */
export type GoldAd = z.infer<typeof goldAdSchema>

/** Reads labelled ads from JSON Lines; throws an error that names the line. */
export function parseGoldAds(jsonLines: string): readonly GoldAd[] {
  return jsonLines
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const parsed = goldAdSchema.safeParse(JSON.parse(line))
      if (parsed.success) return parsed.data
      const [issue] = parsed.error.issues
      throw new Error(`Labelled ad on line ${number}: ${issue?.path.join('.')}: ${issue?.message}.`)
    })
}
