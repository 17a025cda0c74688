import { z } from 'zod'
import { CAVEATS, type Caveat } from '../../domain/caveat.ts'
import type { Comparator, Measure, Population } from '../../domain/claim.ts'
import { RUN_OUTCOMES } from '../../domain/crawl.ts'
import { ROLES } from '../../domain/role.ts'
import { VERDICTS } from '../../domain/verdict.ts'
import type { ReportModel } from '../report-model.ts'

const count = z.int().min(0).meta({ id: 'count' })
const share = z.number().min(0).max(1).meta({ id: 'share' })
const day = z.string().meta({ id: 'day', description: 'ISO day' })
const role = z.enum(ROLES).meta({ id: 'role' })
const verdict = z.enum(VERDICTS).meta({ id: 'verdict' })
const caveat = z.enum(Object.keys(CAVEATS) as [Caveat, ...Caveat[]]).meta({ id: 'caveat' })
const bilingual = z.object({ fr: z.string(), en: z.string() }).meta({ id: 'bilingual' })
const perRole = z.object({ cm: count, smm: count, hybrid: count, other: count }).meta({ id: 'perRole' })

const estimate = z
  .object({
    value: z.number(),
    low: z.number().describe('Lower end of the 95 % interval.'),
    high: z.number().describe('Upper end of the 95 % interval.'),
    unit: z.enum(['share', 'eur-year', 'eur-month', 'eur-day', 'years', 'ratio', 'points', 'count', 'rank']),
    nVacancies: count,
    nEmployers: count,
    nPostings: count,
    shareMissing: share.describe('Share of the population without a value for this measure.'),
  })
  .meta({ id: 'estimate', description: 'A figure with its 95 % interval; shares and points run from 0 to 1.' })

const article = z.object({
  id: z.string(),
  title: z.string(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  datePublished: z.string().nullable(),
  eurosOfYear: z.int().nullable(),
})

// The vocabulary of claims has a schema of its own; here it is enough that each part says its kind.
const ofKind = <T extends { readonly kind: string }>() => z.custom<T>().meta({ type: 'object', required: ['kind'] })
const population = z.custom<Population>().meta({ type: 'object' })

const claim = z.object({
  id: z.string(),
  article: z.string(),
  statement: bilingual.describe('Paraphrase.'),
  theme: z.enum(['pay', 'missions', 'skills', 'tools', 'confusion', 'contract', 'education', 'employer', 'market']),
  against: z.array(z.string()),
  test: z.discriminatedUnion('testable', [
    z.object({
      testable: z.enum(['yes', 'proxy']),
      proxy: bilingual.nullable(),
      direction: z.enum(['equal', 'lower-bound']),
      population,
      measure: ofKind<Measure>(),
      comparator: ofKind<Comparator>(),
      minVacancies: count,
      minEmployers: count,
      caveats: z.array(caveat),
    }),
    z.object({ testable: z.literal('no'), reason: bilingual }),
  ]),
})

const claimVerdict = z.object({
  claim,
  verdict,
  sentence: bilingual,
  estimate: estimate.nullable(),
  band: z.object({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  caveats: z.array(caveat),
  fragile: z.boolean(),
  variants: z.array(z.object({ name: z.string(), verdict, estimate: estimate.nullable() })),
  inConstantEuros: z.object({ low: z.number(), high: z.number(), year: z.int() }).nullable(),
  adIds: z.array(z.string()).describe('Ids into `ads`; at most 200.'),
  adCount: count,
})

const pay = z
  .object({
    group: bilingual,
    role,
    n: count,
    nEmployers: count,
    shareMissing: share,
    q25: estimate.nullable(),
    median: estimate.nullable(),
    q75: estimate.nullable(),
    mean: estimate.nullable(),
    values: z.array(z.number()).describe('Midpoints of the stated ranges, sorted.'),
    claimed: z.array(z.object({ claimId: z.string(), low: z.number(), high: z.number() })),
  })
  .describe('Advertised pay of one group, EUR gross a year.')

const shareTable = z.object({
  id: z.string(),
  title: bilingual,
  rows: z.array(
    z.object({
      code: z.string(),
      label: bilingual,
      cells: z.array(z.object({ role, estimate: estimate.nullable() })),
      claimed: z.array(z.object({ claimId: z.string(), role, share: z.number() })),
    }),
  ),
})

const source = z.object({
  sourceId: z.string(),
  name: z.string(),
  kind: z.string(),
  permission: z.string(),
  lastRunAt: z.string().nullable(),
  outcome: z.enum(RUN_OUTCOMES).nullable(),
  explanation: z.string().nullable(),
  postings: count,
  postingsNew: count,
  postingsGone: count,
})

const ad = z.object({
  id: z.string(),
  title: z.string(),
  employer: z.string().nullable(),
  place: z.string().nullable(),
  url: z.string().nullable(),
  source: z.string(),
  firstSeenOn: z.string().nullable(),
  role,
  titleRole: role,
  pay: z.string().nullable(),
  excerpts: z.array(
    z.object({
      text: z.string().describe('At most 200 characters of the ad.'),
      marks: z.array(z.object({ reading: z.string(), start: count, end: count })),
    }),
  ),
})

/** What the JSON output of a report looks like; `docs/report.schema.json` is made from it. */
export const reportSchema: z.ZodType<ReportModel> = z.object({
  schemaVersion: z.literal(1),
  snapshotId: z.string().describe('ISO day of the snapshot; `-2`, `-3` for further ones of a day.'),
  asOfDate: day,
  windowFrom: day.nullable().describe('First day of the flow window, or null for all.'),
  sampleData: z.boolean().describe('True when the market is the bundled, invented one.'),
  versions: z.record(z.string(), z.string()),
  totals: z.object({
    postings: count,
    vacancies: count,
    vacanciesInWindow: count,
    liveOnDay: count,
    employers: count,
    byTitleRole: perRole,
    byRole: perRole,
    withPay: count,
    withoutDate: count,
  }),
  headlines: z.array(bilingual),
  articles: z.array(article),
  verdicts: z.array(claimVerdict),
  contradictions: z.array(z.object({ topic: bilingual, claimIds: z.array(z.string()) })),
  pay: z.array(pay),
  shareTables: z.array(shareTable),
  titleByContent: z.array(z.object({ titleRole: role, role, vacancies: count })),
  trend: z.array(
    z.object({
      snapshotId: z.string(),
      asOfDate: day,
      vacancies: count,
      cm: count,
      smm: count,
      medianPayCm: z.number().nullable(),
      medianPaySmm: z.number().nullable(),
    }),
  ),
  comparedWith: z
    .string()
    .nullable()
    .describe(
      'Snapshot that the changes are against: the last over a window of the same length in which claims were judged; null for none.',
    ),
  changes: z.array(
    z.object({ claimId: z.string(), from: verdict, to: verdict, because: z.enum(['market', 'method']) }),
  ),
  sources: z.array(source),
  funnel: z.array(z.object({ stage: z.string(), in: count, out: count, skipped: z.record(z.string(), count) })),
  accuracy: z.array(z.object({ reading: z.string(), n: count, precision: share.nullable(), recall: share.nullable() })),
  ads: z.array(ad),
})

/** The published JSON Schema of the JSON output (draft 2020-12). Additions are allowed; removals are not. */
export function reportJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(reportSchema, { io: 'input', unrepresentable: 'any' })
  return {
    ...schema,
    title: 'vigie market report',
    description:
      'Everything a report says, as `vigie report` writes it beside the page. Figures are plain numbers in the unit named beside them.',
  }
}
