import { existsSync, readFileSync } from 'node:fs'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { buildReport } from '../../report/build-report.ts'
import type { Accuracies } from '../../report/judge/read-accuracy.ts'
import type { AccuracyLine, ReportModel } from '../../report/report-model.ts'
import { toSnapshotRecord } from '../../report/to-snapshot-record.ts'
import { readMarketKinds } from '../../store/market-kinds.ts'
import type { VigieDatabase } from '../../store/open-database.ts'
import { pruneSamples } from '../../store/snapshots/prune-samples.ts'
import { storeSnapshot } from '../../store/statistics/store-snapshot.ts'
import type { Config } from '../config/config.ts'
import { loadClaims } from '../load-claims.ts'
import { packageVersion, shipped } from '../package-root.ts'
import { type ReportPlace, stageReport } from './write-report.ts'

/** How to judge the stored market. */
export interface ReportStageOptions {
  /** Name of the snapshot, and of its folder. */
  readonly snapshotId: string
  /** ISO day whose market is judged. */
  readonly asOfDate: string
  /** Days of flow before it, or all. */
  readonly window: number | 'all'
  /** What the configuration asks of the sources before claims are judged. */
  readonly coverage: { readonly least: number; readonly sourceIds: readonly string[] }
  /** Version of the reader that made the readings. */
  readonly readerVersion: string
}

/** A report that is written, and its snapshot stored. */
export interface ReportResult {
  readonly model: ReportModel
  /** Path of the page. */
  readonly html: string
}

/** What a configuration asks of its sources before claims are judged. */
export function coverageOf({ coverage, sources }: Config): ReportStageOptions['coverage'] {
  return { least: coverage, sourceIds: sources.map(({ id }) => id) }
}

/**
 * Judges a snapshot, writes its report and stores its figures and verdicts; older snapshots keep theirs, not their
 * vacancies. The report is put in place as the last step of the transaction that stores the snapshot, so that there are
 * both or neither: what later snapshots are compared with is what somebody could read.
 *
 * @throws UserError when the report cannot be written; the database and an earlier report are then as they were.
 */
export function reportStage(database: VigieDatabase, options: ReportStageOptions, place: ReportPlace): ReportResult {
  const model = judgeStage(database, options)
  const staged = stageReport(model, place)
  try {
    storeSnapshot(database, toSnapshotRecord(model), staged.publish)
  } catch (error) {
    staged.discard()
    throw error
  }
  staged.settle()
  pruneSamples(database)
  return { model, html: staged.html }
}

/** Builds the report of a snapshot; nothing is stored. */
export function judgeStage(database: VigieDatabase, options: ReportStageOptions): ReportModel {
  const { articles, claims, version } = loadClaims()
  const accuracy = loadAccuracy()
  const { readerVersion, ...rest } = options
  return buildReport(database, {
    ...rest,
    // Whichever command asks: ads of the sample market make a sample report.
    sampleData: readMarketKinds(database).sample,
    articles,
    claims,
    accuracies: accuracy.readings,
    accuracyLines: loadAccuracyLines(),
    priceIndex: loadPriceIndex(),
    versions: { vigie: packageVersion(), reader: readerVersion, claims: version, accuracy: accuracy.version },
  })
}

const accuracySchema = z.object({
  version: z.string(),
  readings: z.record(
    z.string(),
    z.object({
      sensitivity: z.number(),
      specificity: z.number(),
      positives: z.number(),
      negatives: z.number(),
    }),
  ),
})

function loadAccuracy(): { readonly version: string; readonly readings: Accuracies } {
  const path = shipped('profiles', 'accuracy.json')
  // Without measured accuracy nothing that is read by meaning may be decided; the judge says so.
  if (!existsSync(path)) return { version: 'none', readings: {} }
  return accuracySchema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

const evaluationSchema = z.looseObject({
  evaluations: z.array(
    z.looseObject({
      questions: z.array(
        z.looseObject({
          name: z.string(),
          precision: z.number(),
          recall: z.number(),
          hits: z.number(),
          missed: z.number(),
          wrong: z.number(),
          rest: z.number(),
        }),
      ),
    }),
  ),
})

/** How well each reading was measured on the first set of labelled ads of `vigie eval`. */
function loadAccuracyLines(): readonly AccuracyLine[] {
  const path = shipped('profiles', 'evaluation.json')
  if (!existsSync(path)) return []
  const { evaluations } = evaluationSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  return (evaluations[0]?.questions ?? []).map(({ name, precision, recall, hits, missed, wrong, rest }) => ({
    reading: name,
    n: hits + missed + wrong + rest,
    // A share of nothing is no figure: nothing labelled, or nothing found.
    precision: hits + wrong === 0 ? null : precision,
    recall: hits + missed === 0 ? null : recall,
  }))
}

const priceIndexSchema = z.looseObject({ index: z.record(z.string(), z.number()) })

function loadPriceIndex(): Readonly<Record<string, number>> {
  const path = shipped('profiles', 'pay', 'price-index.yaml')
  return existsSync(path) ? priceIndexSchema.parse(parseYaml(readFileSync(path, 'utf8'))).index : {}
}
