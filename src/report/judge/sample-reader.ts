import type { Population } from '../../domain/claim.ts'
import type { Counted } from '../../store/statistics/read-sample.ts'
import type { Sample } from '../../store/statistics/sample.ts'

/** Where the judge gets its counts from: the fact table, or a drawn market in simulations. */
export type SampleReader = (population: Population, counted: Counted) => Sample

/** The same reader, asking for each sample once. */
export function rememberSamples(read: SampleReader): SampleReader {
  const known = new Map<string, Sample>()
  return (population, counted) => {
    const key = JSON.stringify([population, counted])
    const sample = known.get(key) ?? read(population, counted)
    known.set(key, sample)
    return sample
  }
}
