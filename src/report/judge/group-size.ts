import type { Sample } from '../../store/statistics/sample.ts'
import { clusterPlaces } from '../statistics/cluster-places.ts'
import type { GroupSize } from './measured.ts'

/** Counts of one group as they stand beside every figure. */
export function groupSize(sample: Sample): GroupSize {
  let vacancies = 0
  let unnamed = 0
  for (let cell = 0; cell < sample.count.length; cell++) {
    vacancies += sample.count[cell] ?? 0
    unnamed += sample.unnamed[cell] ?? 0
  }
  const { clusters } = clusterPlaces(sample.cluster)
  return {
    vacancies,
    employers: clusters.size,
    clusters,
    postings: sample.postings,
    missing: sample.missing,
    unnamed,
    sources: new Set(sample.source).size,
  }
}
