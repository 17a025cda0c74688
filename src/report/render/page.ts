import type { Article, Bilingual } from '../../domain/claim.ts'
import type { AdLine, ClaimVerdict, ReportModel } from '../report-model.ts'
import { finiteEstimates } from './finite-estimates.ts'
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
  /** Who makes a claim, in a few words. */
  claimLabel(claimId: string): string
  /** A text of the model in the language of the page. */
  say(text: Bilingual): string
}

/** Gathers what the parts of a page share. */
export function pageOf(given: ReportModel, lang: Lang): Page {
  const sound = finiteEstimates(given)
  // Two articles may claim the same: its headline is said once.
  const headlines = sound.headlines.filter(({ fr }, index, all) => all.findIndex((each) => each.fr === fr) === index)
  const model = { ...sound, headlines }
  const articles = new Map(model.articles.map((article) => [article.id, article]))
  const verdicts = new Map(model.verdicts.map((line) => [line.claim.id, line]))
  return {
    model,
    lang,
    words: wordsOf(lang),
    articles,
    verdicts,
    claimLabel: (id) => nameArticle(articles.get(verdicts.get(id)?.claim.article ?? ''), id),
    ads: new Map(model.ads.map((ad) => [ad.id, ad])),
    say: (text) => say({ fr: foreignLine(text.fr, MOST_TEXT), en: foreignLine(text.en, MOST_TEXT) }, lang),
  }
}

function nameArticle(article: Article | undefined, fallback: string): string {
  if (article === undefined) return foreignLine(fallback, 60)
  const { author, publisher, title, datePublished } = article
  const who = foreignLine(publisher ?? author ?? title, 44)
  return `${article.id.length <= 2 ? `${article.id} · ` : ''}${who}${datePublished === null ? '' : `, ${foreignLine(datePublished.slice(0, 4))}`}`
}

/** How an article is named in a line: its letter, who published it and when. */
export function articleName(page: Page, id: string): string {
  return nameArticle(page.articles.get(id), id)
}
