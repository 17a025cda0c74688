import { ENGLISH_NAMES } from './language/english-names.ts'
import { FRENCH_NAMES } from './language/french-names.ts'
import type { Lang } from './language/lang.ts'
import { html, type Markup } from './markup.ts'

// Names of roles that are the same in both languages are English words: a voice that reads French must be told.
const NAMES = Object.entries(FRENCH_NAMES.roles).flatMap(([role, name]) =>
  Object.entries(ENGLISH_NAMES.roles).some(([other, english]) => other === role && english === name) ? [name] : [],
)
const ENGLISH = new RegExp(`\\b((?:${NAMES.join('|')})s?)\\b`, 'i')

/** A text of the page; in French, the English names of jobs inside it are marked as English. */
export function withEnglish(text: string, lang: Lang): Markup {
  if (lang === 'en' || NAMES.length === 0) return html`${text}`
  return html`${text.split(ENGLISH).map((part, index) => (index % 2 === 1 ? html`<span lang="en">${part}</span>` : part))}`
}
