import type { Evidence } from '../../domain/evidence.ts'
import type { AdLine } from '../report-model.ts'

type Place = Pick<Evidence, 'reading' | 'start' | 'end'>
type Excerpt = AdLine['excerpts'][number]

/** Characters of an ad that may be shown, in one stretch or in several. */
const LIMIT = 200
const MARGIN = 24
/** Characters of a stretch shown for the sake of one reading. */
const SHORT = 62
const SHORT_MARGIN = 10

// Less than this says nothing.
const LEAST_BEST = 60

/** How many readings an ad can be asked to show beside its best stretch. */
export const MOST_DEMANDED = 3

/**
 * At most 200 characters of an ad: a short stretch around each reading that is `demanded`, then the stretch in which most
 * different things were read, with the places inside each.
 */
export function excerptsOf(
  text: string,
  evidence: readonly Place[],
  demanded: readonly string[] = [],
): readonly Excerpt[] {
  const short = demanded.slice(0, MOST_DEMANDED).flatMap((reading) => shortStretch(text, evidence, reading) ?? [])
  const left = LIMIT - short.reduce((sum, each) => sum + each.text.length, 0)
  const best = left < LEAST_BEST ? null : bestStretch(text, evidence, left)
  return best === null ? short : [...short, best]
}

function shortStretch(text: string, evidence: readonly Place[], reading: string): Excerpt | null {
  const place = evidence.find(
    ({ reading: own, start, end }) =>
      own === reading && start < end && end <= text.length && end - start <= SHORT - SHORT_MARGIN,
  )
  if (place === undefined) return null
  const from = Math.max(0, place.start - Math.floor((SHORT - (place.end - place.start)) / 2))
  return stretch(text, evidence, from, from + SHORT)
}

/** The stretch of at most `limit` characters in which most different things were read. */
function bestStretch(text: string, evidence: readonly Place[], limit: number): Excerpt | null {
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
  if (best.length === 0) return text === '' ? null : { text: text.slice(0, limit), marks: [] }
  const from = Math.max(0, Math.min(...best.map(({ start }) => start)) - MARGIN)
  return stretch(text, best, from, from + limit)
}

function stretch(text: string, evidence: readonly Place[], from: number, to: number): Excerpt {
  const excerpt = text.slice(from, to)
  return {
    text: excerpt,
    marks: evidence
      .filter(({ start, end }) => start >= from && start < end && end <= from + excerpt.length)
      .map(({ reading, start, end }) => ({ reading, start: start - from, end: end - from })),
  }
}
