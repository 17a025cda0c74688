import { z } from 'zod'
import { type DatedTable, datedTableSchema, figureOn, monthlyAtLegalHours } from './dated-figures.ts'

/** Schema of `profiles/pay/trainee-pay.yaml`. */
export const traineePaySchema = z.strictObject({
  apprenticeship: z.strictObject({
    source: z.string().min(1),
    scale: z.array(
      z.strictObject({ ageFrom: z.number(), ageTo: z.number(), shares: z.tuple([z.number(), z.number(), z.number()]) }),
    ),
  }),
  internship: datedTableSchema.extend({ source: z.string().min(1) }),
})

/** Legal minima of trainee pay with their sources. */
export type TraineePay = z.infer<typeof traineePaySchema>

/**
 * Least gross EUR a month of an apprentice: a share of the minimum wage by age and year of the contract (Code du travail,
 * article D6222-26). Null when the age or year is not in the scale, or no minimum wage is known for the day.
 */
export function leastApprenticePay(
  trainee: TraineePay,
  minimumWage: DatedTable,
  apprentice: { readonly age: number; readonly contractYear: 1 | 2 | 3; readonly day: string },
): number | null {
  const step = trainee.apprenticeship.scale.find(
    ({ ageFrom, ageTo }) => ageFrom <= apprentice.age && apprentice.age <= ageTo,
  )
  const share = step?.shares[apprentice.contractYear - 1]
  const wage = figureOn(minimumWage, apprentice.day)
  if (share === undefined || wage === null) return null
  return Math.round(monthlyAtLegalHours(wage.eur) * share * 100) / 100
}
