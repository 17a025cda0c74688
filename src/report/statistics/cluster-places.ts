/** The distinct clusters of a sample, numbered from 0 in the order of first appearance. */
export interface ClusterPlaces {
  /** Number of the cluster of each cell. */
  readonly place: Int32Array
  readonly clusters: ReadonlySet<number>
}

const known = new WeakMap<Int32Array, ClusterPlaces>()

/** Numbers the clusters of a column once; samples of several features share the column, and what is found here. */
export function clusterPlaces(column: Int32Array): ClusterPlaces {
  const before = known.get(column)
  if (before !== undefined) return before
  const found = numberClusters(column)
  known.set(column, found)
  return found
}

function numberClusters(column: Int32Array): ClusterPlaces {
  const place = new Int32Array(column.length)
  const places = new Map<number, number>()
  let last: number | undefined
  let number = 0
  for (const [cell, cluster] of column.entries()) {
    // The cells of a cluster mostly lie together.
    if (cluster !== last) {
      last = cluster
      number = places.get(cluster) ?? places.size
      if (number === places.size) places.set(cluster, number)
    }
    place[cell] = number
  }
  return { place, clusters: new Set(places.keys()) }
}
