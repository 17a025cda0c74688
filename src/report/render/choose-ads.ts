import type { ReportModel } from '../report-model.ts'

/** Which ads a page reproduces, and where. */
export interface AdChoice {
  /** Ad id → anchor in the page, in the order in which the page shows them. */
  readonly anchors: ReadonlyMap<string, string>
}

/** Ads of a claim shown with the words that counted. */
export const QUOTED_PER_CLAIM = 3
/** Ads of a claim shown by name; further ones are numbered links. */
export const NAMED_PER_CLAIM = 15

/**
 * Chooses ads until their entries fill `budget` (UTF-16 units), turn by turn over the claims, so that a page from
 * 5,000 vacancies stays small while every verdict keeps ads to check. An ad behind several claims is shown once.
 */
export function chooseAds(model: ReportModel, sizeOf: ReadonlyMap<string, number>, budget: number): AdChoice {
  const anchors = new Map<string, string>()
  let left = budget
  const longest = Math.max(0, ...model.verdicts.map(({ adIds }) => adIds.length))
  for (let turn = 0; turn < longest && left > 0; turn++) {
    for (const { adIds } of model.verdicts) {
      const id = adIds[turn]
      const size = id === undefined ? undefined : sizeOf.get(id)
      if (id === undefined || size === undefined || anchors.has(id) || size > left) continue
      anchors.set(id, `ad-${anchors.size + 1}`)
      left -= size
    }
  }
  return { anchors }
}
