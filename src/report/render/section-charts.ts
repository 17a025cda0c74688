import type { ChartContext } from '../charts/chart-frame.ts'
import { drawFlow, drawnFlow, flowData, namedTitles } from '../charts/flow-chart.ts'
import { drawPay, type PayDomain, payData, payDomain } from '../charts/pay-chart.ts'
import { drawRegionMap, isRegionTable, rankRegions } from '../charts/region-map.ts'
import { drawShares, rolesDrawn, rolesIn } from '../charts/share-chart.ts'
import { shareData, shareTableData } from '../charts/share-data.ts'
import { drawTrend, trendData } from '../charts/trend-chart.ts'
import type { PayDistribution, ShareTable } from '../report-model.ts'
import { withEnglish } from './english-words.ts'
import { figureBlock, scrollTable } from './figure-block.ts'
import { formatNumber, formatShare } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'
import { verdictBadge } from './verdict-badge.ts'

// Lists that speak of the work itself; all others are about contract, people and places.
const WORK_TABLES: ReadonlySet<string> = new Set([
  'missions',
  'mission',
  'skills',
  'skill',
  'tools',
  'tool',
  'platforms',
  'platform',
])

const SLUG = /^[a-z][a-z0-9-]{0,30}$/
// The design's minimum of a group of salaries.
const LEAST_PAID = 20
const LEAST_PAYING = 12
// And that of any other group.
const LEAST_TITLED = 30

function claimLinks(page: Page, ids: readonly string[]): Markup {
  return html`${[...new Set(ids)].map((id) => (page.verdicts.has(id) ? html`<a href="#${id}">${id}</a> ` : html`${id} `))}`
}

function payFigure(page: Page, group: PayDistribution, domain: PayDomain, index: number): Markup {
  const { words, lang } = page
  const figures = {
    n: formatNumber(group.n, lang),
    employers: formatNumber(group.nEmployers, lang),
    missing: formatShare(group.shareMissing, lang),
  }
  if (group.n < LEAST_PAID || group.nEmployers < LEAST_PAYING) {
    return html`<p class="none">${fill(words.payFew, { ...figures, group: page.say(group.group) })}</p>`
  }
  const refs = claimLinks(
    page,
    group.claimed.map(({ claimId }) => claimId),
  )
  return figureBlock(
    page,
    {
      id: `pay-${index + 1}`,
      caption: html`<h3>${page.speak(group.group)}</h3><p class="n">${fill(words.payN, figures)}</p>`,
      note: group.claimed.length > 0 && html`<p class="refs">${words.claimedRange} ${refs}</p>`,
      data: payData(group, domain, page),
      query: 'pay',
      draw: (context) => drawPay(group, domain, context),
    },
    fill(words.chart.pay, { group: page.say(group.group) }),
  )
}

/** Distribution of advertised pay per group with the claimed bands beneath. */
export function sectionPay(page: Page): Markup {
  const { model, words } = page
  const groups = model.pay.filter(({ n }) => n > 0)
  const domain = payDomain(groups)
  const body =
    groups.length === 0
      ? html`<p class="none">${words.payNone}</p>`
      : html`<p class="intro">${words.payIntro}</p>${groups.map((group, index) => payFigure(page, group, domain, index))}`
  return html`<section id="pay" aria-labelledby="pay-h"><h2 id="pay-h">${words.pay}</h2>${body}</section>`
}

function shareLegend(page: Page, table: ShareTable, hasClaims: boolean): Markup {
  const { words } = page
  const drawn = rolesDrawn(table)
  const left = rolesIn(table).filter((role) => !drawn.includes(role))
  const keys = drawn.map(
    (role) => html`<span class="key k-${role}">${withEnglish(words.roles[role], page.lang)}</span>`,
  )
  const claimed = hasClaims && drawn.length > 0 && html`<span class="key k-claimed">${words.claimedShare}</span>`
  const few =
    left.length > 0 &&
    html`<p class="n">${fill(words.notDrawn, { roles: left.map((role) => words.roles[role]).join(', ') })}</p>`
  return html`${keys.length > 0 && html`<p class="legend">${keys}${claimed}</p>`}${few}`
}

/** Shares as rows; those of regions below the map of the country. */
function drawTable(table: ShareTable, context: ChartContext): Markup {
  if (!isRegionTable(table)) return drawShares(table, context)
  return html`${drawRegionMap(table, context)}${drawShares(rankRegions(table), context)}`
}

function shareFigure(page: Page, table: ShareTable, index: number): Markup | null {
  if (rolesIn(table).length === 0) return null
  const title = page.say(table.title)
  const claimed = table.rows.flatMap((row) => row.claimed.map(({ claimId }) => claimId))
  return figureBlock(
    page,
    {
      id: `share-${SLUG.test(table.id) ? table.id : index + 1}`,
      caption: html`<h3>${title}</h3>${shareLegend(page, table, claimed.length > 0)}`,
      note: claimed.length > 0 && html`<p class="refs">${page.words.claimedRefs} ${claimLinks(page, claimed)}</p>`,
      data: shareData(table, page),
      query: table.id,
      table: shareTableData(table, page),
      draw: rolesDrawn(table).length === 0 ? null : (context) => drawTable(table, context),
    },
    title,
  )
}

