import type { Population } from '../../domain/claim.ts'
import { clusterShare } from '../statistics/cluster-share.ts'
import { groupSize } from './group-size.ts'
import type { MeasureContext } from './measure-claim.ts'
import type { Measured } from './measured.ts'

/** Share of the employers of a population that also have a vacancy in another; each employer counts once. */
export function measureEmployers(also: Population, population: Population, { read }: MeasureContext): Measured {
  const sample = read(population, { features: [] })
  const employers = [...new Set(sample.cluster)]
  const others = new Set(read(also, { features: [] }).cluster)
  const totals = {
    n: new Float64Array(employers.length).fill(1),
    sum: Float64Array.from(employers, (employer) => (others.has(employer) ? 1 : 0)),
    total: employers.length,
  }
  return {
    unit: 'share',
    figure: employers.length === 0 ? null : clusterShare(totals),
    inside: null,
    holds: null,
    groups: [groupSize(sample)],
    caveats: [],
    readerTooWeak: false,
  }
}
