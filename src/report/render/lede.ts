import type { Verdict } from '../../domain/verdict.ts'
import { formatNumber } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import type { Page } from './page.ts'

const DECIDED: ReadonlySet<Verdict> = new Set(['supported', 'overstated', 'understated', 'contradicted'])

/** How many articles are examined, in letters up to ten: the sentence begins with it. */
function articlesInWords({ model, words, lang }: Page): string {
  const { length } = model.articles
  return words.numbers[length] ?? formatNumber(length, lang)
}

/** What the report is made from, and whether anything could be decided on it. */
export function ledeOf(page: Page): string {
  const { model, words, lang } = page
  const { postings, vacanciesInWindow, employers } = model.totals
  if (vacanciesInWindow === 0) return words.ledeNone
  const decided = model.verdicts.some(({ verdict }) => DECIDED.has(verdict))
  return fill(decided ? words.lede : words.ledeUndecided, {
    articles: articlesInWords(page),
    ads: formatNumber(postings, lang),
    n: formatNumber(vacanciesInWindow, lang),
    employers: formatNumber(employers, lang),
  })
}