/** What the ads ask for: missions, skills, tools and platforms by role. */
export function sectionShares(page: Page): Markup {
  const { words, model } = page
  const figures = model.shareTables.map((table, index) =>
    WORK_TABLES.has(table.id) ? shareFigure(page, table, index) : null,
  )
  const some = figures.some((figure) => figure !== null)
  return html`<section id="asked" aria-labelledby="asked-h"><h2 id="asked-h">${words.shares}</h2>${some ? html`<p class="intro">${words.sharesIntro}</p>${figures}` : html`<p class="none">${words.sharesNone}</p>`}</section>`
}

/** Contract, education, experience, places and employers. */
export function sectionProfile(page: Page): Markup {
  const { words, model } = page
  const figures = model.shareTables.map((table, index) =>
    WORK_TABLES.has(table.id) ? null : shareFigure(page, table, index),
  )
  const some = figures.some((figure) => figure !== null)
  return html`<section id="profile" aria-labelledby="profile-h"><h2 id="profile-h">${words.profile}</h2>${some ? html`<p class="intro">${words.profileIntro}</p>${figures}` : html`<p class="none">${words.sharesNone}</p>`}</section>`
}

/** Title role against content role. */
export function sectionFlow(page: Page): Markup {
  const { words, model, lang } = page
  const { total, same } = namedTitles(model.titleByContent)
  const { flow, leftOut } = drawnFlow(model.titleByContent)
  const some = model.titleByContent.some(({ vacancies }) => vacancies > 0)
  const enough = total >= LEAST_TITLED
  const share = enough
    ? fill(words.flowSame, { share: formatShare(same / total, lang) })
    : fill(words.flowFew, { n: formatNumber(total, lang) })
  const rest = leftOut > 0 && html`<p class="n">${fill(words.flowLeftOut, { n: formatNumber(leftOut, lang) })}</p>`
  const body = some
    ? html`<p class="intro">${words.flowIntro}</p>${figureBlock(
        page,
        {
          id: 'flow',
          caption: html`<h3>${words.flowTitle}</h3><p class="n">${share}</p>${enough && rest}`,
          data: flowData(model.titleByContent, page),
          query: 'flow',
          draw: enough ? (context) => drawFlow(flow, context) : null,
        },
        words.flowTitle,
      )}`
    : html`<p class="none">${words.flowNone}</p>`
  return html`<section id="title-content" aria-labelledby="title-content-h"><h2 id="title-content-h">${words.flow}</h2>${body}</section>`
}

/** A claim by what it says; by its id alone where it is no longer judged. */
function changedClaim(page: Page, claimId: string): Markup {
  const line = page.verdicts.get(claimId)
  if (line === undefined) return html`<span class="id">${claimId}</span>`
  return html`<a href="#${claimId}">${page.speak(line.claim.statement)}</a> <span class="id">${claimId}</span>`
}

function changes(page: Page): Markup {
  const { words, model } = page
  if (model.changes.length === 0)
    return html`<p class="none">${model.comparedWith === null ? words.nothingToCompare : words.noChanges}</p>`
  return scrollTable(
    page,
    html`<thead><tr><th scope="col">${words.claim}</th><th scope="col">${words.from}</th><th scope="col">${words.to}</th><th scope="col">${words.becauseHead}</th></tr></thead><tbody>${model.changes.map(
      ({ claimId, from, to, because }) =>
        html`<tr><th scope="row">${changedClaim(page, claimId)}</th><td>${verdictBadge(page, from)}</td><td>${verdictBadge(page, to)}</td><td>${words.because[because]}</td></tr>`,
    )}</tbody>`,
    words.changes,
  )
}

/** Which snapshot is compared, for several are not. */
export function changesTitle({ words, model }: Page): string {
  return model.comparedWith === null ? words.changes : `${words.changes} (${model.comparedWith})`
}

/** The last snapshots and what moved since. */
export function sectionTrend(page: Page): Markup {
  const { words, model } = page
  const points = model.trend
  const hasPay = points.some(({ medianPayCm, medianPaySmm }) => medianPayCm !== null || medianPaySmm !== null)
  const data = trendData(points, page)
  const body =
    points.length < 2
      ? html`<p class="none">${words.trendOne}</p>`
      : html`${figureBlock(page, { id: 'trend-vacancies', caption: html`<h3>${words.trendTitle}</h3>`, data, draw: (context) => drawTrend(points, 'vacancies', context) }, words.trendTitle)}${
          hasPay &&
          figureBlock(
            page,
            {
              id: 'trend-pay',
              caption: html`<h3>${words.trendPayTitle}</h3>`,
              data,
              draw: (context) => drawTrend(points, 'pay', context),
            },
            words.trendPayTitle,
          )
        }`
  return html`<section id="trend" aria-labelledby="trend-h"><h2 id="trend-h">${words.trend}</h2>${body}<h3>${changesTitle(page)}</h3>${changes(page)}</section>`
}
