import { describeBand } from '../charts/interval-chart.ts'
import type { ClaimVerdict } from '../report-model.ts'
import { constantEurosText, shownCaveats } from './claim-entry.ts'
import { estimateText, intervalText, sampleText, shownEstimate } from './claim-figures.ts'
import { safeUrl } from './foreign-text.ts'
import { formatNumber } from './language/format-figures.ts'
import { markdownText, markdownUrl } from './markdown-text.ts'
import { articleName, type Page } from './page.ts'

const MOST_TEXT = 640
const ADS_NAMED = 3

function measure(page: Page, line: ClaimVerdict): string | null {
  const estimate = shownEstimate(line)
  if (estimate === null) return null
  const { words } = page
  const expected = describeBand(line.band, estimate.unit, page)
  const band = expected === '' ? '' : ` · ${words.band} ${expected}`
  return `**${estimateText(page, estimate)}** (${intervalText(page, estimate)})${band} · ${sampleText(page, line, estimate)}`
}

function basis(page: Page, { claim: { test }, sentence }: ClaimVerdict): string | null {
  const { words } = page
  if (test.testable === 'no') {
    return test.reason.fr === sentence.fr
      ? null
      : `${words.reasonLabel} ${markdownText(page.say(test.reason), MOST_TEXT)}`
  }
  return test.proxy === null ? null : `${words.proxyLabel} ${markdownText(page.say(test.proxy), MOST_TEXT)}`
}

function ads(page: Page, line: ClaimVerdict): string | null {
  if (line.adCount === 0) return null
  const named = line.adIds.slice(0, ADS_NAMED).flatMap((id) => {
    const ad = page.ads.get(id)
    if (ad === undefined) return []
    const title = markdownText(ad.title.trim() === '' ? page.words.untitled : ad.title, 70)
    const url = safeUrl(ad.url)
    return [url === null ? title : `[${title}](${markdownUrl(url)})`]
  })
  const count = formatNumber(line.adCount, page.lang)
  return `${page.words.adsBehind} (${count})${named.length === 0 ? '' : `${page.words.colon}${named.join(', ')}${line.adCount > named.length ? ' …' : ''}`}`
}

/** One claim judged, as a short block under its permanent anchor. */
export function markdownClaim(page: Page, line: ClaimVerdict): string {
  const { words } = page
  const { claim } = line
  const tags = shownCaveats(page, line).map(({ tag }) => tag)
  const others = claim.against.filter((id) => page.verdicts.has(id)).map((id) => `[${id}](#${id})`)
  const facts = [
    measure(page, line),
    basis(page, line),
    constantEurosText(page, line),
    others.length === 0 ? null : `${words.contradictedBy} ${others.join(', ')}`,
    tags.length === 0 ? null : `*${tags.join(' · ')}*`,
    ads(page, line),
  ].filter((fact) => fact !== null)
  const fragile = line.fragile ? ` (${words.fragile})` : ''
  return [
    `<a id="${claim.id}"></a>\n**${words.verdicts[line.verdict].name}**${fragile} · \`${claim.id}\` · ${markdownText(articleName(page, claim.article))}`,
    `> ${markdownText(page.say(claim.statement), MOST_TEXT)}`,
    markdownText(page.say(line.sentence), MOST_TEXT),
    facts.map((fact) => `- ${fact}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
