import type { Employer, PostingToGroup, VacancyGroup } from '../../domain/vacancy.ts'
import { candidatePairs } from './candidate-pairs.ts'
import { placeKey } from './compare-places.ts'
import { compareTexts } from './compare-wording.ts'
import { describeVacancy, type Grouped } from './describe-vacancy.ts'
import { DisjointGroups } from './disjoint-groups.ts'
import { type Candidate, type Match, matchPostings, mayBeOne } from './match-postings.ts'
import { settleEmployers } from './settle-employers.ts'

/** Ads of unnamed employers alike by this share of wording count as one employer's. */
const CLUSTER_LIKENESS = 0.8

interface Edge extends Match {
  readonly left: number
  readonly right: number
}

/**
 * Groups postings into vacancies. The same postings give the same groups in whatever order they come; groups are
 * sorted by vacancy id.
 */
export function groupPostings(postings: Iterable<PostingToGroup>): readonly VacancyGroup[] {
  const sorted = [...postings].sort((a, b) => a.postingId - b.postingId)
  const employers = settleEmployers(sorted)
  const candidates = sorted.map((posting, index) => toCandidate(posting, employers[index] ?? null))
  const edges: Edge[] = []
  const clusters = new DisjointGroups(candidates.length)
  for (const [left, right] of candidatePairs(candidates)) {
    const [a, b] = [candidates[left], candidates[right]]
    if (a === undefined || b === undefined) continue
    if (isOneCluster(a, b)) clusters.join(left, right)
    const match = matchPostings(a, b)
    if (match !== null) edges.push({ ...match, left, right })
  }
  return describeAll(candidates, joinEdges(candidates, edges), clusters)
}

function toCandidate(posting: PostingToGroup, employer: Employer | null): Candidate {
  const mayCopy =
    posting.sourceKind === 'aggregator' ||
    posting.sourceKind === 'dump' ||
    employer?.kind === 'recruiter' ||
    employer?.kind === 'agency'
  return { posting, employer, place: placeKey(posting), mayCopy }
}

function isOneCluster(a: Candidate, b: Candidate): boolean {
  if (a.employer !== null && b.employer !== null) return a.employer.key === b.employer.key
  return compareTexts(a.posting.signature, b.posting.signature).text >= CLUSTER_LIKENESS
}

interface Joined {
  readonly groups: DisjointGroups
  /** The strongest edge of each posting, by index. */
  readonly best: ReadonlyMap<number, Match>
}

/** Joins the surest pairs first, and two groups only when no member of one contradicts a member of the other. */
function joinEdges(candidates: readonly Candidate[], edges: readonly Edge[]): Joined {
  const groups = new DisjointGroups(candidates.length)
  const best = new Map<number, Match>()
  const sorted = [...edges].sort((a, b) => b.similarity - a.similarity || a.left - b.left || a.right - b.right)
  for (const edge of sorted) {
    if (groups.find(edge.left) !== groups.find(edge.right) && !mayJoin(candidates, groups, edge)) continue
    groups.join(edge.left, edge.right)
    for (const index of [edge.left, edge.right]) if (!best.has(index)) best.set(index, edge)
  }
  return { groups, best }
}

function mayJoin(candidates: readonly Candidate[], groups: DisjointGroups, { left, right }: Edge): boolean {
  return groups.members(left).every((i) => {
    const a = candidates[i]
    return groups.members(right).every((j) => {
      const b = candidates[j]
      return a !== undefined && b !== undefined && mayBeOne(a, b)
    })
  })
}

function describeAll(
  candidates: readonly Candidate[],
  { groups, best }: Joined,
  clusters: DisjointGroups,
): readonly VacancyGroup[] {
  const byRoot = new Map<number, Grouped[]>()
  candidates.forEach((candidate, index) => {
    const root = groups.find(index)
    const grouped = { ...candidate, match: best.get(index) ?? null, clusterIndex: index }
    const members = byRoot.get(root)
    if (members === undefined) byRoot.set(root, [grouped])
    else members.push(grouped)
  })
  const clusterKeys = nameClusters(candidates, clusters)
  return [...byRoot.values()]
    .map((members) => describeVacancy(members, clusterKeys))
    .sort((a, b) => a.vacancyId - b.vacancyId)
}

/** A cluster is called after its named employer, else after its oldest posting. */
function nameClusters(candidates: readonly Candidate[], clusters: DisjointGroups): readonly string[] {
  return candidates.map((candidate, index) => {
    if (candidate.employer !== null) return `employer:${candidate.employer.key}`
    const named = clusters.members(index).find((member) => candidates[member]?.employer != null)
    const employer = named === undefined ? null : candidates[named]?.employer
    if (employer != null) return `employer:${employer.key}`
    return `text:${candidates[clusters.smallest(index)]?.posting.postingId ?? candidate.posting.postingId}`
  })
}
