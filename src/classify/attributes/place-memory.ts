import type { Place } from '../../domain/reading.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type CountryNames, readPlace } from './read-place.ts'

const MOST_KEPT = 20_000

/** Resolves locations, each spelling once: ads of one source repeat a few hundred of them. */
export class PlaceMemory {
  readonly #tables: { readonly gazetteer: Gazetteer; readonly countries: CountryNames }
  readonly #known = new Map<string, Place | null>()

  constructor(tables: { readonly gazetteer: Gazetteer; readonly countries: CountryNames }) {
    this.#tables = tables
  }

  /** The place behind a location as written; null when nothing is known of it. */
  read(location: string): Place | null {
    const known = this.#known.get(location)
    if (known !== undefined) return known
    const place = readPlace(location, this.#tables.gazetteer, this.#tables.countries)
    if (this.#known.size < MOST_KEPT) this.#known.set(location, place)
    return place
  }
}
