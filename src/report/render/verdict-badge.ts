import { VERDICTS, type Verdict } from '../../domain/verdict.ts'
import type { Words } from './language/french.ts'
import { html, Markup } from './markup.ts'
import type { Page } from './page.ts'

// 16 × 16 drawings: a verdict is told by its shape and its name, its colour only helps.
const ICONS: Readonly<Record<Verdict, string>> = {
  supported: '<path d="M3 8.5l3.5 3.5L13 4.5"/>',
  overstated: '<path d="M8 2.5v10M3.5 8.5L8 13l4.5-4.5"/>',
  understated: '<path d="M8 13.5v-10M3.5 7.5L8 3l4.5 4.5"/>',
  contradicted: '<path d="M3.5 3.5l9 9m0-9l-9 9"/>',
  inconclusive: '<path d="M2.5 6c2-2 3.5-2 5.5 0s3.5 2 5.5 0M2.5 11c2-2 3.5-2 5.5 0s3.5 2 5.5 0"/>',
  insufficient_data: '<path d="M3 8h.01M8 8h.01M13 8h.01"/>',
  not_testable: '<path d="M3 8h10"/>',
}

/** The icons, once per page; badges refer to them. */
export const ICON_SHEET = new Markup(
  `<svg width="0" height="0" class="sheet" aria-hidden="true" focusable="false">${VERDICTS.map(
    (verdict) => `<symbol id="i-${verdict}" viewBox="0 0 16 16">${ICONS[verdict]}</symbol>`,
  ).join('')}</svg>`,
)

/** The icon alone, hidden from screen readers. */
export function verdictIcon(verdict: Verdict): Markup {
  return html`<svg class="icon" aria-hidden="true"><use href="#i-${verdict}"/></svg>`
}

/** A verdict as icon and name. */
export function verdictBadge(page: Page, verdict: Verdict): Markup {
  return html`<span class="badge v-${verdict}">${verdictIcon(verdict)}${page.words.verdicts[verdict].name}</span>`
}

/** How many claims got each verdict, in the order of the domain. */
export function tally(verdicts: readonly Verdict[]): readonly (readonly [Verdict, number])[] {
  return VERDICTS.map((verdict) => [verdict, verdicts.filter((each) => each === verdict).length] as const).filter(
    ([, count]) => count > 0,
  )
}

/** What so many claims are: `confirmées`, or `confirmée` of one. */
export function verdictCounted(words: Words, verdict: Verdict, count: number): string {
  const { one, plural } = words.verdicts[verdict]
  return count === 1 ? one : plural
}
