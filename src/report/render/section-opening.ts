import type { Bilingual } from '../../domain/claim.ts'
import { withEnglish } from './english-words.ts'
import { formatDate, formatNumber, formatShare } from './language/format-figures.ts'
import type { RenderOptions } from './language/lang.ts'
import { fill } from './language/words.ts'
import { ledeOf } from './lede.ts'
import { html, type Markup } from './markup.ts'
import { articleName, type Page } from './page.ts'
import { tally, verdictBadge, verdictCounted, verdictIcon } from './verdict-badge.ts'

/** The notice that the market is a sample, at the head of the page. */
export function sampleBanner(page: Page): Markup | null {
  return page.model.sampleData
    ? html`<aside class="sample" aria-label="${page.words.notice}">${page.words.sampleBanner}</aside>`
    : null
}

function windowText(page: Page): string {
  const { model, words, lang } = page
  const to = formatDate(model.asOfDate, lang)
  return model.windowFrom === null
    ? fill(words.windowAll, { to })
    : fill(words.windowFrom, { from: formatDate(model.windowFrom, lang), to })
}

function besideLinks(page: Page, beside: RenderOptions['beside']): Markup | null {
  const { words } = page
  const links = [
    [beside?.index, words.allSnapshots],
    [beside?.markdown, 'Markdown'],
    [beside?.json, 'JSON'],
  ] as const
  const written = links.flatMap(([href, name]) =>
    href === undefined ? [] : html`<a href="${encodeURI(href)}">${name}</a>`,
  )
  if (written.length === 0) return null
  return html`<p class="dateline">${words.beside} ${written.map((link, index) => html`${index > 0 && ' · '}${link}`)}</p>`
}

/** Title, date, window and what the page is made from. */
export function masthead(page: Page, beside: RenderOptions['beside']): Markup {
  const { model, words, lang } = page
  return html`<header class="masthead"><div><p class="kicker"><span class="brand">vigie</span> ${words.kicker}</p><h1>${words.title}</h1><p class="subject">${withEnglish(words.subject, lang)}</p><p class="lede">${ledeOf(page)}</p><p class="dateline"><time datetime="${model.asOfDate}">${fill(words.snapshotOf, { date: formatDate(model.asOfDate, lang) })}</time> · ${windowText(page)}</p>${besideLinks(page, beside)}</div>${tallyList(page)}</header>`
}

function keyFigures(page: Page): Markup {
  const { model, words, lang } = page
  const { totals } = model
  const counted = (n: number, label: string) => [formatNumber(n, lang), fill(label, { n })] as const
  const figures = [
    counted(totals.vacanciesInWindow, words.kfVacancies),
    counted(totals.employers, words.kfEmployers),
    [totals.vacanciesInWindow === 0 ? '–' : formatShare(totals.withPay / totals.vacanciesInWindow, lang), words.kfPay],
    [formatNumber(totals.liveOnDay, lang), words.kfLive],
    counted(totals.postings, words.kfPostings),
  ] as const
  return html`<dl class="figures" aria-label="${words.keyFigures}">${figures.map(
    ([figure, label]) => html`<div><dt>${label}</dt><dd>${figure}</dd></div>`,
  )}</dl>`
}

/** How many claims got each verdict, as a small bar chart that is a list. */
function tallyList(page: Page): Markup | null {
  const { words, lang, model } = page
  const counts = tally(model.verdicts.map(({ verdict }) => verdict))
  if (counts.length === 0) return null
  const most = Math.max(...counts.map(([, count]) => count))
  const items = counts.map(([verdict, count]) => {
    const bar = html`<svg class="run" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="fill" width="${((count / most) * 100).toFixed(1)}" height="8"/></svg>`
    return html`<li class="v-${verdict}">${verdictIcon(verdict)}<b>${formatNumber(count, lang)}</b><span>${verdictCounted(words, verdict, count)}</span>${bar}</li>`
  })
  const head = fill(words.tallyHead, { n: formatNumber(model.verdicts.length, lang) })
  return html`<div class="tally"><p>${head}</p><ul>${items}</ul></div>`
}

/** A headline under the claim it answers, where it is the sentence of one. */
function headline(page: Page, text: Bilingual): Markup {
  const [line] = page.model.verdicts.filter(({ sentence }) => sentence.fr === text.fr)
  const body = html`<p class="headline">${page.speak(text)}</p>`
  if (line === undefined) return html`<li>${body}</li>`
  const { id, article, statement } = line.claim
  return html`<li><p class="meta">${verdictBadge(page, line.verdict)}<span class="src">${articleName(page, article)}</span></p><p class="asked"><a href="#${id}">${page.speak(statement)}</a></p>${body}</li>`
}

/** The headlines, the head figures and the tally of verdicts. */
export function sectionOpening(page: Page): Markup {
  const { model, words } = page
  return html`<section class="opening" aria-labelledby="headlines"><h2 id="headlines">${words.headlines}</h2>${
    model.headlines.length === 0
      ? html`<p class="none">${words.noHeadlines}</p>`
      : html`<ul class="headlines">${model.headlines.map((text) => headline(page, text))}</ul>`
  }${keyFigures(page)}</section>`
}
