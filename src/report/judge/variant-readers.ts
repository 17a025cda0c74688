import type { Population } from '../../domain/claim.ts'
import type { Variant } from '../../domain/variant.ts'
import type { Counted } from '../../store/statistics/read-sample.ts'
import { filterSample, type Sample } from '../../store/statistics/sample.ts'
import { isPay } from './decide.ts'
import type { ComputableTest } from './judge-claim.ts'
import type { SampleReader } from './sample-reader.ts'

const READS_CONTENT = /"(?:role:|mismatch:)/

/** One way of asking the same question of other vacancies. */
export interface VariantReader {
  readonly name: Variant
  readonly read: SampleReader
  readonly withoutOpenPay: boolean
}

/** What the re-runs need to know of the market. */
export interface MarketSources {
  /** Numbers of the sources that are aggregators. */
  readonly aggregators: ReadonlySet<number>
}

/** The re-runs that make sense for a claim, given the vacancies it was judged on. */
export function variantReaders(
  test: ComputableTest,
  read: SampleReader,
  market: MarketSources,
): readonly VariantReader[] {
  const sample = read(test.population, { features: [] })
  const sources = countBy(sample, sample.source)
  const employers = countBy(sample, sample.cluster)
  const variants: VariantReader[] = []
  const dropping = (name: Variant, drop: (sample: Sample, cell: number) => boolean) =>
    variants.push({ name, read: filtered(read, drop), withoutOpenPay: false })
  if (sources.size > 1) {
    const biggest = largest(sources)
    dropping('without-biggest-source', (one, cell) => one.source[cell] === biggest)
  }
  if (employers.size > 1) {
    const biggest = largest(employers)
    dropping('without-biggest-employer', (one, cell) => one.cluster[cell] === biggest)
  }
  const aggregators = [...sources.keys()].filter((source) => market.aggregators.has(source))
  if (aggregators.length > 0 && aggregators.length < sources.size) {
    dropping('without-aggregators', (one, cell) => market.aggregators.has(one.source[cell] ?? -1))
  }
  if (canReadContent(test)) {
    variants.push({
      name: 'content-role',
      read: (population, counted) => read(byContent(population), contentOf(counted)),
      withoutOpenPay: false,
    })
  }
  if (usesPay(test)) variants.push({ name: 'without-open-pay', read, withoutOpenPay: true })
  return variants
}

function filtered(read: SampleReader, drop: (sample: Sample, cell: number) => boolean): SampleReader {
  return (population, counted) => {
    const sample = read(population, counted)
    return filterSample(sample, (cell) => !drop(sample, cell))
  }
}

/** Claims that set title against content have no other reading. */
function canReadContent({ population, measure }: ComputableTest): boolean {
  if (population.role === undefined || population.basis === 'content') return false
  return !READS_CONTENT.test(JSON.stringify([population, measure]))
}

/** What is counted, with the title's role taken from the content too. */
function contentOf(counted: Counted): Counted {
  return JSON.parse(JSON.stringify(counted).replaceAll('"title-role:', '"role:'))
}

function byContent(population: Population): Population {
  return population.role === undefined ? population : { ...population, basis: 'content' }
}

function usesPay({ measure }: ComputableTest): boolean {
  if (measure.kind === 'group-order') return isPay(measure.of)
  const quantities = ['band', 'median', 'mean', 'ratio', 'difference']
  return (
    quantities.includes(measure.kind) &&
    'of' in measure &&
    typeof measure.of === 'string' &&
    measure.of.startsWith('pay')
  )
}

function countBy(sample: Sample, column: Int32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (let cell = 0; cell < sample.count.length; cell++) {
    const key = column[cell] ?? 0
    counts.set(key, (counts.get(key) ?? 0) + (sample.count[cell] ?? 0))
  }
  return counts
}

function largest(counts: ReadonlyMap<number, number>): number {
  let best = -1
  let most = -1
  for (const [key, count] of counts) {
    if (count > most || (count === most && key < best)) {
      best = key
      most = count
    }
  }
  return best
}
