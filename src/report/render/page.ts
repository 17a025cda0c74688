import type { Article, Bilingual } from '../../domain/claim.ts'
import type { AdLine, ClaimVerdict, ReportModel } from '../report-model.ts'
import { foreignLine } from './foreign-text.ts'
import type { Words } from './language/french.ts'
import { type Lang, say } from './language/lang.ts'
import { wordsOf } from './language/words.ts'

// Sentences of the model are short; a longer one has swallowed something of an ad.
const MOST_TEXT = 400

/** What every part of a page is made from. */
export interface Page {
  readonly model: ReportModel
  readonly lang: Lang
  readonly words: Words
  readonly articles: ReadonlyMap<string, Article>
  readonly verdicts: ReadonlyMap<string, ClaimVerdict>
  readonly ads: ReadonlyMap<string, AdLine>
  /** A text of the model in the language of the page. */
  say(text: Bilingual): string
}

/** Gathers what the parts of a page share. */
export function pageOf(model: ReportModel, lang: Lang): Page {
  return {
    model,
    lang,
    words: wordsOf(lang),
    articles: new Map(model.articles.map((article) => [article.id, article])),
    verdicts: new Map(model.verdicts.map((line) => [line.claim.id, line])),
    ads: new Map(model.ads.map((ad) => [ad.id, ad])),
    say: (text) => foreignLine(say(text, lang), MOST_TEXT),
  }
}

/** How an article is named in a line: who published it and when. */
export function articleName(page: Page, id: string): string {
  const article = page.articles.get(id)
  if (article === undefined) return id
  const name = article.author ?? article.publisher ?? article.title
  return foreignLine(article.datePublished === null ? name : `${name}, ${article.datePublished.slice(0, 4)}`, 60)
}
