import type { Issue, SkipReason } from '../../domain/issue.ts'
import type { PostingDraft } from '../../domain/posting.ts'

/** Formats of files of saved ads. */
export const DUMP_FORMATS = ['france-travail', 'jobspy', 'jsonl', 'csv', 'jsonld-html'] as const

/** Format of a file of saved ads. */
export type DumpFormat = (typeof DUMP_FORMATS)[number]

/** What one record of a file became; a file's records = postings + skipped. */
export type DumpRecord =
  | {
      readonly kind: 'posting'
      /** The record's own site, else the format's name. */
      readonly sourceId: string
      readonly draft: PostingDraft
      /** Day on which the ad was seen: its own date; null when it has none. */
      readonly seenOn: string | null
    }
  | {
      readonly kind: 'skipped'
      /** As for a posting; null when the record does not tell. */
      readonly sourceId: string | null
      readonly reason: SkipReason
      readonly ref: string | null
    }
  | {
      readonly kind: 'issue'
      /** As for a posting; null when it is the file's as a whole. */
      readonly sourceId: string | null
      readonly issue: Issue
    }

/** A file of saved ads to read. */
export interface DumpInput {
  /** Null to detect it from the content. */
  readonly format: DumpFormat | null
  readonly content: string | Uint8Array
  /** Name of the file, for messages only: a renamed file gives the same postings. */
  readonly fileName: string
  /** Field → column of the file, for JSONL and CSV (`title` → `intitule`). */
  readonly map?: Readonly<Record<string, string>>
}
