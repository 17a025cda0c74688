import type { Article, Bilingual } from '../../domain/claim.ts'
import type { AdLine, ClaimVerdict, ReportModel } from '../report-model.ts'
import { withEnglish } from './english-words.ts'
import { finiteEstimates } from './finite-estimates.ts'
import { foreignLine } from './foreign-text.ts'
import type { Words } from './language/french.ts'
import { type Lang, say } from './language/lang.ts'
import { wordsOf } from './language/words.ts'
import type { Markup } from './markup.ts'
import { payWords } from './pay-words.ts'
import { quotableFirst } from './readings-behind.ts'
import { shortArticleName } from './short-article-name.ts'

// The longest sentences name a dozen tools; a longer one has swallowed something of an ad.
const MOST_TEXT = 640

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
  /** The same as mark-up, its English words marked as such. */
  speak(text: Bilingual): Markup
}

/** Gathers what the parts of a page share. */
export function pageOf(given: ReportModel, lang: Lang): Page {
  const sound = finiteEstimates(given)
  // Two articles may claim the same: its headline is said once.
  const headlines = sound.headlines.filter(({ fr }, index, all) => all.findIndex((each) => each.fr === fr) === index)
  const inWords = sound.ads.map((ad) => (ad.pay === null ? ad : { ...ad, pay: payWords(ad.pay, lang) }))
  const ads = new Map(inWords.map((ad) => [ad.id, ad]))
  const ordered = sound.verdicts.map((line) => ({ ...line, adIds: quotableFirst(line, ads) }))
  const model = { ...sound, headlines, verdicts: ordered, ads: inWords }
  const words = wordsOf(lang)
  const articles = new Map(model.articles.map((article) => [article.id, article]))
  const verdicts = new Map(model.verdicts.map((line) => [line.claim.id, line]))
  const inLanguage = (text: Bilingual) =>
    say({ fr: foreignLine(text.fr, MOST_TEXT), en: foreignLine(text.en, MOST_TEXT) }, lang)
  return {
    model,
    lang,
    words,
    articles,
    verdicts,
    claimLabel: (id) => articleName({ articles, words, lang }, verdicts.get(id)?.claim.article ?? id),
    ads,
    say: inLanguage,
    speak: (text) => withEnglish(inLanguage(text), lang),
  }
}

/** How the article of this id is named in a line; the id where it is unknown. */
export function articleName({ articles, words, lang }: Pick<Page, 'articles' | 'words' | 'lang'>, id: string): string {
  const article = articles.get(id)
  if (article === undefined) return foreignLine(id, 60)
  const name = shortArticleName(article, words)
  return say({ fr: name, en: name }, lang)
}
