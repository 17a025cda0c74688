import type { HostFileFetcher } from './host-file-fetcher.ts'
import type { GateOptions } from './host-gate.ts'
import { readRobots } from './robots-rules.ts'

/** One rule of a tdmrep.json. */
interface TdmRule {
  readonly location: string
  readonly isReserved: boolean
}

const LINE_BREAKS = /[\r\n]+/g
const SEARCHED_BYTES = 65_536
const NAME = /tdm-reservation/gi
const WINDOW_CHARS = 300
const CONTENT_ONE = /\bcontent\s*=\s*["']?\s*1\b/i

/** The W3C community's TDM Reservation Protocol: rights holders say that their texts are not to be mined. */
export class TdmPolicy {
  readonly #files: HostFileFetcher

  constructor(files: HostFileFetcher) {
    this.#files = files
  }

  /** True when the host's `/.well-known/tdmrep.json` reserves the URL. A host without one reserves nothing there. */
  async isReserved(url: string, options: GateOptions): Promise<boolean> {
    const { origin } = new URL(url)
    const { status, body } = await this.#files.read(origin, 'tdm', options)
    if (status < 200 || status >= 300) return false
    return isReservedBy(readTdmRules(body), origin, url)
  }
}

/** The rules of a tdmrep.json; none when it is not what the protocol asks for. */
export function readTdmRules(text: string): readonly TdmRule[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return []
  }
  const list: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed]
  return list.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null) return []
    const { location, 'tdm-reservation': reservation } = entry as Record<string, unknown>
    if (typeof location !== 'string') return []
    return [{ location: location.replace(LINE_BREAKS, ''), isReserved: String(reservation) === '1' }]
  })
}

/** Locations are matched as robots.txt paths are; the longest one rules, a reservation wins ties. */
function isReservedBy(rules: readonly TdmRule[], origin: string, url: string): boolean {
  const text = rules.map(({ location, isReserved }) => `${isReserved ? 'Allow' : 'Disallow'}: ${location}`)
  // "Allow" stands for "reserved": in the matching of robots.txt it is the one that wins ties.
  const matcher = readRobots(origin, ['User-agent: *', 'Disallow: /', ...text].join('\n'), '*')
  return matcher.isAllowed(url)
}

/** True when the answer itself, by its header or by a `meta` element, reserves its text. */
export function isReservedByAnswer(headers: Readonly<Record<string, string>>, body: Uint8Array): boolean {
  if (headers['tdm-reservation']?.trim() === '1') return true
  // One byte, one character: much cheaper than decoding, and the searched words are ASCII.
  const end = Math.min(body.byteLength, SEARCHED_BYTES)
  const head = Buffer.from(body.buffer, body.byteOffset, end).toString('latin1')
  for (const { index } of head.matchAll(NAME)) if (isReservingElement(head, index)) return true
  return false
}

/** True when the name found at `at` stands in an element whose content is 1, before or after the name. */
function isReservingElement(head: string, at: number): boolean {
  const before = head.slice(Math.max(0, at - WINDOW_CHARS), at)
  const after = head.slice(at, at + WINDOW_CHARS)
  const start = before.lastIndexOf('<')
  const end = after.indexOf('>')
  return start >= 0 && end >= 0 && CONTENT_ONE.test(before.slice(start) + after.slice(0, end))
}
