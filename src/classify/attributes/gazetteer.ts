import { foldText } from '../salary/fold-text.ts'

/** A commune of the gazetteer. */
export interface Commune {
  /** INSEE code. */
  readonly code: string
  readonly name: string
  readonly population: number
  readonly postcodes: readonly string[]
}

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
const NONE: readonly Commune[] = []

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
    index ??= indexCommunes(communesCsv)
    return index
  }
  return {
    departmentOf: (commune) => byCode.get(departmentCodeOf(commune)) ?? null,
    departmentByCode: (code) => byCode.get(code) ?? null,
    departmentByName: (key) => byDepartmentName.get(key) ?? null,
    regionByName: (key) => regions.get(key) ?? null,
    byPostcode: (postcode) => communes().byPostcode.get(postcode) ?? NONE,
    byName: (key) => communes().byName.get(key) ?? NONE,
  }
}

interface CommuneIndex {
  readonly byPostcode: ReadonlyMap<string, readonly Commune[]>
  readonly byName: ReadonlyMap<string, readonly Commune[]>
}

function indexCommunes(csv: string): CommuneIndex {
  const byPostcode = new Map<string, Commune[]>()
  const byName = new Map<string, Commune[]>()
  const current = new Map<string, Commune>()
  for (const [code = '', name = '', population = '', postcodes = ''] of rows(csv)) {
    const now = current.get(code)
    const commune = now ?? {
      code,
      name,
      population: Number(population),
      postcodes: postcodes === '' ? [] : postcodes.split(' '),
    }
    if (now === undefined) {
      current.set(code, commune)
      for (const postcode of commune.postcodes) add(byPostcode, postcode, commune)
    }
    add(byName, placeKey(name), commune)
  }
  for (const list of [...byPostcode.values(), ...byName.values()]) list.sort((a, b) => b.population - a.population)
  return { byPostcode, byName }
}

function add(index: Map<string, Commune[]>, key: string, commune: Commune): void {
  const list = index.get(key)
  if (list === undefined) index.set(key, [commune])
  else list.push(commune)
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
