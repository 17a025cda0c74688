import { countryCode } from './country-code.ts'
import { inlineText } from './plain-text.ts'
import { isRecord, type JsonRecord } from './reader.ts'

/** Where a job is, as the source writes it. */
export interface PlaceText {
  readonly jobLocation: string | null
  readonly postalCode: string | null
  /** ISO 3166-1 alpha-2. */
  readonly addressCountry: string | null
}

const NOWHERE: PlaceText = { jobLocation: null, postalCode: null, addressCountry: null }
/** Locations of one posting that are named at most. */
const MAX_PLACES = 10

/**
 * Reads schema.org `jobLocation`: text, a Place, a PostalAddress, or a list of them. Several places are joined by
 * ` ; `; postal code and country are those of the first that has one.
 */
export function readPlaces(values: readonly unknown[]): PlaceText {
  const places = values.slice(0, MAX_PLACES).map(readPlace)
  const names = new Set(places.map((place) => place.jobLocation).filter((name) => name !== null))
  return {
    jobLocation: names.size === 0 ? null : [...names].join(' ; '),
    postalCode: places.find((place) => place.postalCode !== null)?.postalCode ?? null,
    addressCountry: places.find((place) => place.addressCountry !== null)?.addressCountry ?? null,
  }
}

function readPlace(value: unknown): PlaceText {
  if (typeof value === 'string') return { ...NOWHERE, jobLocation: text(value) }
  if (!isRecord(value)) return NOWHERE
  const address = field(value, 'address')
  if (typeof address === 'string') return { ...NOWHERE, jobLocation: text(address) ?? text(field(value, 'name')) }
  const first = Array.isArray(address) ? address[0] : address
  return fromAddress(isRecord(first) ? first : value, value)
}

function fromAddress(address: JsonRecord, place: JsonRecord): PlaceText {
  const locality = text(field(address, 'addressLocality'))
  const region = text(nameOf(field(address, 'addressRegion')))
  const street = text(field(address, 'streetAddress'))
  const country = text(nameOf(field(address, 'addressCountry')))
  const code = countryCode(country)
  const parts = [locality ?? text(field(place, 'name')) ?? street, region === locality ? null : region].filter(
    (part) => part !== null,
  )
  return {
    jobLocation: parts.length > 0 ? parts.join(', ') : country,
    postalCode: text(field(address, 'postalCode')),
    addressCountry: code,
  }
}

// `addressCountry` and `addressRegion` may be objects with a name.
function nameOf(value: unknown): unknown {
  if (Array.isArray(value)) return nameOf(value[0] ?? null)
  return isRecord(value) ? (field(value, 'name') ?? field(value, 'identifier')) : value
}

function field(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : null
}

function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  return inlineText(value.slice(0, 300)) || null
}
