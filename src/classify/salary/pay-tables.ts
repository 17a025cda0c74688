import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { PAY_PERIODS } from '../../domain/salary.ts'
import type { AnnualConventions } from './annualise.ts'
import { type DatedTable, datedTableSchema } from './dated-figures.ts'
import { compilePayWords, type PayWords } from './pay-words.ts'
import { type TraineePay, traineePaySchema } from './trainee-pay.ts'

const bounds = z.strictObject({ min: z.number(), max: z.number() })
const periodBounds = z.strictObject(
  Object.fromEntries(PAY_PERIODS.map((period) => [period, bounds])) as Record<
    (typeof PAY_PERIODS)[number],
    typeof bounds
  >,
)
const boundsSchema = z.strictObject({
  amount: periodBounds,
  annual: bounds,
  traineeAnnual: bounds,
  wrongPeriod: z.strictObject({
    monthIsYearFrom: z.number(),
    isHourAtMinimumWages: bounds,
    yearIsThousands: bounds,
    yearIsMonth: bounds,
    traineeYearIsMonth: bounds,
    hourIsMonth: bounds,
    hourIsYearFrom: z.number(),
    dayIsYearFrom: z.number(),
  }),
  inferred: z.strictObject({
    hourTo: z.number(),
    dayFrom: z.number(),
    dayTo: z.number(),
    monthTo: z.number(),
    yearFrom: z.number(),
    rangeRatio: z.number(),
  }),
})
const sourced = z.strictObject({ value: z.number().positive(), source: z.string().min(1) })
const conventionsSchema = z.strictObject({
  hoursPerYear: sourced,
  weeksPerYear: z.number(),
  monthsPerYear: z.number(),
  netToGross: sourced,
})
const wordsSchema = z.strictObject({
  pay: z.array(z.string()),
  small: z.array(z.string()),
  business: z.array(z.string()),
})

/** Plausibility limits of `profiles/pay/bounds.yaml`, EUR. */
export type PayBounds = z.infer<typeof boundsSchema>

/** Everything of `profiles/pay/` that reading pay rests on. */
export interface PayTables {
  readonly words: PayWords
  readonly bounds: PayBounds
  readonly conventions: AnnualConventions
  /** SMIC, gross EUR an hour. */
  readonly minimumWage: DatedTable
  readonly trainee: TraineePay
}

/** Reads and validates `profiles/pay/` under the given folder of profiles. */
export function loadPayTables(folder: string): PayTables {
  const read = (name: string): unknown => parse(readFileSync(join(folder, 'pay', name), 'utf8'))
  const bounds = boundsSchema.parse(read('bounds.yaml'))
  return {
    words: compilePayWords(wordsSchema.parse(read('words.yaml'))),
    bounds,
    conventions: readConventions(read('conventions.yaml'), bounds),
    minimumWage: datedTableSchema.parse(read('minimum-wage.yaml')),
    trainee: traineePaySchema.parse(read('trainee-pay.yaml')),
  }
}

function readConventions(yaml: unknown, bounds: PayBounds): AnnualConventions {
  const { hoursPerYear, netToGross, ...calendar } = conventionsSchema.parse(yaml)
  return {
    ...calendar,
    hoursPerYear: hoursPerYear.value,
    netToGross: netToGross.value,
    bounds: bounds.annual,
    traineeBounds: bounds.traineeAnnual,
  }
}
