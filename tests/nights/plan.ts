import { Random } from '../../fixtures/market/generator/random.ts'
import type { MarketAd } from '../../fixtures/market/market-ad.ts'
import type { BoardId } from '../../fixtures/market/market-facts.ts'
import { type BoardDay, type LiveAd, readAds } from '../../fixtures/market/server/market-data.ts'

/** What goes wrong on a night, with a board or with the machine. */
export type Fault =
  | { readonly kind: 'storm'; readonly board: BoardId; readonly answers: number; readonly retryAfterS: number }
  | { readonly kind: 'throttled'; readonly board: BoardId }
  | { readonly kind: 'robots-closed' | 'robots-broken' | 'forbidden' | 'challenge'; readonly board: BoardId }
  | { readonly kind: 'layout' | 'flaky'; readonly board: 'carrieres' }
  | { readonly kind: 'garbled'; readonly board: 'ats-board' | 'flux' }
  | { readonly kind: 'truncated'; readonly board: 'flux' }
  | { readonly kind: 'down' | 'empty'; readonly board: BoardId }
  | { readonly kind: 'token'; readonly board: 'agence-publique' }
  | { readonly kind: 'disk-full'; readonly pages: number }
  | { readonly kind: 'clock-jump' | 'clock-ahead'; readonly hours: number }
  | { readonly kind: 'kill'; readonly afterRequests: number }
  | { readonly kind: 'daylight-saving' | 'two-runs' | 'reader' }

/** One night of a plan. */
export interface PlannedNight {
  readonly index: number
  /** ISO day, Europe/Paris. */
  readonly day: string
  /** When the run begins, epoch milliseconds. */
  readonly startsAt: number
  readonly faults: readonly Fault[]
  /** Boards that are asked; the one that needs a browser on few nights only. */
  readonly boards: readonly BoardId[]
  /** What each board shows. */
  readonly live: Readonly<Record<BoardId, readonly LiveAd[]>>
}

/** Nights of a plan. */
export const NIGHTS = 30
const FIRST_DAY = Date.parse('2026-10-12T00:00:00Z')
const DAY_MS = 86_400_000
/** The night on which clocks in France go back, from 3:00 to 2:00. */
const DAYLIGHT_SAVING_DAY = '2026-10-25'
const BROWSER_NIGHTS = [3, 14, 26]
const WEEK = { first: 16, last: 22, board: 'flux' } as const

/** Ads that may come and go on each board; three in five are live at a time. */
const POOL: Readonly<Record<BoardId, number>> = {
  ...{ 'agence-publique': 70, 'ats-board': 40, carrieres: 36, flux: 44, vitrine: 10 },
}
const LIVE_AT_FIRST = 0.6
const VANISHES = 0.06
const APPEARS = (VANISHES * LIVE_AT_FIRST) / (1 - LIVE_AT_FIRST)
const CHANGES = 0.03
/** Requests that even a night makes on which one board is down and another one closed. */
const MOST_REQUESTS_OF_SHORT = 9
/** Codes the agency is asked for (`rome` of the demo). */
export const ROME_CODES = ['E1101', 'E1124', 'E1103', 'E1127'] as const

/** Draws thirty nights of a market and of faults; the same seed gives the same nights. */
export function drawPlan(seed: number): readonly PlannedNight[] {
  const lives = (Object.keys(POOL) as BoardId[]).map(
    (board) => [board, drawBoard(board, new Random(`${seed} ${board}`))] as const,
  )
  const faults = drawFaults(new Random(`${seed} faults`))
  const starts = new Random(`${seed} starts`)
  return Array.from({ length: NIGHTS }, (_, index): PlannedNight => {
    const midnight = FIRST_DAY + index * DAY_MS
    const day = isoDate(midnight)
    // 00:30 UTC is 2:30 in France before the clocks go back and 1:30 after; a timer never starts on the minute.
    const startsAt = midnight + (15 + starts.integer(0, 30)) * 60_000
    const boards = (Object.keys(POOL) as BoardId[]).filter(
      (board) => board !== 'vitrine' || BROWSER_NIGHTS.includes(index),
    )
    const live = Object.fromEntries(lives.map(([board, nights]) => [board, nights[index] ?? []]))
    const own: Fault[] = day === DAYLIGHT_SAVING_DAY ? [{ kind: 'daylight-saving' }] : []
    if (index >= WEEK.first && index <= WEEK.last) own.push({ kind: 'down', board: WEEK.board })
    own.push(...(faults[index] ?? []))
    const shortened = own.map((fault) => (fault.kind === 'kill' ? killInTime(fault, own) : fault))
    return { index, day, startsAt, faults: shortened, boards, live: live as PlannedNight['live'] }
  })
}

/** A board in trouble is asked for little: the run must be killed before it is through. */
function killInTime(fault: Extract<Fault, { readonly kind: 'kill' }>, all: readonly Fault[]): Fault {
  const isShort = all.some((other) => 'board' in other)
  return isShort ? { ...fault, afterRequests: Math.min(fault.afterRequests, MOST_REQUESTS_OF_SHORT) } : fault
}

/** What a board serves on a planned night. */
export function boardDayOf(night: PlannedNight, board: BoardId): BoardDay {
  return { day: night.day, ads: night.live[board] }
}

