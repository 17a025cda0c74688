import type { Place } from '../../domain/reading.ts'
import type { Commune } from './commune-index.ts'
import { type Department, type Gazetteer, placeKey } from './gazetteer.ts'

const POSTCODE = /(?<!\d)(\d{5})(?!\d)/
const DEPARTMENT_AND_TOWN = /^ *(\d{1,3}|2[abAB]) *[-–—] *(.+)$/
const TOWN_AND_DEPARTMENT = /^ *(\p{L}[\p{L}' -]*?(?: \d{1,2})?) (\d{2}|2[abAB]) *$/u
const DEPARTMENT_ALONE = /^ *(\d{1,3}|2[abAB]) *$/
const BRACKETED_DEPARTMENT = /\((\d{2,3}|2[abAB])\)/
const ARRONDISSEMENT = / (?:\d{1,2}(?: ?er?| ?e| ?eme)?|cedex(?: \d+)?)(?: arrondissement)?$| \d{1,2}(?:e|er|eme) .*$/
const NOISE =
  /(?:^| )(?:remote|teletravail|hybrid|hybride|greater|metropolitan|region|area|metropole|agglomeration|centre ville|cedex)(?= |$)/g
const PARTS = /[,/|;…·()]|\u2013|\u2014|(?<=\s)-(?=\s)|\+\d+/u
const FRANCE = new Set(['france', 'fr', 'france metropolitaine', 'fra', 'ile de france france'])

/** ISO codes of countries that ads on French boards name, by their folded name. */
export type CountryNames = ReadonlyMap<string, string>

const NOWHERE: Place = { communeCode: null, communeName: null, departmentCode: null, regionCode: null, country: null }

/** Resolves a location as written ("75 - PARIS 11", "Lyon (69)", "97400 Saint-Denis", "Île-de-France"); null when nothing is known of it. */
export function readPlace(location: string, gazetteer: Gazetteer, countries: CountryNames): Place | null {
  const postcode = POSTCODE.exec(location)?.[1]
  if (postcode !== undefined) {
    const place = placeOfPostcode(postcode, location, gazetteer)
    if (place !== null) return place
  }
  const coded = DEPARTMENT_AND_TOWN.exec(location) ?? townThenDepartment(location)
  const department = departmentOf(
    coded?.[1] ?? DEPARTMENT_ALONE.exec(location)?.[1] ?? BRACKETED_DEPARTMENT.exec(location)?.[1],
    gazetteer,
  )
  const text = coded?.[2] ?? location
  const parts = text
    .split(PARTS)
    .map((part) => placeKey(part).replace(NOISE, ' ').replace(/ {2,}/g, ' ').trim())
    .filter((part) => part !== '')
  const foreign = foreignCountry(parts, countries)
  if (foreign !== null) return { ...NOWHERE, country: foreign }
  return placeOfParts(parts, department, gazetteer)
}

// "LIMOURS 91", "PARIS 13 75": the department's number behind the town.
function townThenDepartment(location: string): readonly [string, string, string] | null {
  const match = TOWN_AND_DEPARTMENT.exec(location)
  return match === null ? null : [location, match[2] ?? '', match[1] ?? '']
}

function placeOfPostcode(postcode: string, location: string, gazetteer: Gazetteer): Place | null {
  const communes = gazetteer.byPostcode(postcode)
  const key = placeKey(location)
  const named = communes.find((commune) => key.includes(placeKey(commune.name)))
  const commune = named ?? communes[0]
  if (commune !== undefined) return ofCommune(commune, gazetteer)
  const code = postcode.startsWith('97') || postcode.startsWith('98') ? postcode.slice(0, 3) : postcode.slice(0, 2)
  const department = code === '20' ? null : gazetteer.departmentByCode(code)
  return department === null ? null : ofDepartment(department)
}

function departmentOf(code: string | undefined, gazetteer: Gazetteer): Department | null {
  return code === undefined ? null : gazetteer.departmentByCode(code.toUpperCase().padStart(2, '0'))
}

function placeOfParts(parts: readonly string[], department: Department | null, gazetteer: Gazetteer): Place | null {
  const region = parts.map((part) => gazetteer.regionByName(part)).find((code) => code !== null) ?? null
  const namedDepartment = parts.map((part) => gazetteer.departmentByName(part)).find((found) => found !== null) ?? null
  for (const part of parts) {
    const commune = communeNamed(part, department, region, gazetteer)
    if (commune !== null) return ofCommune(commune, gazetteer)
  }
  const within = department ?? namedDepartment
  if (within !== null) return ofDepartment(within)
  if (region !== null) return { ...NOWHERE, regionCode: region, country: 'FR' }
  // A town's name shared by several towns still says the country.
  const isFrench = parts.some((part) => FRANCE.has(part) || gazetteer.byName(part).length > 0)
  return isFrench ? { ...NOWHERE, country: 'FR' } : null
}

function communeNamed(
  part: string,
  department: Department | null,
  region: string | null,
  gazetteer: Gazetteer,
): Commune | null {
  // "Rhône", "Île-de-France" and "Paris" are also or only names of greater areas.
  const isArea = gazetteer.regionByName(part) !== null || gazetteer.departmentByName(part) !== null
  if (isArea && part !== 'paris') return null
  for (const key of [part, part.replace(ARRONDISSEMENT, ''), `le ${part}`, `la ${part}`, `les ${part}`]) {
    const named = gazetteer.byName(key).filter((commune) => {
      const own = gazetteer.departmentOf(commune.code)
      return (department === null || own?.code === department.code) && (region === null || own?.regionCode === region)
    })
    const [first, second] = named
    if (first === undefined) continue
    // Without its department, a name shared by towns of like size says nothing.
    const isClear = department !== null || second === undefined || first.population >= 5 * second.population
    if (isClear && (department !== null || !key.startsWith('l') || key === part)) return first
  }
  return null
}

function ofCommune(commune: Commune, gazetteer: Gazetteer): Place {
  const department = gazetteer.departmentOf(commune.code)
  return {
    communeCode: commune.code,
    communeName: commune.name,
    departmentCode: department?.code ?? null,
    regionCode: department?.regionCode ?? null,
    country: 'FR',
  }
}

function ofDepartment(department: Department): Place {
  return { ...NOWHERE, departmentCode: department.code, regionCode: department.regionCode, country: 'FR' }
}

function foreignCountry(parts: readonly string[], countries: CountryNames): string | null {
  if (parts.some((part) => FRANCE.has(part))) return null
  for (const part of parts) {
    const code = countries.get(part)
    if (code !== undefined) return code
  }
  return null
}
