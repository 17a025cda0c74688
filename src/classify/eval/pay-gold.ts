import { z } from 'zod'
import { CONTRACTS } from '../../domain/contract.ts'
import { PAY_PERIODS } from '../../domain/salary.ts'

const amount = z.number().nullable()
const statedPay = z.object({
  min: amount,
  max: amount,
  period: z.enum(PAY_PERIODS),
  basis: z.enum(['gross', 'net', 'unknown']),
  currency: z.string(),
})
const wordingSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** `field`: a source's own pay label; `text`: words of an ad. */
  source: z.enum(['field', 'text']),
  salary: statedPay
    .extend({ annual_gross_min: amount, annual_gross_max: amount, odd: z.string().nullable() })
    .nullable(),
})
const adSchema = z.object({
  id: z.string(),
  title: z.string(),
  company: z.string().nullish(),
  contract: z.string().nullish(),
  salary: z.string().nullish(),
  description: z.string(),
  labels: z.object({
    contract: z.enum(CONTRACTS).nullish(),
    education: z.number().nullish(),
    experience_min: z.number().nullish(),
    experience_max: z.number().nullish(),
    salary: statedPay.nullish(),
    /** Fields on which the readers differ; they are not scored. */
    disputed: z.array(z.string()).nullish(),
  }),
})

/** A hand-labelled pay wording; `salary` null when it states no amount. */
export type PayWording = z.infer<typeof wordingSchema>

/** A hand-labelled ad as far as pay and attributes go. */
export type PayAd = z.infer<typeof adSchema>

/** Labelled wordings from JSON lines. */
export function parsePayWordings(jsonLines: string): PayWording[] {
  return records(jsonLines).map((record) => wordingSchema.parse(record))
}

/** Labelled ads from JSON lines; other labels are left aside. */
export function parsePayAds(jsonLines: string): PayAd[] {
  return records(jsonLines).map((record) => adSchema.parse(record))
}

function records(jsonLines: string): unknown[] {
  return jsonLines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line))
}
