import type { Claim } from '../../domain/claim.ts'
import type { AdRecord } from '../../store/statistics/read-ads.ts'
import type { ClaimAds } from '../../store/statistics/read-claim-ads.ts'
import { readingsBehind } from '../render/readings-behind.ts'
import type { AdLine } from '../report-model.ts'
import { excerptsOf, MOST_DEMANDED } from './excerpts-of.ts'

type Excerpts = AdLine['excerpts']

/** Ads that should quote what a claim rests on. */
const WANTED = 2
// An ad that makes room for one claim may lose the words of another, which then asks elsewhere.
const ROUNDS = 3

function quotes(excerpts: Excerpts | undefined, readings: ReadonlySet<string>): boolean {
  return excerpts?.some(({ marks }) => marks.some(({ reading }) => readings.has(reading))) ?? false
}

/** What each ad shows (vacancy id → excerpts): its best stretch, cut shorter where a claim finds its words nowhere else. */
export function shareOutQuotes(
  records: readonly AdRecord[],
  judged: readonly { readonly claim: Claim }[],
  claimAds: ReadonlyMap<string, ClaimAds>,
): ReadonlyMap<number, Excerpts> {
  const byId = new Map(records.map((record) => [record.vacancyId, record]))
  const demands = new Map<number, string[]>()
  const shown = new Map(records.map((each) => [each.vacancyId, excerptsOf(each.description, each.evidence)]))
  const demand = (record: AdRecord, readings: ReadonlySet<string>): boolean => {
    const asked = demands.get(record.vacancyId) ?? []
    const found = record.evidence.find(({ reading }) => readings.has(reading))
    if (found === undefined || asked.length >= MOST_DEMANDED) return false
    const excerpts = excerptsOf(record.description, record.evidence, [...asked, found.reading])
    if (!quotes(excerpts, readings)) return false
    demands.set(record.vacancyId, [...asked, found.reading])
    shown.set(record.vacancyId, excerpts)
    return true
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { claim } of judged) {
      const readings = readingsBehind({ claim })
      const ads = claimAds.get(claim.id)?.vacancyIds ?? []
      let quoted = ads.filter((id) => quotes(shown.get(id), readings)).length
      for (const id of ads) {
        if (quoted >= WANTED) break
        const record = byId.get(id)
        if (record !== undefined && !quotes(shown.get(id), readings) && demand(record, readings)) quoted++
      }
    }
  }
  return shown
}
