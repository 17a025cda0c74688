import type { Evidence, EvidenceField } from '../../domain/evidence.ts'
import type { PostingReading, ReadInput, RoleContribution } from '../../domain/reading.ts'

/** A stretch of a field: its words and the readings that rest on them (none for plain text). */
export interface ExplainedSegment {
  readonly text: string
  readonly readings: readonly string[]
}

/** One field of an ad cut into segments that together are the field, unchanged. */
export interface ExplainedField {
  readonly field: EvidenceField
  readonly segments: readonly ExplainedSegment[]
}

/** An ad with the words its reading rests on, and what made its role. */
export interface ExplainedReading {
  readonly id: string
  readonly fields: readonly ExplainedField[]
  readonly contributions: readonly RoleContribution[]
}

function fieldsOf(input: ReadInput): readonly (readonly [EvidenceField, string | null])[] {
  return [
    ['title', input.title],
    ['salary', input.salary],
    ['contract', input.contract],
    ['location', input.location],
    ['description', input.description],
  ]
}

function segmentsOf(text: string, evidence: readonly Evidence[]): readonly ExplainedSegment[] {
  const inside = evidence.filter(({ start, end }) => start >= 0 && end <= text.length && start < end)
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0
    const readings = inside.filter((words) => words.start <= start && words.end >= end).map(({ reading }) => reading)
    return { text: text.slice(start, end), readings: [...new Set(readings)] }
  })
}

/** Cuts every field of an ad at its evidence, for a terminal or a page to underline and label. */
export function explainReading(input: ReadInput, reading: PostingReading): ExplainedReading {
  const fields = fieldsOf(input).flatMap(([field, text]) => {
    if (text === null || text === '') return []
    const evidence = reading.evidence.filter((words) => words.field === field)
    return [{ field, segments: segmentsOf(text, evidence) }]
  })
  return { id: input.id, fields, contributions: reading.roleContributions }
}
