import { z } from 'zod'
import { CAVEATS, type Caveat } from '../../domain/caveat.ts'
import type { ClaimTest, Feature } from '../../domain/claim.ts'
import { CONTRACTS } from '../../domain/contract.ts'
import { DISPUTES, type Dispute } from '../../domain/dispute.ts'
import { parseFeatureCode } from '../../domain/feature.ts'
import { ROLES } from '../../domain/role.ts'

const bilingual = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) })

const feature: z.ZodType<Feature> = z.lazy(() =>
  z.union([
    z
      .string()
      .refine((text) => parseFeatureCode(text) !== null, { error: 'is no feature code of src/domain/feature.ts' }),
    z.strictObject({ all: z.array(feature).min(1) }),
    z.strictObject({ any: z.array(feature).min(1) }),
    z.strictObject({ not: feature }),
  ]),
)
const features = z.array(feature).min(2)

const population = z.strictObject({
  role: z.union([z.enum(ROLES), z.array(z.enum(ROLES)).min(1)]).exactOptional(),
  basis: z.enum(['title', 'content']).exactOptional(),
  contracts: z.union([z.array(z.enum(CONTRACTS)).min(1), z.literal('any')]).exactOptional(),
  where: feature.exactOptional(),
})

const quantity = z.enum(['pay', 'pay-month', 'day-rate', 'experience', 'education'])

const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('band'), of: quantity }),
  z.strictObject({ kind: z.enum(['median', 'mean']), of: quantity }),
  z.strictObject({
    kind: z.literal('ratio'),
    of: quantity,
    at: z.union([z.number().gt(0).lt(1), z.literal('mean')]),
    against: population,
  }),
  z.strictObject({ kind: z.literal('difference'), of: quantity, at: z.enum(['median', 'mean']), against: population }),
  z.strictObject({ kind: z.literal('share'), of: feature, among: feature.exactOptional() }),
  z.strictObject({ kind: z.literal('contrast'), of: feature, among: feature.exactOptional(), against: population }),
  z.strictObject({ kind: z.literal('rank'), of: feature, among: features, against: population.exactOptional() }),
  z.strictObject({ kind: z.literal('feature-order'), of: features }),
  z.strictObject({ kind: z.literal('group-order'), of: quantity, groups: z.array(population).min(2) }),
  z.strictObject({ kind: z.literal('overlap'), of: features, top: z.int().min(1), against: population }),
  z.strictObject({ kind: z.literal('employers-with'), also: population }),
  z.strictObject({ kind: z.literal('trend'), of: feature }),
])

const comparator = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('about'), value: z.number(), tolerance: z.number().positive().exactOptional() }),
  z
    .strictObject({ kind: z.literal('range'), from: z.number(), to: z.number() })
    .refine(({ from, to }) => from < to, { error: 'needs from below to' }),
  z.strictObject({ kind: z.enum(['at-least', 'at-most', 'above', 'below']), value: z.number() }),
  z.strictObject({ kind: z.literal('can-reach'), value: z.number().exactOptional() }),
  z.strictObject({ kind: z.literal('rank-at-most'), value: z.int().min(1) }),
  z.strictObject({ kind: z.literal('in-order') }),
])

const caveat = z.custom<Caveat>((code) => typeof code === 'string' && Object.hasOwn(CAVEATS, code), {
  error: 'is no caveat of src/domain/caveat.ts',
})

const dispute = z.custom<Dispute>((code) => typeof code === 'string' && Object.hasOwn(DISPUTES, code), {
  error: 'is no dispute of src/domain/dispute.ts',
})

// Least sizes of the design; a claim may ask for more, never for less.
const LEAST = { vacancies: 30, employers: 15 } as const
const LEAST_FOR_PAY = { vacancies: 20, employers: 12 } as const
const QUANTITY_MEASURES: readonly string[] = ['band', 'median', 'mean', 'ratio', 'difference', 'group-order']
const PAY: readonly string[] = ['pay', 'pay-month', 'day-rate']

const computable = z
  .strictObject({
    testable: z.enum(['yes', 'proxy']),
    proxy: bilingual.nullable().default(null),
    direction: z.enum(['equal', 'lower-bound']).default('equal'),
    population,
    measure,
    comparator,
    minVacancies: z.int().exactOptional(),
    minEmployers: z.int().exactOptional(),
    caveats: z.array(caveat).default([]),
    claimed: z
      .strictObject({
        from: z.number(),
        to: z.number(),
        period: z.enum(['month', 'year']),
        basis: z.enum(['gross', 'net', 'unknown']),
      })
      .exactOptional(),
  })
  .refine(({ testable, proxy }) => (testable === 'proxy') === (proxy !== null), {
    error: 'names its proxy when, and only when, it is testable by proxy',
  })
  .refine(({ measure: { kind }, comparator: { kind: how } }) => fits(kind, how), {
    error: 'compares a measure in a way that it has not',
  })
  .transform((test): Extract<ClaimTest, { testable: 'yes' | 'proxy' }> => {
    const { measure } = test
    const isPay = QUANTITY_MEASURES.includes(measure.kind) && 'of' in measure && PAY.includes(String(measure.of))
    const least = isPay ? LEAST_FOR_PAY : LEAST
    return {
      ...test,
      minVacancies: Math.max(least.vacancies, test.minVacancies ?? 0),
      minEmployers: Math.max(least.employers, test.minEmployers ?? 0),
    }
  })

function fits(measureKind: string, comparatorKind: string): boolean {
  if (measureKind === 'rank') return comparatorKind === 'rank-at-most'
  if (measureKind === 'feature-order' || measureKind === 'group-order') return comparatorKind === 'in-order'
  if (comparatorKind === 'rank-at-most' || comparatorKind === 'in-order') return false
  if (comparatorKind === 'can-reach') return measureKind === 'share'
  return measureKind !== 'band' || comparatorKind === 'range'
}

const claim = z.strictObject({
  id: z.string().regex(/^[A-Z]-[a-z0-9]+(-[a-z0-9]+)*$/),
  statement: bilingual,
  theme: z.enum(['pay', 'missions', 'skills', 'tools', 'confusion', 'contract', 'education', 'employer', 'market']),
  test: z.union([z.strictObject({ testable: z.literal('no'), reason: bilingual }), computable]),
  disputes: z.array(dispute).min(1).exactOptional(),
})

/** Shape of one file of `claims/`; unknown keys are refused. */
export const claimFileSchema = z.strictObject({
  article: z.strictObject({
    id: z.string().regex(/^[A-Z]$/),
    title: z.string().min(1),
    author: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    datePublished: z.string().nullable(),
    eurosOfYear: z.int().nullable(),
  }),
  claims: z.array(claim).min(1),
})
