import type { YearRange } from '../../domain/reading.ts'
import type { FoldedText } from '../salary/fold-text.ts'
import { allAt, firstAt, type PlacedMatch } from './match-at.ts'
import type { Found } from './quote.ts'

const WORDS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  sept: 7,
  seven: 7,
  huit: 8,
  eight: 8,
  dix: 10,
  ten: 10,
}
const N = String.raw`(?:\d{1,2}(?:[.,]5)?|${Object.keys(WORDS).join('|')})`
const RANGE = String.raw`(?<min>${N})(?:\s?\+)?(?: ?(?:\(\d+\)) ?)?(?: ?(?:a|-|\/|ou|et|to|or|~) ?(?:moins de )?(?<max>${N})\b)?\s?\+?`
const UNIT = String.raw`(?<unit>ans?\b|annees?\b|years?'?(?:s\b)?|yrs?\b|mois\b|months?\b)`
// No other number stands between the years and what they are years of ("B2B" is none).
const FILL = String.raw`(?:(?:[^.\n;!?\d]|[a-z]\d){0,N})`
const fill = (n: number): string => FILL.replace('N', String(n))
// "3 à 5 ans d'expérience", "5+ years of B2B content marketing experience", "une première année d'expérience"
const YEARS_OF = new RegExp(
  String.raw`(?<!\d|\d[.,+/-]|bac ?\+ ?)${RANGE} ?${UNIT}(?: ?(?:ou plus|et plus|minimum|min\.?|or more))?,? ?(?:(?:d'|de |of |in )?${fill(55)})?(?<![a-z])exp(?:eriences?)?\b|(?<first>(?:une )?premiere) annee d'experience`,
  'y',
)
// "expérience (confirmée) de 3 à 5 ans", "Expérience : 2 ans"
const EXPERIENCE_OF = new RegExp(
  String.raw`experiences?\b(?:[^.\n;!?\d]|\.e|: *\n){0,70}?(?<![\d+])${RANGE}(?: ?${UNIT}| ?(?=minimum))`,
  'y',
)
// "minimum 5 ans en agence"
const AT_LEAST = new RegExp(
  String.raw`(?:minimum|min\.?|moins|least|partir de) +(?:de )?${RANGE} ?${UNIT}(?= (?:en|dans|sur|in|as|within)\b)`,
  'y',
)
// "2+ years in a writing role", and at the head of a line "5+ years of growth marketing"
const YEARS_AS = new RegExp(
  String.raw`(?<min>\d{1,2})(?: ?(?:a|-|to) ?(?<max>\d{1,2}))?\+? ?${UNIT}(?= (?:in an?|as an?|managing|working)\b)|(?<=(?:^|\n)[ *\u00b7-]*|: ?)(?<min2>\d{1,2})(?: ?(?:-|to) ?(?<max2>\d{1,2}))?\+ ?(?:years|yrs)(?= (?:in|of)\b)`,
  'y',
)
const BEGINNER =
  /pas (?:besoin )?d'experience|debutant\S{0,6} (?:bienvenu|accept)\S*|(?:ouvert|accessible) aux debutant\S*|aucune experience (?:n'est )?(?:requise|necessaire|exigee)|sans experience|no (?:prior |previous )?experience (?:is )?(?:required|needed|necessary)|beginners? welcome/y
// Years of the company, its founders or clients.
const NOT_ASKED_BEFORE =
  /\b(?:depuis|forte? de|il y a|existe\w*|creee? (?:il y a)?|fonde\w*|anniversaire|cumul\w*|notre (?:expertise|experience|equipe|agence)|nos (?:equipes|experts)|qui ont|chacun|apres|dispose de plus|garantie|celebrat\w*|en moins de|age\w* de|company with|with over|with more than|entre \d+ et)\b[^.\n\u00b7]{0,25}$/
// Spans of contracts and courses right before the years ("contrat de 2 ans", "over the past 3 years").
const SPAN_BEFORE =
  /\b(?:contrat|alternance|duree|stage|apprentissage|formation|cursus|sur|pendant|over|last|past|for over)(?: [a-z']{1,5}){0,3}[ :]*$/
const NOT_ASKED_AFTER = /^[^.\n]{0,25}(?:chacun|combine|cumule|a son actif)/

/** Reads the years of experience a folded text asks of the person; null when it does not say. */
export function readExperience(folded: FoldedText): Found<YearRange> | null {
  const { text } = folded
  const matches: PlacedMatch[] = []
  const words = folded.triggers('experience')
  if (folded.triggers('expertise').length > 0)
    matches.push(...allAt(text, folded.numbers, YEARS_OF), ...allAt(text, folded.triggers('count'), YEARS_OF))
  matches.push(
    ...allAt(text, words, EXPERIENCE_OF),
    ...allAt(text, folded.triggers('leastYears'), AT_LEAST),
    ...allAt(text, folded.numbers, YEARS_AS),
  )
  const demands = matches.map((match) => demandOf(text, match)).filter((demand) => demand !== null)
  // Several demands ("1 an dans les médias, 5 ans en social listening"): the longest binds.
  const longest = demands.sort((a, b) => (b.value.min ?? 0) - (a.value.min ?? 0) || a.start - b.start)[0]
  if (longest !== undefined) return longest
  const beginner = firstAt(text, folded.triggers('beginner'), BEGINNER)
  return beginner === null ? null : { value: { min: 0, max: null }, start: beginner.start, end: beginner.end }
}

const LABEL = new RegExp(
  String.raw`(?<min>${N})(?: ?(?:a|-|\/) ?(?<max>${N}))? ?(?<unit>ans?|an\(s\)|annees?|years?|mois|months?)`,
)
const LABEL_BEGINNER = /debutant\S* (?:accept|bienvenu)|debutant\b|no experience|entry/

/** Reads a source's own label ("Débutant accepté", "2 An(s)"). */
export function readExperienceLabel(text: string): YearRange | null {
  const groups = LABEL.exec(text)?.groups
  if (groups !== undefined) {
    const factor = groups['unit']?.startsWith('m') ? 1 / 12 : 1
    return { min: years(groups['min'], factor), max: years(groups['max'], factor) }
  }
  return LABEL_BEGINNER.test(text) ? { min: 0, max: null } : null
}

function demandOf(text: string, { match, start: at, end }: PlacedMatch): Found<YearRange> | null {
  const groups = match.groups ?? {}
  const before = text.slice(Math.max(0, at - 60), at)
  if (NOT_ASKED_BEFORE.test(before)) return null
  if (!text.startsWith('exp', at) && SPAN_BEFORE.test(before)) return null
  if (NOT_ASKED_AFTER.test(text.slice(end, end + 40))) return null
  const factor = groups['unit']?.startsWith('m') && !groups['unit'].startsWith('min') ? 1 / 12 : 1
  const min = groups['first'] === undefined ? years(groups['min'] ?? groups['min2'], factor) : 1
  const max = years(groups['max'] ?? groups['max2'], factor)
  if (min === null || min > 15 || (max !== null && (max > 20 || max < min))) return null
  return { value: { min, max: max === min ? null : max }, start: at, end }
}

function years(digits: string | undefined, factor: number): number | null {
  if (digits === undefined) return null
  const value = WORDS[digits] ?? Number(digits.replace(',', '.'))
  return Math.round(value * factor * 100) / 100
}
