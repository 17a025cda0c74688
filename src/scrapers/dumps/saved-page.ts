import { createHash } from 'node:crypto'
import { IssueLog } from '../shapes/issue-log.ts'
import { pathKey, readJobPage } from '../shapes/job-page.ts'
import { findLinks } from '../shapes/page-links.ts'
import type { DumpRecord } from './dump-record.ts'
import { toRecord } from './read-row.ts'

const CANONICAL_BASE = 'https://saved-page.invalid/'
const WWW = /^www\./

/**
 * Reads a page saved from a site, through its schema.org JobPosting. Its site and key come from the page's own address
 * (canonical link, else the posting's `url`), else from the posting's identifier, else from what it says.
 */
export function readSavedPage(html: string): readonly DumpRecord[] {
  const log = new IssueLog()
  const url = canonicalAddress(html)
  const page = readJobPage(html, { extId: url === null ? null : pathKey(url), url, contentKey }, log)
  const sourceId = siteOf(url)
  const records: DumpRecord[] = log.list().map((issue) => ({ kind: 'issue', sourceId, issue }))
  for (const draft of page.postings) records.push(toRecord(siteOf(draft.url) ?? sourceId ?? 'jsonld-html', draft))
  for (const { reason, ref } of page.skipped) records.push({ kind: 'skipped', sourceId, reason, ref })
  if (page.postings.length + page.skipped.length === 0) {
    records.push({ kind: 'skipped', sourceId, reason: 'not-a-job-posting', ref: url })
  }
  return records
}

function contentKey(title: string, description: string): string {
  return `sha256:${createHash('sha256').update(`${title}\u0000${description}`).digest('hex').slice(0, 32)}`
}

function canonicalAddress(html: string): string | null {
  const link = findLinks(html, CANONICAL_BASE).find((one) => one.rel.toLowerCase().split(' ').includes('canonical'))
  return link === undefined || link.url.startsWith(CANONICAL_BASE) ? null : link.url
}

function siteOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(WWW, '') : null
}
