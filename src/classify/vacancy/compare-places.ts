import { foldedWords } from '../../domain/fold-words.ts'
import type { PostingToGroup } from '../../domain/vacancy.ts'

/** How two places of work stand to each other; `unknown` when one of them says too little. */
export type PlaceLikeness = 'same' | 'compatible' | 'different' | 'unknown'

/** A place as far as codes and wording tell it. */
export interface PlaceKey {
  readonly commune: string | null
  readonly department: string | null
  readonly region: string | null
  /** Telling words of the source's own wording. */
  readonly words: ReadonlySet<string>
}

const DEPARTMENT_PREFIX = /^\s*(\d{2}|2[ab]|97\d)(?:\s*-|\s*$)/i
const POSTAL_CODE = /\b(\d{5})\b/
const VAGUE: ReadonlySet<string> = new Set(
  `france francaise metropolitaine region departement dept area greater de du la le les l d et en sur sous saint st
  ste sainte cedex arrondissement er e eme remote teletravail domicile hybride full partiel monde europe europeenne
  union european worldwide emea world fr eu toute toutes tout`.split(/\s+/),
)
const NUMBER = /^\d+(?:er|e|eme)?$/

/** Reads the place of a posting: codes of its reading first, then the source's wording. */
export function placeKey(posting: Pick<PostingToGroup, 'place' | 'jobLocation' | 'postalCode'>): PlaceKey {
  const { place, jobLocation, postalCode } = posting
  const wording = jobLocation ?? ''
  const words = foldedWords(wording).filter((word) => !VAGUE.has(word) && !NUMBER.test(word))
  return {
    commune: place?.communeCode ?? null,
    department: place?.departmentCode ?? departmentOf(postalCode, wording),
    region: place?.regionCode ?? null,
    words: new Set(words),
  }
}

function departmentOf(postalCode: string | null, wording: string): string | null {
  const code = postalCode ?? POSTAL_CODE.exec(wording)?.[1] ?? null
  if (code !== null && POSTAL_CODE.test(code)) return code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2)
  return DEPARTMENT_PREFIX.exec(wording)?.[1]?.toUpperCase() ?? null
}

/** Compares two places, the finest level that both know deciding. */
export function comparePlaces(a: PlaceKey, b: PlaceKey): PlaceLikeness {
  if (a.commune !== null && b.commune !== null) return a.commune === b.commune ? 'same' : 'different'
  if (a.department !== null && b.department !== null && a.department !== b.department) return 'different'
  if (a.region !== null && b.region !== null && a.region !== b.region) return 'different'
  const common = [...a.words].filter((word) => b.words.has(word)).length
  if (common > 0) return common === a.words.size && common === b.words.size ? 'same' : 'compatible'
  const sameDepartment = a.department !== null && a.department === b.department
  if (sameDepartment && (a.words.size === 0 || b.words.size === 0)) return 'compatible'
  if (sameDepartment) return 'different'
  return 'unknown'
}
