import type { Rung } from '../../domain/capture.ts'
import type { SkipReason } from '../../domain/issue.ts'
import type { PostingDraft } from '../../domain/posting.ts'
import type { IssueLog } from './issue-log.ts'
import { type JobPostingReading, readJobPosting } from './job-posting-json-ld.ts'
import { findJsonLdBlocks } from './json-ld-blocks.ts'
import { findJobPostingNodes, type JsonLdNodes } from './json-ld-nodes.ts'
import { findMicrodataPostings } from './microdata.ts'
import { Reader } from './reader.ts'
import { parseTolerantJson } from './tolerant-json.ts'

/** The postings of one HTML page and the rung they were read with. */
export interface JobPage {
  readonly postings: readonly PostingDraft[]
  readonly skipped: readonly { readonly reason: SkipReason; readonly ref: string | null }[]
  readonly rung: Extract<Rung, 'json-ld' | 'microdata'>
}

/** How the caller keys what a page holds. */
export interface JobPageKeys {
  /** Key of a page's only posting; null when the page has no address of its own (a saved file). */
  readonly extId: string | null
  readonly url: string | null
  /** Key of a posting that names neither itself nor its page; left out where every page has an address. */
  readonly contentKey?: (title: string, description: string) => string
}

/**
 * Reads the schema.org JobPostings of a page: JSON-LD found by scanning script tags, no DOM built; microdata when the
 * scan finds none. A page's only posting is keyed by the page, several by their own reference or address.
 */
export function readJobPage(html: string, keys: JobPageKeys, log: IssueLog): JobPage {
  const scanned = scanJsonLd(html, keys.url, log)
  if (scanned.postings.length > 0) return fromNodes(scanned, keys, log, 'json-ld')
  // A DOM is worth its price only where the vocabulary is named.
  const items = html.includes('JobPosting') ? findMicrodataPostings(html) : []
  return fromNodes({ postings: items, byId: new Map() }, keys, log, items.length > 0 ? 'microdata' : 'json-ld')
}

function scanJsonLd(html: string, ref: string | null, log: IssueLog): JsonLdNodes {
  const values: unknown[] = []
  for (const block of findJsonLdBlocks(html)) {
    const parsed = parseTolerantJson(block)
    switch (parsed.kind) {
      case 'read':
        values.push(...parsed.values)
        for (const repair of parsed.repairs) {
          log.warn(
            `json-ld-${repair}`,
            `A JSON-LD block was malformed (${repair}) and was repaired.`,
            ref,
            block.trim(),
          )
        }
        break
      case 'malformed':
        log.warn('json-ld-malformed', `A JSON-LD block cannot be read: ${parsed.reason}.`, ref, parsed.near)
        break
      case 'empty':
        log.warn('json-ld-empty', 'A JSON-LD block is empty.', ref)
        break
    }
  }
  return findJobPostingNodes(values)
}

function fromNodes(nodes: JsonLdNodes, keys: JobPageKeys, log: IssueLog, rung: JobPage['rung']): JobPage {
  const postings: PostingDraft[] = []
  const skipped: { reason: SkipReason; ref: string | null }[] = []
  const seen = new Set<string>()
  const isAlone = nodes.postings.length === 1
  for (const node of nodes.postings) {
    const reader = new Reader(node, log, keys.url)
    const reading = readJobPosting(reader, nodes.byId)
    reader.rest()
    const extId = (isAlone ? keys.extId : null) ?? ownKey(reading, isAlone, keys)
    const reason = reasonToSkip(reading, extId, seen)
    if (reason !== null || extId === null) {
      skipped.push({ reason: reason ?? 'no-id', ref: extId ?? keys.url })
      continue
    }
    seen.add(extId)
    postings.push({ ...reading.draft, extId, url: isAlone ? (keys.url ?? reading.draft.url) : reading.draft.url })
  }
  return { postings, skipped, rung }
}

function reasonToSkip(reading: JobPostingReading, extId: string | null, seen: ReadonlySet<string>): SkipReason | null {
  if (extId === null) return 'no-id'
  if (seen.has(extId)) return 'duplicate-in-input'
  if (reading.draft.title === '') return 'no-title'
  return reading.draft.description === '' ? 'no-text' : null
}

// Alone, a posting is keyed as a crawl of its page would; among others, by the reference that tells it from them.
function ownKey(reading: JobPostingReading, isAlone: boolean, keys: JobPageKeys): string | null {
  const address = reading.draft.url === null ? null : pathKey(reading.draft.url)
  const own = isAlone ? (address ?? reading.identifier) : (reading.identifier ?? address)
  return own ?? keys.contentKey?.(reading.draft.title, reading.draft.description) ?? null
}

/** Key made from an address: path and query without the origin, so that a move to another host renames nothing. */
export function pathKey(url: string): string {
  if (!URL.canParse(url)) return url
  const { pathname, search } = new URL(url)
  return pathname + search
}
