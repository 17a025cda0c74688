import type { PayBasis, PayPeriod } from '../../domain/salary.ts'

/** A label of the French employment service, e.g. "Annuel de 28000.0 Euros à 32000.0 Euros sur 12.0 mois". */
export interface FranceTravailLabel {
  /** Null for the form's other types ("Autre", none); `fee` for "Cachet". */
  readonly period: PayPeriod | 'fee' | null
  readonly min: number | null
  readonly max: number | null
  readonly months: number | null
  readonly basis: PayBasis
}

const NUMBER = String.raw`(\d+(?: \d{3})*(?:[.,]\d+)?)`
const LABEL = new RegExp(
  `^ *(salaire (brut|net) *: *)?(?:(annuel|mensuel|horaire|hebdomadaire|journalier|autre|cachet)(?: (brut|net))? )?de(?: ${NUMBER} euros?)?(?: a ${NUMBER} euros?)?(?: sur ${NUMBER} mois)?(?: *[-+(,.].*)?$`,
  's',
)
const PERIODS: Readonly<Record<string, PayPeriod | 'fee'>> = {
  annuel: 'year',
  mensuel: 'month',
  horaire: 'hour',
  hebdomadaire: 'week',
  journalier: 'day',
  cachet: 'fee',
}

/** Reads a folded label by the form's own grammar; null when it is not such a label. `min` null: its amount is missing. */
export function readFranceTravailLabel(label: string): FranceTravailLabel | null {
  const match = LABEL.exec(label)
  if (match === null) return null
  const [, , basis, type, secondBasis, from, to, months] = match
  const min = toNumber(from)
  const max = toNumber(to)
  const spread = toNumber(months)
  return {
    period: type === undefined ? null : (PERIODS[type] ?? null),
    min,
    max: max ?? min,
    // "sur 0.0 mois" is an empty form field.
    months: spread === 0 ? 12 : spread !== null && spread >= 12 && spread <= 14.5 ? spread : null,
    basis: basisOf(basis ?? secondBasis),
  }
}

function basisOf(word: string | undefined): PayBasis {
  if (word === undefined) return 'unknown'
  return word === 'net' ? 'net' : 'gross'
}

function toNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits.replaceAll(' ', '').replace(',', '.'))
}
