import type { Estimate, Verdict } from '../../domain/verdict.ts'
import { type ChartData, columnsOf } from '../charts/chart-data.ts'
import type { ClaimVerdict } from '../report-model.ts'
import { formatFigure, formatInterval, formatNumber, formatShare, perWhat } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'

/** An estimate in its unit, with what it is paid per. */
export function estimateText(page: Page, estimate: Estimate): string {
  return formatFigure(estimate.value, estimate.unit, page.lang) + perWhat(estimate.unit, page.lang)
}

/** The two ends of the 95 % interval. */
export function intervalText(page: Page, estimate: Estimate): string {
  return formatInterval(estimate.low, estimate.high, estimate.unit, page.lang)
}

/** The estimate a verdict may show: a figure from too few ads is no result, its count is. */
export function shownEstimate({ estimate, verdict }: ClaimVerdict): Estimate | null {
  return verdict === 'insufficient_data' ? null : estimate
}

/** How many vacancies and employers an estimate rests on, and how many say nothing. */
export function sampleText(page: Page, line: ClaimVerdict, estimate: Estimate): string {
  const { words, lang } = page
  const counted = fill(words.sample, {
    vacancies: formatNumber(estimate.nVacancies, lang),
    employers: formatNumber(estimate.nEmployers, lang),
  })
  if (estimate.shareMissing < 0.005) return counted
  const missing = line.claim.theme === 'pay' ? words.missingPay : words.missing
  return `${counted} · ${fill(missing, { share: formatShare(estimate.shareMissing, lang) })}`
}

/** Name of a re-run in the language of the page, or its own name. */
export function variantName(page: Page, name: string): string {
  return page.words.variantNames[name] ?? name
}

type Run = readonly [name: string, verdict: Verdict, estimate: Estimate | null]

function runsOf(line: ClaimVerdict): readonly Run[] {
  return [
    ['main', line.verdict, line.estimate],
    ...line.variants.map(({ name, verdict, estimate }) => [name, verdict, estimate] as const),
  ]
}

/** The measure and its re-runs for a machine: codes, plain numbers and their unit. */
export function claimData(line: ClaimVerdict): ChartData {
  return {
    columns: columnsOf('text', 'run', 'verdict', 'value', 'low', 'high', 'unit', 'vacancies', 'employers'),
    rows: runsOf(line).map(([name, verdict, estimate]) => [
      name,
      verdict,
      estimate?.value ?? null,
      estimate?.low ?? null,
      estimate?.high ?? null,
      estimate?.unit ?? null,
      estimate?.nVacancies ?? null,
      estimate?.nEmployers ?? null,
    ]),
  }
}

/** The same for a person: few columns, figures in their unit, so that it needs no scrolling on a phone. */
export function runTable(page: Page, line: ClaimVerdict): Markup {
  const { words, lang } = page
  const heads = [
    [words.variant, words.verdict],
    [words.estimate, words.interval],
    [words.vacancies, null],
  ] as const
  const rows = runsOf(line).map(([name, verdict, estimate]) => {
    const figure =
      estimate === null ? '–' : html`${estimateText(page, estimate)}<small>${intervalText(page, estimate)}</small>`
    const count = estimate === null ? '–' : formatNumber(estimate.nVacancies, lang)
    return html`<tr><th scope="row">${variantName(page, name)}<small>${words.verdicts[verdict].name}</small></th><td>${figure}</td><td>${count}</td></tr>`
  })
  return html`<table class="runs"><caption class="hidden">${words.variants} – ${line.claim.id}</caption><thead><tr>${heads.map(([head, below]) => html`<th scope="col">${head}${below !== null && html`<small>${below}</small>`}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`
}
