import { balances } from '../../domain/accounting.ts'
import { CAVEATS } from '../../domain/caveat.ts'
import { ROLES } from '../../domain/role.ts'
import { reasonName } from '../charts/funnel-chart.ts'
import { rolesIn } from '../charts/share-chart.ts'
import type { ClaimVerdict, ReportModel, ShareTable } from '../report-model.ts'
import { estimateText, intervalText, shownEstimate } from './claim-figures.ts'
import { formatDate, formatEuros, formatNumber, formatShare } from './language/format-figures.ts'
import type { RenderOptions } from './language/lang.ts'
import { fill } from './language/words.ts'
import { ledeOf } from './lede.ts'
import { markdownClaim } from './markdown-claim.ts'
import { markdownTable, markdownText } from './markdown-text.ts'
import { articleName, type Page, pageOf } from './page.ts'
import { readingName } from './reading-name.ts'
import { linesOf, THEMES } from './section-board.ts'
import { changesTitle } from './section-charts.ts'
import { citedCaveats } from './section-method.ts'
import { outcomeOf, sourceName } from './source-texts.ts'
import { tally, verdictCounted } from './verdict-badge.ts'

function opening(page: Page): string[] {
  const { model, words, lang } = page
  const to = formatDate(model.asOfDate, lang)
  const window =
    model.windowFrom === null
      ? fill(words.windowAll, { to })
      : fill(words.windowFrom, { from: formatDate(model.windowFrom, lang), to })
  return [
    `# ${words.title}`,
    ...(model.sampleData ? [`> **${words.sampleBanner}**`] : []),
    `*${words.subject}*`,
    ledeOf(page),
    `${fill(words.snapshotOf, { date: to })} · ${window}`,
    `## ${words.headlines}`,
    model.headlines.length === 0
      ? words.noHeadlines
      : model.headlines.map((line) => `- ${markdownText(page.say(line), 400)}`).join('\n'),
  ]
}

function board(page: Page): string[] {
  const { words, model, lang } = page
  const parts = THEMES.flatMap((theme) => {
    const lines = linesOf(page, theme)
    return lines.length === 0 ? [] : [`### ${words.themes[theme]}`, ...lines.map((line) => markdownClaim(page, line))]
  })
  const counts = tally(model.verdicts.map(({ verdict }) => verdict)).map(
    ([verdict, count]) => `${formatNumber(count, lang)} ${verdictCounted(words, verdict, count)}`,
  )
  const intro = [words.boardIntro, counts.join(' · ')]
  return [`## ${words.board}`, ...(parts.length === 0 ? [words.noVerdict] : [...intro, ...parts])]
}

function markdownEstimate(page: Page, line: ClaimVerdict): string | null {
  const estimate = shownEstimate(line)
  return estimate === null ? null : estimateText(page, estimate)
}

function contradictions(page: Page): string[] {
  const { words, model } = page
  if (model.contradictions.length === 0) return []
  return [
    `## ${words.contradictions}`,
    ...model.contradictions.flatMap(({ topic, claimIds }) => [
      `### ${markdownText(page.say(topic))}`,
      markdownTable(
        [words.article, words.claim, words.verdict, words.estimate],
        claimIds.flatMap((id) => {
          const line = page.verdicts.get(id)
          if (line === undefined) return []
          return [
            [
              markdownText(articleName(page, line.claim.article)),
              `[${id}](#${id}) ${markdownText(page.say(line.claim.statement), 300)}`,
              words.verdicts[line.verdict].name,
              markdownEstimate(page, line),
            ],
          ]
        }),
      ),
    ]),
  ]
}

function pay(page: Page): string[] {
  const { words, model, lang } = page
  const groups = model.pay.filter(({ n }) => n > 0)
  if (groups.length === 0) return [`## ${words.pay}`, words.payNone]
  const euros = (value: number | undefined) =>
    value === undefined ? null : formatEuros(Math.round(value / 100) * 100, lang)
  return [
    `## ${words.pay}`,
    markdownTable(
      [words.group, words.vacancies, words.q25, words.median, words.q75, words.withoutPay, words.claimedRange],
      groups.map((group) => [
        markdownText(page.say(group.group)),
        formatNumber(group.n, lang),
        euros(group.q25?.value),
        group.median === null ? null : `${euros(group.median.value)} (${intervalText(page, group.median)})`,
        euros(group.q75?.value),
        formatShare(group.shareMissing, lang),
        group.claimed
          .map(({ claimId, low, high }) => `[${claimId}](#${claimId}) ${euros(low)} – ${euros(high)}`)
          .join('<br>') || null,
      ]),
    ),
  ]
}

function shareTable(page: Page, table: ShareTable): string[] {
  const { words, lang } = page
  const roles = rolesIn(table)
  if (roles.length === 0) return []
  return [
    `### ${markdownText(page.say(table.title))}`,
    markdownTable(
      ['', ...roles.map((role) => words.rolesShort[role]), words.claimedShare],
      table.rows.map((row) => [
        markdownText(page.say(row.label), 120),
        ...roles.map((role) => {
          const estimate = row.cells.find((cell) => cell.role === role)?.estimate ?? null
          return estimate === null ? null : `${formatShare(estimate.value, lang)} (${intervalText(page, estimate)})`
        }),
        row.claimed.map(({ claimId, share }) => `[${claimId}](#${claimId}) ${formatShare(share, lang)}`).join('<br>') ||
          null,
      ]),
    ),
  ]
}

