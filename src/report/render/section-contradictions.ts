import type { ClaimVerdict } from '../report-model.ts'
import { estimateText, shownEstimate } from './claim-figures.ts'
import { html, type Markup } from './markup.ts'
import { articleName, type Page } from './page.ts'
import { verdictBadge } from './verdict-badge.ts'

function version(page: Page, line: ClaimVerdict): Markup {
  const { claim, verdict } = line
  const estimate = shownEstimate(line)
  const figure = estimate !== null && html`<span>${estimateText(page, estimate)}</span>`
  return html`<li class="v-${verdict}"><p class="who">${articleName(page, claim.article)}</p><p class="what"><a href="#${claim.id}">${page.speak(claim.statement)}</a></p><p class="got">${verdictBadge(page, verdict)}${figure}</p></li>`
}

/** The anchor of the topic in which a claim stands beside others; null where it stands in none. */
export function topicAnchor({ model }: Page, claimId: string): string | null {
  const index = model.contradictions.findIndex(({ claimIds }) => claimIds.includes(claimId))
  return index < 0 ? null : `topic-${index + 1}`
}

/** Claims that contradict each other, side by side; nothing when there are none. */
export function sectionContradictions(page: Page): Markup | null {
  const { words, model } = page
  const topics = model.contradictions.flatMap(({ topic, claimIds }, index) => {
    const lines = claimIds.flatMap((id) => page.verdicts.get(id) ?? [])
    return lines.length === 0 ? [] : [{ topic, lines, anchor: `topic-${index + 1}` }]
  })
  if (topics.length === 0) return null
  const duels = topics.map(
    ({ topic, lines, anchor }) =>
      html`<div class="duel" id="${anchor}"><h3>${page.speak(topic)}</h3><ul>${lines.map((line) => version(page, line))}</ul></div>`,
  )
  return html`<section id="contradictions" aria-labelledby="contradictions-h"><h2 id="contradictions-h">${words.contradictions}</h2><p class="intro">${words.contradictionsIntro}</p>${duels}</section>`
}
