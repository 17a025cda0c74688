import { EMPLOYER_KINDS, type EmployerKind } from '../../domain/reading.ts'
import type { Employer, PostingToGroup } from '../../domain/vacancy.ts'
import { readEmployer } from './employer-name.ts'

interface Tally {
  readonly key: string
  readonly kindByName: EmployerKind
  readonly names: Map<string, number>
  readonly kinds: Map<EmployerKind, number>
}

/**
 * The employer of each posting, one record for all spellings of it: the name written most often, the kind that the
 * name says, else the one read most often in its ads. Null where an ad names none.
 */
export function settleEmployers(postings: readonly PostingToGroup[]): readonly (Employer | null)[] {
  const tallies = new Map<string, Tally>()
  const keys = postings.map(({ hiringOrganization, employerKind }) => {
    const read = readEmployer(hiringOrganization)
    if (read === null) return null
    const tally = tallies.get(read.key) ?? { key: read.key, kindByName: read.kind, names: new Map(), kinds: new Map() }
    tallies.set(read.key, tally)
    count(tally.names, read.name)
    const kind = read.kind === 'unknown' ? employerKind : read.kind
    if (kind !== 'unknown') count(tally.kinds, kind)
    return read.key
  })
  const employers = new Map([...tallies].map(([key, tally]) => [key, settle(tally)]))
  return keys.map((key) => (key === null ? null : (employers.get(key) ?? null)))
}

function count<Value>(counts: Map<Value, number>, value: Value): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

function settle({ key, kindByName, names, kinds }: Tally): Employer {
  const [name = key] = mostFrequent([...names.keys()], names)
  const [kind = 'unknown'] = mostFrequent(EMPLOYER_KINDS, kinds)
  return { key, name, kind: kindByName === 'unknown' ? kind : kindByName }
}

/** The value counted most often, or none; of equals the first in the list. */
function mostFrequent<Value>(values: readonly Value[], counts: ReadonlyMap<Value, number>): readonly Value[] {
  return values
    .filter((value) => counts.has(value))
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
    .slice(0, 1)
}
