import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { PAY_PERIODS } from '../../domain/salary.ts'
import type { AnnualConventions } from './annualise.ts'
import { compilePayWords, type PayWords } from './pay-words.ts'

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
  wrongPeriod: z.strictObject({
    monthIsYearFrom: z.number(),
    monthIsHour: bounds,
    yearIsHour: bounds,
    yearIsThousands: bounds,
    yearIsMonth: bounds,
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
const conventionsSchema = z.strictObject({
  hoursPerYear: z.number(),
  weeksPerYear: z.number(),
  monthsPerYear: z.number(),
  netToGross: z.number(),
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
}

/** Reads and validates `profiles/pay/` under the given folder of profiles. */
export function loadPayTables(folder: string): PayTables {
  const read = (name: string): unknown => parse(readFileSync(join(folder, 'pay', name), 'utf8'))
  const bounds = boundsSchema.parse(read('bounds.yaml'))
  return {
    words: compilePayWords(wordsSchema.parse(read('words.yaml'))),
    bounds,
    conventions: { ...conventionsSchema.parse(read('conventions.yaml')), bounds: bounds.annual },
  }
}
