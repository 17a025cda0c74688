import { type AmountExpression, findExpressions } from '../salary/amount-expression.ts'
import { type FoldedText, foldText } from '../salary/fold-text.ts'
import { firstAt } from './match-at.ts'
import type { Found } from './quote.ts'

const REPORTS =
  /(?:rattache\S{0,4}|sous la (?:responsabilite|direction|supervision|houlette|hierarchie)|sous l'autorite|report(?:ing|s)? (?:directly )?(?:in)?to|report(?:e|es|era|eras|erez|ant|ez) (?:directement )?(?=au|a )|rend\w* compte|encadre(?:\(e\)|e|[.\u00b7]e)? par|supervise\S{0,4} par|depend\w* d[ue])(?: (?:directement|hierarchiquement|direct|into|within))*(?: (?:a la|au|aux|a l'|a|de la|du|de l'|de|d'|to the|to|par la|par le|par))? ?([^.\n;,!?]{3,80})/y
const CODES: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['communication', /communication|communications|com\b|\brp\b|presse|corporate affairs/],
  ['marketing', /marketing|\bcmo\b|brand|marque|growth|acquisition/],
  ['digital', /digital|numerique|web|e-?commerce|social|community|reseaux|content|contenu|editorial|redac/],
  [
    'direction',
    /direction generale|directeur general|directrice generale|dirigeant|gerant|president|fondat|founder|\bceo\b|\bdg\b|\bceo\b|direction$|directeur$|directrice$/,
  ],
]

/** To whom the person reports, as a code of the closed list; `other` when named but none of these. */
export function readReportsTo(folded: FoldedText): Found<string> | null {
  const found = firstAt(folded.text, folded.triggers('reports'), REPORTS)
  if (found === null) return null
  const named = found.match[1] ?? ''
  const code = CODES.find(([, pattern]) => pattern.test(named))?.[0] ?? 'other'
  return { value: code, start: found.start, end: found.start + found.match[0].trimEnd().length }
}

const TEAM =
  /(?:manag\w+|encadr\w+|anim\w+|dirig\w+|pilot\w+|supervis\w+|lead|leading|managing)[^.\n;]{0,30}?(?:une? |d'une |an? |the )?(?:equipe|team)s?[^.\n;\d]{0,20}?(?<n>\d{1,3}|deux|trois|quatre|cinq|six|huit|dix)(?: ?(?:a|-) ?\d{1,3})? ?(?:personnes?|collaborat\w+|people|members?|redact\w+|community|cm\b|stagiaires?|alternants?|salaries|direct)|(?:manag\w+|encadr\w+|supervis\w+|leading|managing) (?:de |d')?(?<m>\d{1,3}|deux|trois|quatre|cinq|six) (?:personnes?|collaborat\w+|people|stagiaires?|alternants?|community managers?)/y
const WORDS: Readonly<Record<string, number>> = { deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, huit: 8, dix: 10 }

/** Number of people led, when the text says so of this person. */
export function readTeamSize(folded: FoldedText): Found<number> | null {
  const found = firstAt(folded.text, folded.triggers('team'), TEAM)
  const digits = found?.match.groups?.['n'] ?? found?.match.groups?.['m']
  if (found === null || digits === undefined) return null
  const size = WORDS[digits] ?? Number(digits)
  if (found.match[0].includes('au sein')) return null
  return size > 0 && size <= 200 ? { value: size, start: found.start, end: found.end } : null
}

const BUDGET_REACH = 60
const MILLION = 1_000_000
const LEAST_BUDGET = 100
// Smaller sums are a perk ("un budget de 300 € pour ton poste") unless the person steers them.
const LEAST_OWN_BUDGET = 10_000
const STEERED =
  /(?:ger(?:er|ez|ant|es?)|gestion|pilot\w+|suivi|suivre|manag\w+|responsable|optimis\w+|allou\w+|allocation|arbitr\w+|elabor\w+)[^.\n]{0,40}$/
const IS_PAY = /^[ )]*(?:de )?(?:fixe|salaire|package|brut|\/ ?j|par jour)/

/** Budgets the text names, EUR; a range counts with both its ends. */
export function readBudgets(folded: FoldedText): Found<number>[] {
  return folded.triggers('budget').flatMap((at) => budgetAfter(folded.text, at))
}

function budgetAfter(text: string, from: number): Found<number>[] {
  const expression = findExpressions(foldText(text.slice(from, from + BUDGET_REACH))).find(isEuros)
  if (expression === undefined || IS_PAY.test(text.slice(from + expression.end))) return []
  const factor = expression.isMillions ? MILLION : 1
  const isSteered = STEERED.test(text.slice(Math.max(0, from - 60), from))
  const least = isSteered ? LEAST_BUDGET : LEAST_OWN_BUDGET
  const span = { start: from, end: from + expression.end }
  const values = new Set([expression.first * factor, expression.second * factor])
  return [...values].filter((value) => value >= least).map((value) => ({ value, ...span }))
}

function isEuros(expression: AmountExpression): boolean {
  if (expression.currency !== null) return expression.currency === 'EUR'
  return expression.isThousands || expression.isMillions
}
