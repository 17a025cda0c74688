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
const ENTRIES_SHARE = 0.55
// About what one ad takes in the drill-down of a claim, bytes.
const SUMMARY_BYTES = 200
const QUOTED_BYTES = 560
const NAMED_BYTES = 170
const NUMBERED_BYTES = 30
const MOST_QUOTED = 3
const MOST_NAMED = 12

/**
 * Chooses ads until their entries fill their part of `room` (bytes), turn by turn over the claims, so that a page from
 * 5,000 vacancies and hundreds of claims stays small while every verdict keeps ads to check. An ad behind several
 * claims is reproduced once; the drill-downs lead to it.
 */
export function chooseAds(model: ReportModel, sizeOf: ReadonlyMap<string, number>, room: number): AdChoice {
  const anchors = new Map<string, string>()
  let left = room * ENTRIES_SHARE
  const longest = Math.max(0, ...model.verdicts.map(({ adIds }) => adIds.length))
  for (let turn = 0; turn < longest && left > 0; turn++) {
    for (const { adIds } of model.verdicts) {
      const id = adIds[turn]
      const size = id === undefined ? undefined : sizeOf.get(id)
      if (id === undefined || size === undefined || anchors.has(id) || size > left) continue
      anchors.set(id, `ad${anchors.size + 1}`)
      left -= size
    }
  }
  return { anchors, ...shareOut(model, room * (1 - ENTRIES_SHARE)) }
}

/** Divides the room of the drill-downs: first a quotation or two, then names, then numbers. */
function shareOut(model: ReportModel, room: number): Omit<AdChoice, 'anchors'> {
  const claims = model.verdicts.filter(({ adCount }) => adCount > 0).length
  let left = room / Math.max(1, claims) - SUMMARY_BYTES
  const take = (most: number, bytes: number, part: number) => {
    const count = Math.max(0, Math.min(most, Math.floor((left * part) / bytes)))
    left -= count * bytes
    return count
  }
  const quoted = take(MOST_QUOTED, QUOTED_BYTES, 0.7)
  const named = take(MOST_NAMED, NAMED_BYTES, 0.6)
  return { quoted, named, numbered: take(200, NUMBERED_BYTES, 1) }
}
