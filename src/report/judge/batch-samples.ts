import type { Claim, Feature, Population } from '../../domain/claim.ts'
import { listClaimSamples } from '../../store/statistics/claim-samples.ts'
import { filterSample, type Sample } from '../../store/statistics/sample.ts'
import { countVacancies } from '../statistics/cluster-totals.ts'
import type { SampleReader } from './sample-reader.ts'

/** Features asked of the store at once; their presence comes back as the bits of one number. */
const AT_ONCE = 30

/**
 * The same reader, which asks for the features of many claims about one population in one pass over it. A claim's own
 * sample is then one bit of the values, and only the values are made anew.
 */
export function batchSamples(read: SampleReader, claims: readonly Claim[]): SampleReader {
  const wanted = wantedFeatures(claims)
  const known = new Map<string, Sample>()
  return (population, counted) => {
    if (!('feature' in counted) || counted.before !== undefined || counted.since !== undefined)
      return read(population, counted)
    const features = wanted.get(keyOf(population)) ?? []
    const places = [counted.feature, ...(counted.among === undefined ? [] : [counted.among])].map((feature) =>
      features.indexOf(JSON.stringify(feature)),
    )
    const [place = -1, among] = places
    const chunk = Math.floor(place / AT_ONCE)
    if (places.some((one) => one < 0 || Math.floor(one / AT_ONCE) !== chunk)) return read(population, counted)
    const key = JSON.stringify([population, chunk])
    const asked = features
      .slice(chunk * AT_ONCE, (chunk + 1) * AT_ONCE)
      .map((feature) => JSON.parse(feature) as Feature)
    const sample = known.get(key) ?? read(population, { features: asked })
    known.set(key, sample)
    const inside = among === undefined ? sample : keepBit(sample, among % AT_ONCE)
    return { ...inside, value: inside.value.map((value) => bitOf(value, place % AT_ONCE)) }
  }
}

/** The vacancies with a bit set; the others count as missing. */
export function keepBit(sample: Sample, bit: number): Sample {
  const kept = filterSample(sample, (cell) => bitOf(sample.value[cell] ?? 0, bit) === 1)
  return { ...kept, missing: countVacancies(sample) - countVacancies(kept) }
}

/** Bit `bit` of a value (0 or 1); values reach past 32 bits. */
export function bitOf(value: number, bit: number): number {
  // Shifts are many times faster, and know 32 bits only.
  if (value < 2 ** 32 && bit < 32) return (value >>> bit) & 1
  return Math.floor(value / 2 ** bit) % 2
}

/** The features that claims ask for of each population, whichever way its role is read. */
function wantedFeatures(claims: readonly Claim[]): ReadonlyMap<string, readonly string[]> {
  const wanted = new Map<string, string[]>()
  for (const { test } of claims) {
    for (const { population, counted } of listClaimSamples(test)) {
      if (!('feature' in counted)) continue
      const list = wanted.get(keyOf(population)) ?? []
      wanted.set(keyOf(population), list)
      for (const feature of [counted.feature, counted.among]) {
        const text = JSON.stringify(feature)
        if (feature !== undefined && !list.includes(text)) list.push(text)
      }
    }
  }
  return wanted
}

function keyOf(population: Population): string {
  const { basis: _, ...rest } = population
  return JSON.stringify(rest)
}
