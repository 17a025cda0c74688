import { VERDICTS, type Verdict } from '../../domain/verdict.ts'
import type { ReportModel } from '../report-model.ts'
import { withEnglish } from './english-words.ts'
import { formatDate, formatNumber } from './language/format-figures.ts'
import type { RenderOptions } from './language/lang.ts'
import { fill, wordsOf } from './language/words.ts'
import { html, Markup } from './markup.ts'
import { STYLE } from './style/style.ts'
import { ICON_SHEET, verdictCounted, verdictIcon } from './verdict-badge.ts'

/** One snapshot as the index lists it. */
export interface SnapshotEntry {
  readonly snapshotId: string
  readonly asOfDate: string
  readonly sampleData: boolean
  readonly vacancies: number
  readonly employers: number
  readonly verdicts: Readonly<Record<Verdict, number>>
  /** File names beside the index; null for a form that was not written. */
  readonly files: { readonly html: string | null; readonly markdown: string | null; readonly json: string | null }
}

// `2026-11-20-10` comes after `2026-11-20-2`.
const ORDER = new Intl.Collator('en', { numeric: true })

/** What the index says of a report. */
export function toSnapshotEntry(model: ReportModel, files: SnapshotEntry['files']): SnapshotEntry {
  const counts = VERDICTS.map((verdict) => [verdict, model.verdicts.filter((line) => line.verdict === verdict).length])
  return {
    snapshotId: model.snapshotId,
    asOfDate: model.asOfDate,
    sampleData: model.sampleData,
    vacancies: model.totals.vacanciesInWindow,
    employers: model.totals.employers,
    verdicts: Object.fromEntries(counts) as SnapshotEntry['verdicts'],
    files,
  }
}

/** The page that lists all snapshots of a folder, newest first. */
export function renderIndex(snapshots: readonly SnapshotEntry[], options: RenderOptions): string {
  const { lang } = options
  const words = wordsOf(lang)
  const newestFirst = [...snapshots].sort((a, b) => ORDER.compare(b.snapshotId, a.snapshotId))
  const link = (name: string | null, text: string) => name !== null && html`<a href="${encodeURI(name)}">${text}</a> `
  const entries = newestFirst.map(
    (each) =>
      html`<li><h2>${each.files.html === null ? formatDate(each.asOfDate, lang) : html`<a href="${encodeURI(each.files.html)}">${formatDate(each.asOfDate, lang)}</a>`}</h2><p class="n"><code>${each.snapshotId}</code> · ${formatNumber(each.vacancies, lang)} ${fill(words.kfVacancies, { n: each.vacancies })} · ${formatNumber(each.employers, lang)} ${fill(words.kfEmployers, { n: each.employers })}${each.sampleData && html` · <b class="fragile">${words.index.sample}</b>`}</p><ul class="counts">${VERDICTS.map(
        (verdict) =>
          each.verdicts[verdict] > 0 &&
          html`<li class="v-${verdict}">${verdictIcon(verdict)}<b>${each.verdicts[verdict]}</b> ${verdictCounted(words, verdict, each.verdicts[verdict])}</li>`,
      )}</ul><p class="n">${words.index.files} ${link(each.files.html, 'HTML')}${link(each.files.markdown, 'Markdown')}${link(each.files.json, 'JSON')}</p></li>`,
  )
  return `${html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.index.title} – vigie</title>
<style>${new Markup(STYLE)}</style>
</head>
<body class="index">
${ICON_SHEET}
<div class="page">
<header class="masthead"><div><p class="kicker"><span class="brand">vigie</span> ${withEnglish(words.subject, lang)}</p><h1>${words.index.title}</h1><p class="lede">${words.index.intro}</p></div></header>
<main id="main">${entries.length === 0 ? html`<p class="none">${words.index.none}</p>` : html`<ol class="snapshots">${entries}</ol>`}</main>
</div>
</body>
</html>
`}`
}
