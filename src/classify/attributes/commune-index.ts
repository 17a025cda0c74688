/** A commune of the gazetteer. */
export interface Commune {
  /** INSEE code. */
  readonly code: string
  readonly name: string
  readonly population: number
  readonly postcodes: readonly string[]
}

const NONE: readonly Commune[] = []

/**
 * Communes by name and by postcode, most people first. Names are brought to their key only for the first letters that
 * are asked about: a run that reads a few ads need not wait for all of them.
 */
export class CommuneIndex {
  readonly #keyOf: (name: string) => string
  readonly #communes: readonly Commune[]
  readonly #named = new Map<string, [name: string, commune: Commune][]>()
  readonly #byName = new Map<string, ReadonlyMap<string, readonly Commune[]>>()
  #byPostcode: ReadonlyMap<string, readonly Commune[]> | null = null

  /** Rows are code, name, population and postcodes; a code met again gives its commune another name. */
  constructor(rows: Iterable<readonly string[]>, keyOf: (name: string) => string) {
    this.#keyOf = keyOf
    const communes = new Map<string, Commune>()
    const letters = new Map<string, string>()
    const firstLetter = (initial: string): string => {
      const known = letters.get(initial) ?? keyOf(initial)
      letters.set(initial, known)
      return known
    }
    for (const [code = '', name = '', population = '', postcodes = ''] of rows) {
      let commune = communes.get(code)
      if (commune === undefined) {
        commune = {
          code,
          name,
          population: Number(population),
          postcodes: postcodes === '' ? [] : postcodes.split(' '),
        }
        communes.set(code, commune)
      }
      add(this.#named, firstLetter(name.charAt(0)), [name, commune])
    }
    this.#communes = [...communes.values()]
  }

  /** Communes with a postcode. */
  byPostcode(postcode: string): readonly Commune[] {
    this.#byPostcode ??= this.#indexPostcodes()
    return this.#byPostcode.get(postcode) ?? NONE
  }

  /** Communes whose name has a key. */
  byName(key: string): readonly Commune[] {
    const letter = key.charAt(0)
    let names = this.#byName.get(letter)
    if (names === undefined) {
      names = this.#indexNames(letter)
      this.#byName.set(letter, names)
    }
    return names.get(key) ?? NONE
  }

  #indexPostcodes(): ReadonlyMap<string, readonly Commune[]> {
    const index = new Map<string, Commune[]>()
    for (const commune of this.#communes) {
      for (const postcode of commune.postcodes) add(index, postcode, commune)
    }
    return sorted(index)
  }

  #indexNames(letter: string): ReadonlyMap<string, readonly Commune[]> {
    const index = new Map<string, Commune[]>()
    for (const [name, commune] of this.#named.get(letter) ?? []) add(index, this.#keyOf(name), commune)
    return sorted(index)
  }
}

function add<T>(index: Map<string, T[]>, key: string, one: T): void {
  const list = index.get(key)
  if (list === undefined) index.set(key, [one])
  else list.push(one)
}

function sorted(index: ReadonlyMap<string, Commune[]>): ReadonlyMap<string, readonly Commune[]> {
  for (const list of index.values()) if (list.length > 1) list.sort((a, b) => b.population - a.population)
  return index
}
