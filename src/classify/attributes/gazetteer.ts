import { foldText } from '../salary/fold-text.ts'
import { type Commune, CommuneIndex } from './commune-index.ts'

/** A department or overseas collectivity. */
export interface Department {
  readonly code: string
  readonly name: string
  readonly regionCode: string
  readonly regionName: string
}

/** Communes, departments and regions of France by name, code and postcode. Names are compared by `placeKey`. */
export interface Gazetteer {
  readonly departmentOf: (communeCode: string) => Department | null
  readonly departmentByCode: (code: string) => Department | null
  readonly departmentByName: (key: string) => Department | null
  readonly regionByName: (key: string) => string | null
  /** Communes with a postcode, most people first. */
  readonly byPostcode: (postcode: string) => readonly Commune[]
  /** Communes of a name, most people first. */
  readonly byName: (key: string) => readonly Commune[]
}

const NOT_LETTERS = /[^a-z0-9]+/g
const SAINT = /\b(?:saint|ste|sainte)\b/g

/** One spelling for a place name: "ST PRIEST", "Saint-Priest" → `st priest`. */
export function placeKey(name: string): string {
  const plain = foldText(name).text.replace(NOT_LETTERS, ' ').trim()
  return plain.replace(SAINT, (word) => (word.endsWith('e') ? 'ste' : 'st'))
}

/** Builds a gazetteer from the two tables of `profiles/attributes/`; communes are indexed on the first question. */
export function buildGazetteer(communesCsv: string, departmentsCsv: string): Gazetteer {
  const departments = rows(departmentsCsv).map(
    ([code = '', name = '', regionCode = '', regionName = '']): Department => ({ code, name, regionCode, regionName }),
  )
  const byCode = new Map(departments.map((department) => [department.code, department]))
  const byDepartmentName = new Map(departments.map((department) => [placeKey(department.name), department]))
  const regions = new Map(departments.map((department) => [placeKey(department.regionName), department.regionCode]))
  let index: CommuneIndex | null = null
  const communes = (): CommuneIndex => {
    index ??= new CommuneIndex(rows(communesCsv), placeKey)
    return index
  }
  return {
    departmentOf: (commune) => byCode.get(departmentCodeOf(commune)) ?? null,
    departmentByCode: (code) => byCode.get(code) ?? null,
    departmentByName: (key) => byDepartmentName.get(key) ?? null,
    regionByName: (key) => regions.get(key) ?? null,
    byPostcode: (postcode) => communes().byPostcode(postcode),
    byName: (key) => communes().byName(key),
  }
}

// Overseas codes have three signs.
function departmentCodeOf(code: string): string {
  return code.startsWith('97') || code.startsWith('98') ? code.slice(0, 3) : code.slice(0, 2)
}

function rows(csv: string): string[][] {
  return csv
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(';'))
}
