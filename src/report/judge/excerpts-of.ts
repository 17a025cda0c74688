import type { Evidence } from '../../domain/evidence.ts'
import type { AdLine } from '../report-model.ts'

/** Characters of an ad that may be shown. */
const LIMIT = 200
const MARGIN = 24

/** The stretch of at most 200 characters in which most different things were read, with the places inside it. */
export function excerptsOf(
  text: string,
  evidence: readonly Pick<Evidence, 'reading' | 'start' | 'end'>[],
): AdLine['excerpts'] {
  const usable = evidence.filter(({ start, end }) => end <= text.length && end - start <= LIMIT && start < end)
  let best: readonly (typeof usable)[number][] = []
  let most = 0
  for (const first of usable) {
    const inside = usable.filter(({ start, end }) => start >= first.start && end <= first.start + LIMIT - 2 * MARGIN)
    const readings = new Set(inside.map(({ reading }) => reading)).size
    if (readings > most) {
      most = readings
      best = inside
    }
  }
  if (best.length === 0) return text === '' ? [] : [{ text: text.slice(0, LIMIT), marks: [] }]
  const from = Math.max(0, Math.min(...best.map(({ start }) => start)) - MARGIN)
  const excerpt = text.slice(from, from + LIMIT)
  return [
    {
      text: excerpt,
      marks: best
        .filter(({ end }) => end <= from + excerpt.length)
        .map(({ reading, start, end }) => ({ reading, start: start - from, end: end - from })),
    },
  ]
}
