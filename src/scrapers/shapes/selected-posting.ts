import { load } from 'cheerio/slim'
import { EMPTY_POSTING, type PostingDraft } from '../../domain/posting.ts'
import type { IssueLog } from './issue-log.ts'
import { inlineText, plainText } from './plain-text.ts'
import { readDate } from './read-date.ts'
import { scanMarkup } from './scan-markup.ts'

/** Config keys that name the CSS selectors of a site without schema.org data; title and text are needed. */
export const SELECTOR_OPTIONS = {
  titleSelector: 'string',
  textSelector: 'string',
  employerSelector: 'string',
  placeSelector: 'string',
  contractSelector: 'string',
  paySelector: 'string',
  dateSelector: 'string',
} as const

/** Values of a source's own config keys. */
type Extra = Readonly<Record<string, unknown>>

/**
 * Reads the posting of a page by the CSS selectors that the config names for its site: the rung under schema.org data,
 * for pages that publish none. What a selector finds is text; nothing is guessed.
 *
 * @returns null when the config names no selectors for title and text, or the page holds neither.
 */
export function readSelectedPosting(
  html: string,
  { extId, url }: { readonly extId: string; readonly url: string },
  extra: Extra,
  log: IssueLog,
): PostingDraft | null {
  const selectors = selectorsOf(extra)
  if (selectors === null) return null
  // A DOM costs the depth of the nesting at every tag: pages nested past any real one are not built.
  if (scanMarkup(html, 'html', () => ({})).isTooDeep) {
    log.warn('markup-too-deep', 'The page is nested deeper than any real page and is not read.', url)
    return null
  }
  const found = extract(html, selectors, url, log)
  const title = inlineText(found['title'] ?? '')
  const description = plainText(found['text'] ?? '')
  if (title === '' || description === '') return null
  const text = (name: string) => inlineText(found[name] ?? '') || null
  const date = text('date')
  const posted = date === null ? null : readDate(date)
  if (posted !== null && posted.kind !== 'day') {
    log.warn('date-unreadable', 'The date found by dateSelector cannot be read as a day.', url, date ?? '')
  }
  return {
    ...EMPTY_POSTING,
    extId,
    url,
    title,
    description,
    hiringOrganization: text('employer'),
    jobLocation: text('place'),
    employmentType: text('contract'),
    salaryText: text('pay'),
    datePosted: posted?.kind === 'day' ? posted.day : null,
  }
}

function selectorsOf(extra: Extra): Readonly<Record<string, string>> | null {
  const named = Object.keys(SELECTOR_OPTIONS).flatMap((key) => {
    const selector = extra[key]
    return typeof selector === 'string' && selector !== '' ? [[key.replace('Selector', ''), selector] as const] : []
  })
  const selectors = Object.fromEntries(named)
  return 'title' in selectors && 'text' in selectors ? selectors : null
}

function extract(
  html: string,
  selectors: Readonly<Record<string, string>>,
  url: string,
  log: IssueLog,
): Readonly<Record<string, string | undefined>> {
  const map = Object.fromEntries(
    Object.entries(selectors).map(([name, selector]) => [name, { selector, value: 'innerHTML' }]),
  )
  try {
    return load(html).extract(map) as Readonly<Record<string, string | undefined>>
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    log.error('selector-invalid', `A selector of the configuration cannot be used: ${why}.`, url)
    return {}
  }
}
