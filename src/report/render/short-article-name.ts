import type { Article } from '../../domain/claim.ts'
import { foreignLine } from './foreign-text.ts'
import type { Words } from './language/french.ts'

const MOST = 44
const SPECIAL = /[.*+?^${}()|[\]\\]/g

/** A text in which the names of the roles give way to their short forms: `Différence entre CM et SMM`. */
function shortenRoles(text: string, { roles, rolesShort }: Words): string {
  return (['smm', 'cm'] as const).reduce(
    (short, role) => short.replace(new RegExp(roles[role].replace(SPECIAL, '\\$&'), 'gi'), rolesShort[role]),
    text,
  )
}

/** How an article is named in a line: its letter, who published it and when; where nobody signs it, its title. */
export function shortArticleName(article: Article, words: Words): string {
  const { id, author, publisher, title, datePublished } = article
  const who = foreignLine(publisher ?? author ?? shortenRoles(foreignLine(title, 400), words), MOST)
  const letter = id.length <= 2 ? `${foreignLine(id)} · ` : ''
  return `${letter}${who}${datePublished === null ? '' : `, ${foreignLine(datePublished.slice(0, 4))}`}`
}