function flow(page: Page): string[] {
  const { words, model, lang } = page
  const count = (title: string, content: string) =>
    model.titleByContent.find((each) => each.titleRole === title && each.role === content)?.vacancies ?? 0
  if (model.titleByContent.length === 0) return [`## ${words.flow}`, words.flowNone]
  return [
    `## ${words.flow}`,
    markdownTable(
      [`${words.titleRole} → ${words.contentRole}`, ...ROLES.map((role) => words.roles[role])],
      ROLES.map((title) => [words.roles[title], ...ROLES.map((content) => formatNumber(count(title, content), lang))]),
    ),
  ]
}

function trend(page: Page): string[] {
  const { words, model, lang } = page
  const euros = (value: number | null) => (value === null ? null : formatEuros(Math.round(value), lang))
  return [
    `## ${words.trend}`,
    model.trend.length < 2
      ? words.trendOne
      : markdownTable(
          [
            words.snapshot,
            words.vacancies,
            words.rolesShort.cm,
            words.rolesShort.smm,
            `${words.median} CM`,
            `${words.median} SMM`,
          ],
          model.trend.map((point) => [
            point.snapshotId,
            formatNumber(point.vacancies, lang),
            formatNumber(point.cm, lang),
            formatNumber(point.smm, lang),
            euros(point.medianPayCm),
            euros(point.medianPaySmm),
          ]),
        ),
    `### ${changesTitle(page)}`,
    model.changes.length === 0
      ? model.comparedWith === null
        ? words.nothingToCompare
        : words.noChanges
      : markdownTable(
          [words.claim, words.from, words.to, words.becauseHead],
          model.changes.map(({ claimId, from, to, because }) => [
            `[${claimId}](#${claimId})`,
            words.verdicts[from].name,
            words.verdicts[to].name,
            words.because[because],
          ]),
        ),
  ]
}

function sources(page: Page): string[] {
  const { words, model, lang } = page
  const funnel = model.funnel.map((line) => [
    words.stages[line.stage] ?? markdownText(line.stage, 60),
    formatNumber(line.in, lang),
    formatNumber(line.out, lang),
    Object.entries(line.skipped)
      .map(([reason, count]) => `${markdownText(reasonName(reason, page))} ${formatNumber(count, lang)}`)
      .join(', ') || null,
    balances(line) ? words.yes : fill(words.unbalanced, { n: '?' }),
  ])
  const share = (value: number | null) => (value === null ? null : formatShare(value, lang))
  return [
    `## ${words.sources}`,
    model.sources.length === 0
      ? words.noSources
      : markdownTable(
          [words.source, words.kind, words.lastRun, words.outcome, words.postings, words.new, words.gone],
          model.sources.map((source) => [
            markdownText(sourceName(page, source.name), 80),
            words.kinds[source.kind] ?? markdownText(source.kind, 40),
            source.lastRunAt?.slice(0, 10) ?? words.never,
            source.outcome === null
              ? null
              : `${words.outcomes[outcomeOf(source) ?? source.outcome] ?? source.outcome}${source.explanation === null ? '' : ` – ${markdownText(source.explanation, 240)}`}`,
            formatNumber(source.postings, lang),
            formatNumber(source.postingsNew, lang),
            formatNumber(source.postingsGone, lang),
          ]),
        ),
    `### ${words.funnel}`,
    funnel.length === 0
      ? words.noFunnel
      : markdownTable([words.stage, words.in, words.out, words.reason, words.balanced], funnel),
    `### ${words.accuracy}`,
    model.accuracy.length === 0
      ? words.noAccuracy
      : markdownTable(
          [words.reading, words.labelled, words.precision, words.recall],
          model.accuracy.map((line) => [
            markdownText(readingName(page, line.reading), 60),
            formatNumber(line.n, lang),
            share(line.precision),
            share(line.recall),
          ]),
        ),
  ]
}

function method(page: Page): string[] {
  const { words, model } = page
  return [
    `## ${words.method}`,
    words.methodPoints.map((point) => `- ${point}`).join('\n'),
    words.methodMore,
    ...(citedCaveats(page).length === 0
      ? []
      : [
          `### ${words.caveatLegend}`,
          citedCaveats(page)
            .map((caveat) => `- ${page.say(CAVEATS[caveat])}`)
            .join('\n'),
        ]),
    `### ${words.versions}`,
    Object.entries(model.versions)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([part, version]) => `- ${markdownText(part, 60)} ${markdownText(version, 80)}`)
      .join('\n'),
  ]
}

/** The report as Markdown: the same order and sentences as the page, figures as tables, no drawing. */
export function renderMarkdown(model: ReportModel, options: RenderOptions): string {
  const page = pageOf(model, options.lang)
  const { words } = page
  const shares = model.shareTables.flatMap((table) => shareTable(page, table))
  return `${[
    ...opening(page),
    ...board(page),
    ...contradictions(page),
    ...pay(page),
    `## ${words.shares}`,
    ...(shares.length === 0 ? [words.sharesNone] : shares),
    ...flow(page),
    ...trend(page),
    ...sources(page),
    ...method(page),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`
}
