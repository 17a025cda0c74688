import { CONTRACTS } from './contract.ts'
import { MISSIONS } from './mission.ts'
import { EMPLOYER_KINDS, SIZE_CLASSES } from './reading.ts'
import { REGION_CODES } from './region.ts'
import { ROLES } from './role.ts'

/** Lists whose codes are data of `profiles/`, counted by name. */
export const TERM_KINDS = ['mission', 'skill', 'tool', 'platform', 'study-field'] as const

/** A list of `profiles/`. */
export type TermKind = (typeof TERM_KINDS)[number]

/** Closed lists of codes that a feature can name, beside the terms. */
export const CODE_LISTS = {
  mission: MISSIONS,
  strategy: ['define', 'contribute'],
  contract: CONTRACTS,
  role: ROLES,
  'title-role': ROLES,
  mismatch: ['yes'],
  'employer-kind': EMPLOYER_KINDS,
  'employer-size': SIZE_CLASSES,
  'reports-to': ['communication', 'marketing', 'direction', 'digital', 'other'],
  'work-time': ['full', 'part'],
  remote: ['none', 'partial', 'full'],
  region: REGION_CODES,
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Numbers of a vacancy that a feature can bound. */
export const BOUNDED = ['experience', 'education', 'pay', 'budget', 'weekly-hours', 'team-size', 'day-rate'] as const

/** A number that a feature can bound; `pay` in gross EUR a year, `budget` in EUR, `day-rate` in EUR a day, `education` in years after the bac. */
export type Bounded = (typeof BOUNDED)[number]

/** One feature code, parsed. */
export type FeatureAtom =
  | { readonly kind: 'term'; readonly list: TermKind; readonly code: string }
  | { readonly kind: 'code'; readonly list: Exclude<keyof typeof CODE_LISTS, 'mission'>; readonly code: string }
  /** Closed bounds; a vacancy that states no number is outside. */
  | { readonly kind: 'bounds'; readonly of: Bounded; readonly from: number | null; readonly to: number | null }
  /** The vacancy states the item at all. */
  | {
      readonly kind: 'named'
      readonly list: Bounded | 'contract' | 'reports-to' | 'employer-size' | 'employer-kind' | 'region' | 'study-field'
    }
  /** The ad's title or text holds one of the words (full-text search, accents and case ignored). */
  | { readonly kind: 'words'; readonly query: string }

const NAMED = [...BOUNDED, 'contract', 'reports-to', 'employer-size', 'employer-kind', 'region', 'study-field'] as const
const SPLIT = /^([a-z-]+):(.+)$/
const CODE = /^[a-z0-9][a-z0-9-]*$/
const BOUNDS = /^(?:>=(\d+(?:\.\d+)?)|<=(\d+(?:\.\d+)?)|=?(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?)$/

/**
 * Reads one feature code: `mission:animation`, `strategy:define`, `education:>=5`, `experience:5..9`,
 * `education:named`, `words:crise OR "bad buzz"` (an FTS5 query); null when it is none.
 */
export function parseFeatureCode(text: string): FeatureAtom | null {
  const [, list = '', code = ''] = SPLIT.exec(text) ?? []
  if (list === 'words') return { kind: 'words', query: code.trim() }
  if (code === 'named') {
    const named = NAMED.find((name) => name === list)
    return named === undefined ? null : { kind: 'named', list: named }
  }
  const bounded = BOUNDED.find((name) => name === list)
  if (bounded !== undefined) return parseBounds(bounded, code)
  if (!CODE.test(code)) return null
  const closed: readonly string[] | undefined = isCodeList(list) ? CODE_LISTS[list] : undefined
  if (closed !== undefined && !closed.includes(code)) return null
  const term = TERM_KINDS.find((name) => name === list)
  if (term !== undefined) return { kind: 'term', list: term, code }
  return isCodeList(list) && list !== 'mission' ? { kind: 'code', list, code } : null
}

function isCodeList(list: string): list is keyof typeof CODE_LISTS {
  return Object.hasOwn(CODE_LISTS, list)
}

function parseBounds(of: Bounded, text: string): FeatureAtom | null {
  const match = BOUNDS.exec(text)
  if (match === null) return null
  const [, least, most, from, to] = match
  if (least !== undefined) return { kind: 'bounds', of, from: Number(least), to: null }
  if (most !== undefined) return { kind: 'bounds', of, from: null, to: Number(most) }
  return { kind: 'bounds', of, from: Number(from), to: Number(to ?? from) }
}
