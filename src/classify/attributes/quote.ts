import type { Evidence, EvidenceField } from '../../domain/evidence.ts'
import type { FoldedText } from '../salary/fold-text.ts'

/** A value read from a text with the span of its words, offsets of the folded text. */
export interface Found<T> {
  readonly value: T
  readonly start: number
  readonly end: number
}

/** The evidence of a find: its words cut out of the original text. */
export function quoteFound(reading: string, field: EvidenceField, folded: FoldedText, found: Found<unknown>): Evidence {
  const start = folded.toOriginal(found.start)
  const end = folded.toOriginal(found.end)
  return { reading, field, start, end, quoted: folded.original.slice(start, end) }
}
