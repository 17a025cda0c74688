import type { Capture } from '../../domain/capture.ts'
import { decodeBody } from './decode-body.ts'
import type { IssueLog } from './issue-log.ts'
import type { PageBuilder } from './page-builder.ts'
import { isRecord, Reader } from './reader.ts'
import { parseTolerantJson } from './tolerant-json.ts'

/** Most postings one answer may list; real boards have some hundred, the largest a few thousand. */
const MAX_RECORDS = 20_000

/** The JSON value of an API's answer; undefined with an issue when there is none. */
export function readJsonBody(capture: Capture, log: IssueLog): unknown {
  const body = decodeBody(capture)
  if (body.kind === 'unreadable') {
    log.error(body.code, body.message, capture.url)
    return undefined
  }
  const parsed = parseTolerantJson(body.text)
  if (parsed.kind === 'read') {
    for (const repair of parsed.repairs) {
      log.warn(`json-${repair}`, `The answer was malformed JSON (${repair}) and was repaired.`, capture.url)
    }
    return parsed.values[0]
  }
  const reason = parsed.kind === 'empty' ? 'it is empty' : parsed.reason
  log.error('json-malformed', `The answer is not JSON: ${reason}.`, capture.url, body.text)
  return undefined
}

/** The records under a key of an API's answer (or the answer itself when it is a list), each with its reader. */
export function recordsOf(capture: Capture, page: PageBuilder, key: string | null): readonly Reader[] {
  const value = readJsonBody(capture, page.log)
  return value === undefined ? [] : recordsIn(value, page, key, capture.url)
}

/** The same for a value already read; what is no object is skipped as malformed. */
export function recordsIn(value: unknown, page: PageBuilder, key: string | null, url: string): readonly Reader[] {
  const list = key !== null && isRecord(value) && Object.hasOwn(value, key) ? value[key] : value
  if (!Array.isArray(list)) {
    const expected = key === null ? 'a list' : `a list under "${key}"`
    page.log.error('layout-changed', `The answer holds no list of postings: ${expected} was expected.`, url, value)
    return []
  }
  const readers: Reader[] = []
  if (list.length > MAX_RECORDS) {
    const message = `The answer lists ${list.length} postings; only the first ${MAX_RECORDS} are read.`
    page.log.error('list-too-long', message, url)
  }
  for (const item of list.slice(0, MAX_RECORDS)) {
    if (isRecord(item)) readers.push(new Reader(item, page.log, null))
    else {
      page.skip('malformed', null)
      page.log.warn('unreadable-value', 'A posting of the list is not an object; it is left out.', url, item)
    }
  }
  return readers
}
