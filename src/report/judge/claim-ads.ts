import type { VigieDatabase } from '../../store/open-database.ts'
import { listClaimSamples } from '../../store/statistics/claim-samples.ts'
import type { MarketFacts } from '../../store/statistics/market-facts.ts'
import { readAds } from '../../store/statistics/read-ads.ts'
import { type ClaimAds, readClaimAds } from '../../store/statistics/read-claim-ads.ts'
import type { AdLine } from '../report-model.ts'
import { countVacancies } from '../statistics/cluster-totals.ts'
import type { JudgedClaim } from './judge-all.ts'
import type { SampleReader } from './sample-reader.ts'
import { shareOutQuotes } from './share-out-quotes.ts'

// The report of 5,000 vacancies must stay under 1.5 MB; the rest of the ads is in `verdict_vacancy`.
const SHOWN_PER_CLAIM = 40

/** The ads behind each claim of the report: the newest of those that have the feature, and how many there are. */
export function listClaimAds(
  db: VigieDatabase,
  facts: MarketFacts,
  judged: readonly JudgedClaim[],
  read: SampleReader,
): ReadonlyMap<string, ClaimAds> {
  return new Map(
    judged.flatMap(({ claim }) => {
      const samples = listClaimSamples(claim.test).filter(({ side }) => side === 'population')
      if (samples.length === 0) return []
      const parts = samples.map(({ population, counted }) => ({
        vacancyIds: readClaimAds(db, facts, population, counted, SHOWN_PER_CLAIM),
        count: countVacancies(read(population, counted)),
      }))
      return [
        [
          claim.id,
          {
            vacancyIds: [...new Set(parts.flatMap(({ vacancyIds }) => vacancyIds))].slice(0, SHOWN_PER_CLAIM),
            count: parts.reduce((sum, { count }) => sum + count, 0),
          },
        ],
      ]
    }),
  )
}

/**
 * Every ad shown behind a verdict, once, with at most 200 characters of its text. What each shows is shared out over the
 * claims, so that as many as can be have two ads that quote what they rest on.
 */
export function buildAds(
  db: VigieDatabase,
  judged: readonly JudgedClaim[],
  claimAds: ReadonlyMap<string, ClaimAds>,
): readonly AdLine[] {
  const ids = new Set([...claimAds.values()].flatMap(({ vacancyIds }) => vacancyIds))
  const records = readAds(db, [...ids])
  const shown = shareOutQuotes(records, judged, claimAds)
  return records.map(({ vacancyId, description: _description, evidence: _evidence, ...rest }) => ({
    id: String(vacancyId),
    ...rest,
    excerpts: shown.get(vacancyId) ?? [],
  }))
}
