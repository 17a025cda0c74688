import type { Feature, Population, Quantity } from '../../domain/claim.ts'
import { type Contract, SALARIED_CONTRACTS } from '../../domain/contract.ts'
import { type FeatureAtom, parseFeatureCode } from '../../domain/feature.ts'
import type { TermBits } from './term-bits.ts'

const COLUMN = {
  strategy: 'strategy',
  contract: 'contract',
  role: 'role',
  'title-role': 'title_role',
  'employer-kind': 'employer_kind',
  'employer-size': 'employer_size',
  'reports-to': 'reports_to',
  'work-time': 'work_time',
  remote: 'remote',
  region: 'region',
  experience: 'experience',
  education: 'education',
  pay: 'pay',
  budget: 'budget',
  'weekly-hours': 'weekly_hours',
  'team-size': 'team_size',
  'day-rate': 'day_rate',
} as const

/** SQL over `market_fact` that is 1 when the feature holds of a vacancy, else 0; never NULL. */
export function featureSql(feature: Feature, bits: TermBits): string {
  if (typeof feature !== 'string') {
    if ('not' in feature) return `(1 - ${featureSql(feature.not, bits)})`
    if ('all' in feature) return join(feature.all, 'AND', '1', bits)
    return join(feature.any, 'OR', '0', bits)
  }
  const atom = parseFeatureCode(feature)
  if (atom === null) throw new Error(`The feature ${feature} is not in the vocabulary (src/domain/feature.ts).`)
  return atomSql(atom, bits)
}

function join(features: readonly Feature[], operator: string, empty: string, bits: TermBits): string {
  const parts = features.map((feature) => featureSql(feature, bits))
  return parts.length === 0 ? empty : `(${parts.join(` ${operator} `)})`
}

function atomSql(atom: FeatureAtom, bits: TermBits): string {
  switch (atom.kind) {
    case 'term':
      return bitSql(`${atom.list}:${atom.code}`, bits)
    case 'words':
      return bitSql(`words:${atom.query}`, bits)
    case 'code':
      return atom.list === 'mismatch' ? 'is_mismatch' : `(${COLUMN[atom.list]} IS '${atom.code}')`
    case 'bounds': {
      const column = COLUMN[atom.of]
      const bounds = [
        `${column} IS NOT NULL`,
        ...(atom.from === null ? [] : [`${column} >= ${atom.from}`]),
        ...(atom.to === null ? [] : [`${column} <= ${atom.to}`]),
      ]
      return `(${bounds.join(' AND ')})`
    }
    case 'named':
      if (atom.list === 'study-field') return 'has_study_field'
      return atom.list === 'contract' || atom.list === 'employer-kind'
        ? `(${COLUMN[atom.list]} <> 'unknown')`
        : `(${COLUMN[atom.list]} IS NOT NULL)`
  }
}

function bitSql(name: string, bits: TermBits): string {
  const place = bits.places.get(name)
  return place === undefined ? '0' : `((terms_${place.word} >> ${place.bit}) & 1)`
}

/** The fact table in whose order the vacancies of a population lie together. */
export function factTable({ role, basis }: Population): string {
  return role !== undefined && basis === 'content' ? 'temp.market_fact_by_content' : 'temp.market_fact'
}

/** SQL condition over `market_fact` for the vacancies of a population. */
export function populationSql(population: Population, bits: TermBits): string {
  const { role, basis = 'title', contracts = SALARIED_CONTRACTS, where } = population
  const parts: string[] = []
  if (role !== undefined) {
    const roles = typeof role === 'string' ? [role] : role
    parts.push(`${basis === 'title' ? 'title_role' : 'role'} IN (${roles.map((one) => `'${one}'`).join(', ')})`)
  }
  if (contracts !== 'any') parts.push(`contract IN (${contractList(contracts)})`)
  if (where !== undefined) parts.push(featureSql(where, bits))
  return parts.length === 0 ? '1' : parts.join(' AND ')
}

function contractList(contracts: readonly Contract[]): string {
  return contracts.map((contract) => `'${contract}'`).join(', ')
}

/** SQL over `market_fact` for a quantity; NULL when the vacancy does not state it. */
export function quantitySql(quantity: Quantity): string {
  switch (quantity) {
    case 'pay':
      return 'pay'
    case 'pay-month':
      return '(pay / 12.0)'
    case 'day-rate':
      return 'day_rate'
    case 'experience':
      return 'experience'
    case 'education':
      return 'education'
  }
}
