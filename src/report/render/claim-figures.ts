import type { Estimate, Verdict } from '../../domain/verdict.ts'
import { type ChartData, columnsOf } from '../charts/chart-data.ts'
import type { ClaimVerdict } from '../report-model.ts'
import { formatFigure, formatInterval, formatNumber, formatShare, perWhat } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import type { Page } from './page.ts'

/** An estimate in its unit, with what it is paid per. */
export function estimateText(page: Page, estimate: Estimate): string {
  return formatFigure(estimate.value, estimate.unit, page.lang) + perWhat(estimate.unit, page.lang)
}

/** The two ends of the 95 % interval. */
export function intervalText(page: Page, estimate: Estimate): string {
  return formatInterval(estimate.low, estimate.high, estimate.unit, page.lang)
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

function runsOf(page: Page, line: ClaimVerdict): readonly Run[] {
  return [
    [page.words.mainRun, line.verdict, line.estimate],
    ...line.variants.map(({ name, verdict, estimate }) => [variantName(page, name), verdict, estimate] as const),
  ]
}

/** The measure and its re-runs for a machine: plain numbers and their unit. */
export function claimData(page: Page, line: ClaimVerdict): ChartData {
  const { words } = page
  return {
    columns: columnsOf(
      'text',
      words.variant,
      words.verdict,
      words.estimate,
      `${words.interval} –`,
      `${words.interval} +`,
      words.unit,
      words.vacancies,
      words.employers,
    ),
    rows: runsOf(page, line).map(([name, verdict, estimate]) => [
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

/** The same for a person: figures in their unit. */
export function claimTable(page: Page, line: ClaimVerdict): ChartData {
  const { words } = page
  return {
    columns: [
      ...columnsOf('text', words.variant, words.verdict, words.estimate, words.interval),
      ...columnsOf('count', words.vacancies, words.employers),
    ],
    rows: runsOf(page, line).map(([name, verdict, estimate]) => [
      name,
      words.verdicts[verdict].name,
      estimate === null ? null : estimateText(page, estimate),
      estimate === null ? null : intervalText(page, estimate),
      estimate?.nVacancies ?? null,
      estimate?.nEmployers ?? null,
    ]),
  }
}