function drawBoard(board: BoardId, random: Random): readonly (readonly LiveAd[])[] {
  const usable = readAds(board).filter(
    ({ romeCode, versions }) =>
      versions.length > 0 && (board !== 'agence-publique' || (ROME_CODES as readonly string[]).includes(romeCode)),
  )
  const lives = random
    .shuffle(usable)
    .slice(0, POOL[board])
    .map((ad) => drawLife(ad, random))
  return Array.from({ length: NIGHTS }, (_, night) => lives.flatMap((life) => life[night] ?? []))
}

/** One ad, night by night: null while it is not on line. */
function drawLife(ad: MarketAd, random: Random): readonly (LiveAd | null)[] {
  const datePosted = isoDate(FIRST_DAY - random.integer(1, 20) * DAY_MS)
  const [version] = ad.versions
  let isLive = random.chance(LIVE_AT_FIRST)
  let [edition, changedOn] = [1, datePosted]
  return Array.from({ length: NIGHTS }, (_, night): LiveAd | null => {
    if (night > 0) isLive = isLive ? !random.chance(VANISHES) : random.chance(APPEARS)
    if (night > 0 && random.chance(CHANGES)) {
      edition += 1
      changedOn = isoDate(FIRST_DAY + night * DAY_MS)
    }
    if (!isLive || version === undefined) return null
    const note = { p: editionMark(edition) }
    return { ...ad, title: version.title, blocks: [...version.blocks, note], datePosted, changedOn }
  })
}

/** The sentence by which an edition of an ad's text is known. */
export function editionMark(edition: number): string {
  return `Annonce relue par nos soins, rédaction numéro ${edition}.`
}

function drawFaults(random: Random): readonly (readonly Fault[])[] {
  const jobs: readonly BoardId[] = ['agence-publique', 'ats-board', 'carrieres']
  const some = () => random.pick(jobs)
  const list: readonly Fault[] = [
    { kind: 'storm', board: 'carrieres', answers: 3, retryAfterS: 120 },
    { kind: 'storm', board: 'agence-publique', answers: 2, retryAfterS: 600 },
    { kind: 'throttled', board: some() },
    { kind: 'throttled', board: 'carrieres' },
    { kind: 'robots-closed', board: some() },
    { kind: 'robots-closed', board: 'carrieres' },
    { kind: 'robots-broken', board: some() },
    { kind: 'forbidden', board: some() },
    { kind: 'challenge', board: 'carrieres' },
    { kind: 'layout', board: 'carrieres' },
    { kind: 'layout', board: 'carrieres' },
    { kind: 'flaky', board: 'carrieres' },
    { kind: 'garbled', board: 'ats-board' },
    { kind: 'garbled', board: 'flux' },
    { kind: 'truncated', board: 'flux' },
    { kind: 'truncated', board: 'flux' },
    { kind: 'empty', board: 'ats-board' },
    { kind: 'empty', board: 'flux' },
    { kind: 'empty', board: 'agence-publique' },
    { kind: 'token', board: 'agence-publique' },
    { kind: 'token', board: 'agence-publique' },
  ]
  const machine: readonly Fault[] = [
    { kind: 'disk-full', pages: random.integer(2, 12) },
    { kind: 'disk-full', pages: random.integer(15, 40) },
    { kind: 'clock-jump', hours: random.integer(2, 12) },
    { kind: 'clock-jump', hours: -random.integer(2, 12) },
    // Further than the twelve hours that a source may take.
    { kind: 'clock-jump', hours: random.integer(13, 60) },
    { kind: 'clock-jump', hours: -random.integer(13, 60) },
    // The night begins at a wrong hour of its day; a second run of it, at the right one.
    { kind: 'clock-ahead', hours: random.integer(8, 20) },
    { kind: 'kill', afterRequests: random.integer(6, 18) },
    { kind: 'kill', afterRequests: random.integer(19, 30) },
    { kind: 'two-runs' },
    { kind: 'two-runs' },
    { kind: 'reader' },
    { kind: 'reader' },
  ]
  const nights: Fault[][] = Array.from({ length: NIGHTS }, () => [])
  // The first four nights are learnt from: their faults are the machine's.
  const early = random.shuffle([0, 1, 2, 3])
  const later = random.shuffle(Array.from({ length: NIGHTS - 4 }, (_, index) => index + 4))
  const orderOfBoards = [...later]
  for (const fault of random.shuffle(list)) {
    const at = orderOfBoards.findIndex((night) => !('board' in fault) || fault.board !== WEEK.board || !inWeek(night))
    const [night] = orderOfBoards.splice(at, 1)
    if (night !== undefined) nights[night]?.push(fault)
  }
  // What is left without a fault gets one of the machine's; the rest falls anywhere.
  const empty = nights.flatMap((faults, night) => (faults.length === 0 && night >= 4 ? [night] : []))
  const places = [...early, ...random.shuffle(empty), ...random.shuffle(later)]
  for (const [index, fault] of random.shuffle(machine).entries()) nights[places[index] ?? 0]?.push(fault)
  return nights
}

function inWeek(night: number): boolean {
  return night >= WEEK.first && night <= WEEK.last
}

function isoDate(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10)
}
