import robotsParser from 'robots-parser'
import { withoutByteOrderMark } from '../../domain/byte-order-mark.ts'

/** RFC 9309 asks for at least 500 kibibytes; what lies beyond is not read. */
const READ_CHARS = 512 * 1024
const LINE_BREAK = /\r\n|\r|\n/
const USER_AGENT_LINE = /^\s*user-agent\s*:\s*([^#]*)/i
const RULE_LINE = /^\s*(?:allow|disallow|crawl-delay)\s*:/i
const PRODUCT_TOKEN = /^[a-z_-]+/i
const ESCAPED_UNRESERVED = /%(?:2d|2e|3[0-9]|4[1-9a-f]|5[0-9a]|5f|6[1-9a-f]|7[0-9a]|7e)/gi
/** No host is waited for longer than this between two requests, whatever its file says. */
const LONGEST_CRAWL_DELAY_S = 3_600

// Its types promise an ES module with a default export; what Node loads is the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default

/** What a robots.txt says to one crawler. */
export interface RobotsRules {
  isAllowed(url: string): boolean
  /** `Crawl-delay` in milliseconds; 0 when none is set. */
  readonly crawlDelayMs: number
}

/** All pages of a host may be fetched. */
export const ALLOW_ALL: RobotsRules = { isAllowed: () => true, crawlDelayMs: 0 }

/**
 * Reads a robots.txt after RFC 9309: the longest match wins, `Allow` wins ties, groups of one crawler are merged, its
 * own groups replace those of `*`. `Crawl-delay` is no part of the RFC and honoured all the same.
 *
 * @param product the product token of our User-Agent, lower case.
 */
export function readRobots(origin: string, text: string, product: string): RobotsRules {
  // robots-parser compares whole user-agent lines, ends a group at any unknown line and does not decode escapes:
  // its input is brought to the RFC's view of it first.
  const robots = parseRobots(`${origin}/robots.txt`, normalise(text))
  const delay = robots.getCrawlDelay(product) ?? 0
  return {
    isAllowed: (url) => {
      const { pathname, search } = new URL(url)
      return pathname === '/robots.txt' || robots.isAllowed(origin + plainPath(pathname + search), product) !== false
    },
    crawlDelayMs: delay > 0 ? Math.min(delay, LONGEST_CRAWL_DELAY_S) * 1_000 : 0,
  }
}

function normalise(text: string): string {
  const lines: string[] = []
  for (const line of withoutByteOrderMark(text.slice(0, READ_CHARS)).split(LINE_BREAK)) {
    const agent = USER_AGENT_LINE.exec(line)?.[1]?.trim()
    if (agent !== undefined) lines.push(`User-agent: ${agent.startsWith('*') ? '*' : productOf(agent)}`)
    else if (RULE_LINE.test(line)) lines.push(plainPath(line))
  }
  return lines.join('\n')
}

function productOf(agent: string): string {
  return PRODUCT_TOKEN.exec(agent)?.[0].toLowerCase() ?? ''
}

/** `/%7Ejob` and `/~job` are one path: escapes of unreserved characters are undone on both sides. */
function plainPath(path: string): string {
  return path.replace(ESCAPED_UNRESERVED, (code) => decodeURIComponent(code))
}
