import { isRecord, type JsonRecord } from './reader.ts'

const MAX_DEPTH = 24
const MAX_NODES = 20_000
const TYPE_NAME = /(?:^|[/:#])([A-Za-z]+)$/

/** The JobPosting nodes of JSON-LD values, and every node that has an `@id`, for references between nodes. */
export interface JsonLdNodes {
  readonly postings: readonly JsonRecord[]
  readonly byId: ReadonlyMap<string, JsonRecord>
}

/** Walks JSON-LD values (lists, `@graph`, nested nodes) without recursion; bounded in depth and number of nodes. */
export function findJobPostingNodes(values: readonly unknown[]): JsonLdNodes {
  const postings: JsonRecord[] = []
  const byId = new Map<string, JsonRecord>()
  const queue: { value: unknown; depth: number }[] = values.map((value) => ({ value, depth: 0 }))
  for (let at = 0; at < queue.length && at < MAX_NODES; at += 1) {
    const { value, depth } = queue[at] ?? { value: null, depth: 0 }
    const children = nodesBelow(value, postings, byId)
    if (depth >= MAX_DEPTH) continue
    for (const child of children) {
      if (queue.length >= MAX_NODES) break
      if (typeof child === 'object' && child !== null) queue.push({ value: child, depth: depth + 1 })
    }
  }
  return { postings, byId }
}

function nodesBelow(value: unknown, postings: JsonRecord[], byId: Map<string, JsonRecord>): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return []
  const id = value['@id']
  // A node that only names its id is a reference, not the node itself.
  if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value)
  if (isJobPosting(value)) postings.push(value)
  return Object.values(value)
}

/** True for `JobPosting`, alone or among several types, with or without the vocabulary's prefix. */
export function isJobPosting(node: JsonRecord): boolean {
  const types = Array.isArray(node['@type']) ? node['@type'] : [node['@type']]
  return types.some((type) => typeof type === 'string' && TYPE_NAME.exec(type.slice(0, 200))?.[1] === 'JobPosting')
}
