import type { Evidence } from '../../domain/evidence.ts'
import type { AdLine } from '../report-model.ts'

type Place = Pick<Evidence, 'reading' | 'start' | 'end'>
type Excerpt = AdLine['excerpts'][number]

/** Part of a text, `to` not included. */
interface Span {
  readonly from: number
  readonly to: number
}

/** Characters of an ad that may be shown, in one stretch or in several. */
const LIMIT = 200
const MARGIN = 24
/** Characters of a stretch shown for the sake of one reading. */
const SHORT = 62
const SHORT_MARGIN = 10

// Less than this says nothing.
const LEAST_BEST = 60
// « … » before and behind a stretch.
const ELLIPSES = 2
const SPACE = /\s/

/** How many readings an ad can be asked to show beside its best stretch. */
export const MOST_DEMANDED = 3

/**
 * At most 200 characters of an ad: a short stretch around each reading that is `demanded`, and the stretch in which most
 * different things were read, with the places inside each. Stretches are of whole words, in the order of the text, never
 * the same words twice, and begin or end with « … » where the text goes on.
 */
export function excerptsOf(
  text: string,
  evidence: readonly Place[],
  demanded: readonly string[] = [],
): readonly Excerpt[] {
  let spans: readonly Span[] = []
  for (const reading of demanded.slice(0, MOST_DEMANDED)) {
    const short = shortSpan(text, evidence, reading)
    if (short !== null) spans = joined([...spans, short])
  }
  const left = LIMIT - spans.reduce((sum, { from, to }) => sum + to - from + ELLIPSES, 0) - ELLIPSES
  const best = left < LEAST_BEST ? null : bestSpan(text, evidence, left)
  if (best !== null) spans = joined([...spans, best])
  return spans.map((span) => stretch(text, evidence, span))
}

function shortSpan(text: string, evidence: readonly Place[], reading: string): Span | null {
  const place = evidence.find(
    ({ reading: own, start, end }) =>
      own === reading && start < end && end <= text.length && end - start <= SHORT - SHORT_MARGIN,
  )
  if (place === undefined) return null
  const from = Math.max(0, place.start - Math.floor((SHORT - (place.end - place.start)) / 2))
  return wholeWords(text, { from, to: from + SHORT }, place)
}

/** The stretch of at most `limit` characters in which most different things were read. */
function bestSpan(text: string, evidence: readonly Place[], limit: number): Span | null {
  const usable = evidence.filter(({ start, end }) => end <= text.length && end - start <= limit && start < end)
  let best: readonly Place[] = []
  let most = 0
  for (const first of usable) {
    const inside = usable.filter(({ start, end }) => start >= first.start && end <= first.start + limit - 2 * MARGIN)
    const readings = new Set(inside.map(({ reading }) => reading)).size
    if (readings > most) {
      most = readings
      best = inside
    }
  }
  if (text === '') return null
  const start = best.length === 0 ? 0 : Math.min(...best.map((place) => place.start))
  const end = Math.max(0, ...best.map((place) => place.end))
  const from = Math.max(0, start - MARGIN)
  return wholeWords(text, { from, to: from + limit }, { start, end })
}

/** The span without the words that it would cut, never less than what it is shown for. */
function wholeWords(text: string, { from, to }: Span, { start, end }: Pick<Place, 'start' | 'end'>): Span {
  let low = Math.min(from, start)
  while (low > 0 && low < start && !isSpace(text, low - 1)) low++
  while (low < start && isSpace(text, low)) low++
  let high = Math.max(Math.min(to, text.length), end)
  while (high < text.length && high > end && !isSpace(text, high)) high--
  while (high > end && isSpace(text, high - 1)) high--
  return { from: low, to: high }
}

function isSpace(text: string, at: number): boolean {
  return SPACE.test(text.charAt(at))
}

/** Spans in the order of the text; those that meet are one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last !== undefined && span.from <= last.to + 1)
      whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else whole.push(span)
  }
  return whole
}

function stretch(text: string, evidence: readonly Place[], { from, to }: Span): Excerpt {
  const head = from > 0 ? '…' : ''
  const shift = head.length - from
  return {
    text: `${head}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    marks: evidence
      .filter(({ start, end }) => start >= from && start < end && end <= to)
      .map(({ reading, start, end }) => ({ reading, start: start + shift, end: end + shift })),
  }
}
