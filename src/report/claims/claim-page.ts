import { CAVEATS } from '../../domain/caveat.ts'
import type { Article, Claim } from '../../domain/claim.ts'
import { DISPUTES } from '../../domain/dispute.ts'
import { type ComputableTest, caveatsOf } from '../judge/judge-claim.ts'
import { describeClaimed } from '../judge/write-sentence.ts'
import { frenchTypography, type Lang } from '../render/language/lang.ts'
import { wordsOf } from '../render/language/words.ts'
import { describeCounted, type PageLine } from './describe-counted.ts'
import { describeRule, unitOf } from './describe-rule.ts'

/** A part of a page under its heading. */
export interface PagePart {
  readonly heading: string
  readonly lines: readonly PageLine[]
}

/** One claim for a reader: what the article says, what is counted, and what each verdict takes. */
export interface ClaimPage {
  readonly id: string
  readonly theme: string
  /** The wording, in French as in the article; in English besides when the page is. */
  readonly statements: readonly string[]
  readonly article: string
  readonly parts: readonly PagePart[]
}

/** What a page is made from besides the claim. */
export interface ClaimPageContext {
  readonly article: Article | undefined
  /** All claims, to say what the others state. */
  readonly claims: readonly Claim[]
  readonly lang: Lang
}

/** Writes the page of a claim, all in one language; the article's own French words stay French. */
export function claimPage(claim: Claim, { article, claims, lang }: ClaimPageContext): ClaimPage {
  const fr = frenchTypography(claim.statement.fr)
  const parts =
    claim.test.testable === 'no' ? [notTestable(claim.test.reason[lang], lang)] : testParts(claim.test, lang)
  const others = otherAnswers(claim, claims, lang)
  return spaced(
    {
      id: claim.id,
      theme: wordsOf(lang).themes[claim.theme],
      statements: lang === 'fr' ? [fr] : [`« ${fr} »`, claim.statement.en],
      article: article === undefined ? claim.article : articleText(article, lang),
      parts: others === null ? parts : [...parts, others],
    },
    lang,
  )
}

function articleText({ id, title, author, publisher, datePublished, eurosOfYear, url }: Article, lang: Lang): string {
  const signed = [author, publisher, datePublished].filter((part) => part !== null).join(', ')
  const euros = eurosOfYear === null ? '' : lang === 'fr' ? ` ; euros de ${eurosOfYear}` : `; euros of ${eurosOfYear}`
  const undated = datePublished === null ? (lang === 'fr' ? ' (sans date)' : ' (undated)') : ''
  return `Article ${id} : « ${title} »${signed === '' ? '' : `, ${signed}`}${undated}${euros}${url === null ? '' : `, ${url}`}`
}

function notTestable(reason: string, lang: Lang): PagePart {
  return lang === 'fr'
    ? { heading: 'Pas vérifiable par des offres', lines: [['raison', reason]] }
    : { heading: 'Not testable by job ads', lines: [['reason', reason]] }
}

function testParts(test: ComputableTest, lang: Lang): PagePart[] {
  const fr = lang === 'fr'
  const { verdicts } = wordsOf(lang)
  const rule = describeRule(test, lang).map(
    ([verdict, condition]): PageLine => [verdicts[verdict].name.toLowerCase(), condition],
  )
  const caveats = caveatsOf(test, { caveats: [], groups: [] })
  const limits = caveats.map((code): PageLine => [wordsOf(lang).caveatTags[code] ?? code, CAVEATS[code][lang]])
  return [
    { heading: fr ? 'Ce qui est compté' : 'What is counted', lines: describeCounted(test, lang) },
    {
      heading: fr ? 'La règle, fixée avant de lire les offres' : 'The rule, fixed before any ad was read',
      lines: [
        [fr ? 'en regard' : 'compared', describeClaimed(test, unitOf(test.measure), lang)],
        ...rule,
        afterwards(fr),
      ],
    },
    ...(limits.length === 0 ? [] : [{ heading: fr ? 'Limites' : 'Limits', lines: limits }]),
  ]
}

/** What every verdict goes through, whatever the claim. */
function afterwards(fr: boolean): PageLine {
  return fr
    ? [
        'ensuite',
        'l’intervalle est à 95 %, par grappes d’employeurs ; un verdict que le nombre d’affirmations jugées rendrait fortuit n’est pas retenu, un verdict qui change sans une source ou un employeur est dit fragile (docs/method.md)',
      ]
    : [
        'then',
        'the interval is at 95%, clustered by employer; a verdict that so many claims would give by chance is not retained, one that changes without one source or employer is called fragile (docs/method.md)',
      ]
}

function otherAnswers({ disputes, against }: Claim, claims: readonly Claim[], lang: Lang): PagePart | null {
  if (against.length === 0) return null
  const questions = (disputes ?? []).map((code) => DISPUTES[code][lang])
  const lines = against.map((id): PageLine => [id, claims.find((claim) => claim.id === id)?.statement[lang] ?? ''])
  const heading = lang === 'fr' ? 'Autres réponses' : 'Other answers'
  return {
    heading: questions.length === 0 ? heading : `${heading}${lang === 'fr' ? ' : ' : ': '}${questions.join(' ')}`,
    lines,
  }
}

function spaced(page: ClaimPage, lang: Lang): ClaimPage {
  if (lang === 'en') return page
  const parts = page.parts.map(({ heading, lines }) => ({
    heading: frenchTypography(heading),
    lines: lines.map(([label, text]): PageLine => [label, frenchTypography(text)]),
  }))
  return { ...page, article: frenchTypography(page.article), parts }
}
