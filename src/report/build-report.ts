import type { Article, Bilingual, Claim } from '../domain/claim.ts'
import type { VigieDatabase } from '../store/open-database.ts'
import { listCodes } from '../store/statistics/list-codes.ts'
import { type MarketFacts, makeMarketFacts } from '../store/statistics/market-facts.ts'
import { readCoverage } from '../store/statistics/read-coverage.ts'
import { readFunnel } from '../store/statistics/read-funnel.ts'
import { readSample } from '../store/statistics/read-sample.ts'
import { readSnapshots } from '../store/statistics/read-snapshots.ts'
import { readSources } from '../store/statistics/read-sources.ts'
import { readAggregators, readTitleByContent, readTotals } from '../store/statistics/read-totals.ts'
import { listWordQueries } from '../store/statistics/word-queries.ts'
import { linkDisputes } from './claims/link-disputes.ts'
import { batchSamples } from './judge/batch-samples.ts'
import { buildAds, listClaimAds } from './judge/claim-ads.ts'
import { alikeSnapshots, compareVerdicts, trendOf } from './judge/compare-snapshots.ts'
import { findContradictions } from './judge/find-contradictions.ts'
import { judgeAll } from './judge/judge-all.ts'
import { payDistributions } from './judge/pay-distributions.ts'
import type { Accuracies } from './judge/read-accuracy.ts'
import { refusalOf, refuseVerdicts } from './judge/refuse-verdicts.ts'
import { rememberSamples } from './judge/sample-reader.ts'
import { shareTables } from './judge/share-tables.ts'
import { toVerdictLine } from './judge/verdict-line.ts'
import { windowOf } from './judge/window-of.ts'
import { writeHeadlines } from './judge/write-headlines.ts'
import type { AccuracyLine, ReportModel, ReportTotals } from './report-model.ts'

/** What a report is made from besides the database. */
export interface BuildReportOptions {
  readonly snapshotId: string
  /** ISO day of the snapshot; nothing seen later is used. */
  readonly asOfDate: string
  /** Days of flow that are judged, the day itself included (365 by default), or `all`. */
  readonly window?: number | 'all'
  readonly articles: readonly Article[]
  readonly claims: readonly Claim[]
  /** `readings` of `profiles/accuracy.json`; empty when nothing was measured. */
  readonly accuracies: Accuracies
  /** Lines of the accuracy table as `vigie eval` prints them. */
  readonly accuracyLines?: readonly AccuracyLine[]
  /** Consumer price index by year (`profiles/pay/price-index.yaml`). */
  readonly priceIndex: Readonly<Record<string, number>>
  readonly versions: Readonly<Record<string, string>>
  readonly sampleData: boolean
  /** Least share (0–1) of the configured sources that must have been read completely of late for anything to be judged. */
  readonly coverage?: { readonly least: number; readonly sourceIds: readonly string[] }
  /** Names of terms (`tool:canva` …) where the code does not do. */
  readonly labels?: Readonly<Record<string, Bilingual>>
}

/** Makes the whole report from a database: the same database and options give the same bytes. */
export function buildReport(db: VigieDatabase, options: BuildReportOptions): ReportModel {
  const { asOfDate, articles, accuracies, labels = {} } = options
  const claims = linkDisputes(options.claims)
  const { fromDate, middleDate } = windowOf(asOfDate, options.window ?? 365)
  const facts = makeMarketFacts(db, { asOfDate, fromDate }, listWordQueries(claims))
  const plain = rememberSamples((population, counted) => readSample(db, facts, population, counted))
  const read = rememberSamples(batchSamples(plain, claims))
  const context = { read, accuracies, middleDate }
  const { least, sourceIds } = options.coverage ?? { least: 0, sourceIds: [] }
  const refusal = refusalOf(readCoverage(db, asOfDate, sourceIds), least)
  const decided = judgeAll(claims, context, { aggregators: readAggregators(db) })
  const judged = refusal === null ? decided : refuseVerdicts(decided)
  const ads = listClaimAds(db, facts, judged, read)
  const verdicts = judged.map((one) =>
    toVerdictLine(one, ads.get(one.claim.id), { ...options, labels, articles, refusal }),
  )
  const snapshots = alikeSnapshots(readSnapshots(db, asOfDate, options.snapshotId), { asOfDate, fromDate })
  const totals = totalsOf(db, facts)
  // A night on which nothing was judged would make every verdict look new, before it and after it.
  const isJudged = refusal === null && totals.vacanciesInWindow > 0
  const last = isJudged ? snapshots.findLast((each) => each.isJudged) : undefined
  const pay = payDistributions(read, claims)
  return {
    schemaVersion: 1,
    snapshotId: options.snapshotId,
    asOfDate,
    windowFrom: fromDate,
    sampleData: options.sampleData,
    versions: options.versions,
    totals,
    headlines: refusal === null ? writeHeadlines(verdicts) : [refusal],
    articles,
    verdicts,
    contradictions: findContradictions(claims),
    pay,
    shareTables: shareTables(read, accuracies, claims, labels, {
      skills: listCodes(facts, 'skill'),
      tools: listCodes(facts, 'tool'),
      platforms: listCodes(facts, 'platform'),
    }),
    titleByContent: readTitleByContent(db),
    trend: trendOf(snapshots, { snapshotId: options.snapshotId, asOfDate, totals, pay }),
    comparedWith: last?.snapshotId ?? null,
    changes: compareVerdicts(last, options.versions, verdicts),
    sources: readSources(db, asOfDate),
    funnel: readFunnel(db, facts),
    accuracy: options.accuracyLines ?? [],
    ads: buildAds(db, judged, ads),
  }
}

function totalsOf(db: VigieDatabase, facts: MarketFacts): ReportTotals {
  const cells = readTitleByContent(db)
  const by = (key: 'titleRole' | 'role') => {
    const counts = { cm: 0, smm: 0, hybrid: 0, other: 0 }
    for (const cell of cells) counts[cell[key]] += cell.vacancies
    return counts
  }
  return { ...readTotals(db, facts), byTitleRole: by('titleRole'), byRole: by('role') }
}
