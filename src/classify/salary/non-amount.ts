import type { FoldedText } from './fold-text.ts'

/** Why an ad that speaks of pay states no amount. */
export const NON_AMOUNTS = [
  'percent-of-smic',
  'smic',
  'pay-scale',
  'collective-agreement',
  'according-to-profile',
  'negotiable',
  'to-be-defined',
  'not-communicated',
  'lump-sum',
  'amount-missing',
  'legal-gratification',
  'no-amount',
] as const

/** Code of a typed non-amount. */
export type NonAmount = (typeof NON_AMOUNTS)[number]

/** A typed non-amount with the span of its words in the folded text. */
export interface NonAmountMention {
  readonly reason: NonAmount
  readonly start: number
  readonly end: number
}

const REASONS: readonly (readonly [reason: NonAmount, source: string])[] = [
  [
    'percent-of-smic',
    String.raw`\d+(?:[.,]\d+)? ?%(?: ?(?:a|-|et) ?\d+ ?%)? (?:du|de) (?:smic|salaire minim\w+|minimum conventionnel)|(?:pourcentage|%) (?:du|de) (?:smic|salaire)`,
  ],
  [
    'legal-gratification',
    String.raw`gratification (?:\w+ ){0,2}(?:legale|en vigueur|conventionnelle|minim\w+)|selon (?:la )?(?:legislation|loi|reglementation|bareme legal|grille legale)(?: en vigueur)?`,
  ],
  ['smic', String.raw`\bsmic\b|salaire minimum`],
  [
    'pay-scale',
    String.raw`grilles?\b|indiciaire|statutaires?|traitement (?:de base|indiciaire)|fonction publique|categorie [abc]\b|rifseep|baremes?`,
  ],
  ['collective-agreement', String.raw`convention\w*|\bccn?\b|\bccn ?\d+|syntec`],
  ['negotiable', String.raw`negoci\w+|a discuter|negotiable`],
  [
    'to-be-defined',
    String.raw`(?:a|etre) (?:definir|determiner|preciser|convenir)|determinee?|to be (?:defined|discussed)|\btbd\b`,
  ],
  [
    'according-to-profile',
    String.raw`(?:selon|suivant|fonction d[eu]s?|en rapport avec|adaptee? a|a la hauteur d[eu]|depend\w* d[eu]|based on|depending on|commensurate with)(?: (?:la|le|les|l'|votre|vos|ton|tes|your|the|des?|du))*[ ']*(?:profil|experience|competence|qualification|diplome|formation|niveau|age|anciennete|seniorit|statut|situation|skill|level|pro\b)\w*|attracti\w+|motivante?s?|competiti\w+|interessante?`,
  ],
  [
    'not-communicated',
    String.raw`\bn/?c\b|non (?:communiquee?|precisee?|renseignee?|indiquee?)|confidentiel\w*|not disclosed|voir (?:sur )?l'annonce`,
  ],
]
const SOURCE = REASONS.map(([, source], i) => `(?<r${i}>${source})`).join('|')
const LABEL_REASON = new RegExp(SOURCE)
const PAY_HEAD = /(?:salaires?|remunerations?|gratifications?|package|salary|compensation)(?![a-z])/y
const REASON_NEAR = new RegExp(SOURCE)
/** « Smic + primes », « 30 h au SMIC »: pay told by its name alone; « la revalorisation du SMIC » is a duty of payroll. */
const SMIC_ALONE = /smic(?:\n|[,.;+)]|$| (?:\+|horaire|mensuel|brut|net|conventionnel|et\b|ou\b|plus\b))/y
const SMIC_AT = /smic(?![a-z])/y
const OPENS_CLAUSE = /(?:^|[\n.;:,(|/*•-] ?)$/
const PAID_AT = /\bau $|partir du $/
const SHARE_OF = /(?:%|pourcentage) (?:du|de) $/
const LOOK_BACK = 16
const SENTENCE_END = /\n|[.;!?](?= |$)/
const REACH = 110

/** The typed reason of a source's pay label that holds no amount. */
export function readNonAmountLabel(label: string): NonAmountMention {
  const match = LABEL_REASON.exec(label)
  if (match === null) return { reason: 'no-amount', start: 0, end: label.length }
  return { reason: reasonOf(match.groups ?? {}), start: match.index, end: match.index + match[0].length }
}

/** The first sentence of a folded prose that speaks of pay without an amount; null when none does. */
export function findNonAmount({ text, triggers }: FoldedText): NonAmountMention | null {
  for (const at of triggers('pay')) {
    const smic = readSmic(text, at)
    if (smic !== null) return smic
    PAY_HEAD.lastIndex = at
    if (!PAY_HEAD.test(text)) continue
    const rest = text.slice(at, at + REACH)
    const stop = SENTENCE_END.exec(rest)
    const sentence = stop === null ? rest : rest.slice(0, stop.index)
    const match = REASON_NEAR.exec(sentence)
    if (match === null) continue
    return {
      reason: reasonOf(match.groups ?? {}),
      start: at,
      end: at + match.index + match[0].length,
    }
  }
  return null
}

/** The minimum wage as the whole statement of pay, at a place of a folded text. */
function readSmic(text: string, at: number): NonAmountMention | null {
  SMIC_AT.lastIndex = at
  if (!SMIC_AT.test(text)) return null
  const before = text.slice(Math.max(0, at - LOOK_BACK), at)
  const end = at + 'smic'.length
  if (SHARE_OF.test(before)) return { reason: 'percent-of-smic', start: at, end }
  SMIC_ALONE.lastIndex = at
  const isPay = PAID_AT.test(before) || (OPENS_CLAUSE.test(before) && SMIC_ALONE.test(text))
  return isPay ? { reason: 'smic', start: at, end } : null
}

function reasonOf(groups: Readonly<Record<string, string | undefined>>): NonAmount {
  const index = REASONS.findIndex((_, i) => groups[`r${i}`] !== undefined)
  return REASONS[index]?.[0] ?? 'no-amount'
}
