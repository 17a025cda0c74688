import type { SourceLine } from '../report-model.ts'
import { foreignLine } from './foreign-text.ts'
import { FRENCH_SOURCES } from './language/french-sources.ts'
import { frenchTypography } from './language/lang.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'

// A configured source bears its own name, then that of its sheet: `carrieres (Career site by sitemap …)`.
const OWN_AND_SHEET = /^(.{1,200}) \(([^()]{1,100})\)$/

/** The name of a source in the language of the page: its own name stays, that of its sheet is translated. */
export function sourceName({ lang }: Pick<Page, 'lang'>, name: string): string {
  if (lang === 'en') return foreignLine(name, 80)
  const [, own, sheet = name] = OWN_AND_SHEET.exec(name) ?? []
  const french = FRENCH_SOURCES.get(sheet)
  if (french === undefined) return foreignLine(name, 80)
  return frenchTypography(own === undefined ? french : `${foreignLine(own, 60)} (${french})`)
}

/** What a crawl rests on, in the language of the page; what has no translation is marked as the English it is. */
export function permissionText({ lang }: Pick<Page, 'lang'>, permission: string): Markup {
  const french = lang === 'fr' ? FRENCH_SOURCES.get(permission) : undefined
  if (french !== undefined) return html`${frenchTypography(french)}`
  return html`<bdi${lang === 'fr' && html` lang="en"`}>${foreignLine(permission, 160)}</bdi>`
}

/**
 * How a source's last run ended. The store books an imported file as `capped`, since it says nothing about ads that are
 * gone; a reader is told that it was imported.
 */
export function outcomeOf({ kind, outcome, explanation }: SourceLine): SourceLine['outcome'] | 'imported' {
  return kind === 'dump' && outcome === 'capped' && explanation === null ? 'imported' : outcome
}
