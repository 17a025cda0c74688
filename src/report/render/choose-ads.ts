import type { ReportModel } from '../report-model.ts'

/** Which ads a page reproduces, where, and how many of them each claim shows. */
export interface AdChoice {
  /** Ad id → anchor in the page, in the order in which the page shows them. */
  readonly anchors: ReadonlyMap<string, string>
  /** Ads of a claim shown with the words that counted. */
  readonly quoted: number
  /** Ads of a claim shown by name after those. */
  readonly named: number
  /** Ads of a claim linked by number after those. */
  readonly numbered: number
}

/** A page that reproduces no ad; what it weighs says how much room there is for ads. */
export const NO_ADS: AdChoice = { anchors: new Map(), quoted: 0, named: 0, numbered: 0 }

// Half of the room for the ads themselves, half for what leads to them.
const ENTRIES_SHARE = 0.5

// How deep the drill-downs go, from the best to the least: words that counted before names, names before numbers.
const DEPTHS: readonly Omit<AdChoice, 'anchors'>[] = [
  { quoted: 3, named: 12, numbered: 200 },
  { quoted: 3, named: 6, numbered: 40 },
  { quoted: 3, named: 3, numbered: 30 },
  { quoted: 3, named: 0, numbered: 20 },
  { quoted: 2, named: 2, numbered: 12 },
  { quoted: 2, named: 0, numbered: 10 },
  { quoted: 2, named: 0, numbered: 4 },
  { quoted: 1, named: 1, numbered: 6 },
  { quoted: 1, named: 0, numbered: 4 },
  { quoted: 1, named: 0, numbered: 0 },
  { quoted: 0, named: 1, numbered: 6 },
  { quoted: 0, named: 0, numbered: 6 },
  { quoted: 0, named: 0, numbered: 1 },
]

/** What each part of the page weighs, bytes. */
export interface AdWeights {
  /** Entry of an ad, by its id. */
  readonly entries: ReadonlyMap<string, number>
  /** All drill-downs of a page that shows so many ads of each claim. */
  drillDowns(choice: AdChoice): number
}

/**
 * Chooses ads until their entries fill their part of `room` (bytes), turn by turn over the claims, so that a page from
 * 5,000 vacancies and hundreds of claims stays small while every verdict keeps ads to check; then shows as much of them
 * under each claim as the rest of the room holds. An ad behind several claims is reproduced once.
 */
export function chooseAds(model: ReportModel, weights: AdWeights, room: number): AdChoice {
  const anchors = new Map<string, string>()
  let left = room * ENTRIES_SHARE
  const longest = Math.max(0, ...model.verdicts.map(({ adIds }) => adIds.length))
  for (let turn = 0; turn < longest && left > 0; turn++) {
    for (const { adIds } of model.verdicts) {
      const id = adIds[turn]
      const size = id === undefined ? undefined : weights.entries.get(id)
      if (id === undefined || size === undefined || anchors.has(id) || size > left) continue
      anchors.set(id, `ad${anchors.size + 1}`)
      left -= size
    }
  }
  return chooseDepth(anchors, weights, room * (1 - ENTRIES_SHARE) + left)
}

function chooseDepth(anchors: AdChoice['anchors'], weights: AdWeights, room: number): AdChoice {
  for (const depth of DEPTHS) {
    const choice = { ...depth, anchors }
    if (weights.drillDowns(choice) <= room) return choice
  }
  return { anchors, quoted: 0, named: 0, numbered: 0 }
}
