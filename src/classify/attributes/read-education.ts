import type { FoldedText } from '../salary/fold-text.ts'
import { allAt } from './match-at.ts'
import type { Found } from './quote.ts'

/** Lowest and highest level of education named, in years after the bac. */
export interface EducationSpan {
  readonly min: number
  readonly max: number
}

interface Level {
  readonly min: number
  readonly max: number
  readonly start: number
  readonly end: number
}

const BAC = String.raw`\bbac(?:calaureat)?\b(?: {0,2}\+ {0,2}(?<low>\d)?(?: ?(?:\/|a|-|ou|et|,|_)+ ?(?:bac)? ?\+? ?(?<high>\d)\b)?)?`
const NAMED: readonly (readonly [min: number, max: number, source: string])[] = [
  [4, 5, String.raw`\b(?:master|m) ?1 ?(?:ou|et|\/|-|a|,) ?(?:en )?(?:master|m)? ?2\b`],
  [8, 8, String.raw`\bdoctorat\b|\bph\.?d\b|\bthese de doctorat`],
  [4, 4, String.raw`\b(?:master|m) ?1\b|\bmaitrise (?:universitaire|en (?:communication|marketing))`],
  [
    5,
    5,
    String.raw`\bmasters?'?s?(?: ?2)?\b(?: degree)?|\bm ?2\b|\bmastere\b|\bmba\b|diplome d'ingenieur|ecole d'ingenieur\w*|formation d'ingenieur|\bniveau 7\b`,
  ],
  [
    3,
    3,
    String.raw`\blicence\b(?! (?:logiciel|microsoft|office|d'exploitation|d'utilisation|de transport|iv\b))(?: pro\w*)?|\bbachelor'?s?\b(?: degree)?|\bl3\b|\bniveau 6\b|\bb\.?[as]\.?c? (?:degree|in)\b|\b(?:bsc|b\.?s|b\.?a)\.?(?:\/| or )(?:bsc|b\.?a|b\.?s)\b|\bbsc\b|\b(?:university|college|undergraduate) degree`,
  ],
  [
    2,
    2,
    String.raw`\bbts\b|\bdut\b|\bb\.?u\.?t\b(?=[,/ ]+(?:mmi|tc|gea|info|bts|dut|licence|grande|en |ou |etc|metiers))|\bdeug\b|\bassociate'?s? degree|\bniveau 5\b`,
  ],
  [0, 0, String.raw`\bniveau 4\b`],
]
const LEVEL_SOURCE = `(?<bac>${BAC})|${NAMED.map(([, , source], i) => `(?<n${i}>${source})`).join('|')}`
const LEVEL = new RegExp(LEVEL_SOURCE, 'g')
const LEVEL_AT = new RegExp(LEVEL_SOURCE, 'y')
// Levels of the employer's own courses, of other people, or words that only look like a level.
const NOT_ASKED_BEFORE =
  /(?:scrum|web|toast|quiz|game|head|station|\bis|post|to|will|you|product|community|growth|the|and) ?$|(?:propos\w+|dispens\w+|prepar\w+ a des|catalogue|nos (?:formations|programmes|etudiants)|cours aupres|enseign\w+|etudiants en alternance|forme plus|their own|formations (?:diplomantes|en ligne|de)|ecoles? du groupe|remuneration|salaire)[^.\n]{0,90}$|catalogue[^.\n]{0,220}$|\d ?$/
const MASTER_VERB_AFTER = /^ (?:the|our|your|monetization|salesforce|data|of|your|new|and (?:deploy|execute))/
const A_PLUS_AFTER = /^[^.,;\n]{0,40}(?:est un plus|serait un plus|is a plus|apprecie|would be a plus)/

/** Reads the level of education a folded text asks for; null when it asks for none. */
export function readEducation(folded: FoldedText): Found<EducationSpan> | null {
  const { text } = folded
  const levels = findLevels(folded)
  // "Bachelor required, a Master's is a plus": a level that is only welcome speaks where no other does.
  const asked = levels.filter((level) => !A_PLUS_AFTER.test(text.slice(level.end, level.end + 70)))
  const counted = asked.length > 0 ? asked : levels
  const first = counted[0]
  if (first === undefined) return null
  const min = Math.min(...counted.map((level) => level.min))
  const max = Math.max(...counted.map((level) => level.max))
  const lowest = counted.find((level) => level.min === min) ?? first
  return { value: { min, max }, start: lowest.start, end: lowest.end }
}

/** Reads a source's own label ("Bac+3, Bac+4 ou équivalents"); no context is needed there. */
export function readEducationLabel(text: string): EducationSpan | null {
  const levels = [...text.matchAll(LEVEL)].map((match) => levelOf(match, match.index)).filter((level) => level !== null)
  if (levels.length === 0) return null
  return { min: Math.min(...levels.map((level) => level.min)), max: Math.max(...levels.map((level) => level.max)) }
}

function findLevels(folded: FoldedText): Level[] {
  const { text } = folded
  const levels: Level[] = []
  for (const { match, start } of allAt(text, folded.triggers('education'), LEVEL_AT)) {
    const level = levelOf(match, start)
    if (level === null) continue
    const before = text.slice(Math.max(0, level.start - 240), level.start)
    if (NOT_ASKED_BEFORE.test(before) || MASTER_VERB_AFTER.test(text.slice(level.end, level.end + 24))) continue
    levels.push(level)
  }
  return levels
}

function levelOf(match: RegExpExecArray, start: number): Level | null {
  const groups = match.groups ?? {}
  const span = { start, end: start + match[0].length }
  if (groups['bac'] !== undefined) {
    const low = groups['low'] === undefined ? 0 : Number(groups['low'])
    const high = groups['high'] === undefined ? low : Number(groups['high'])
    return low > 8 || high > 8 ? null : { min: Math.min(low, high), max: Math.max(low, high), ...span }
  }
  const index = NAMED.findIndex((_, i) => groups[`n${i}`] !== undefined)
  const named = NAMED[index]
  return named === undefined ? null : { min: named[0], max: named[1], ...span }
}
