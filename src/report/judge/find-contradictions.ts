import type { Bilingual, Claim } from '../../domain/claim.ts'
import type { Contradiction } from '../report-model.ts'

/** Groups of claims tied by `against`, directly or through others, in the order of the claims. */
export function findContradictions(
  claims: readonly Claim[],
  topics: Readonly<Record<string, Bilingual>> = {},
): readonly Contradiction[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const seen = new Set<string>()
  const found: Contradiction[] = []
  for (const { id } of claims) {
    if (seen.has(id)) continue
    const group = reach(id, byId)
    for (const one of group) seen.add(one)
    if (group.size < 2) continue
    const claimIds = claims.map((claim) => claim.id).filter((one) => group.has(one))
    found.push({
      topic: topics[claimIds[0] ?? ''] ?? byId.get(claimIds[0] ?? '')?.statement ?? { fr: id, en: id },
      claimIds,
    })
  }
  return found
}

function reach(id: string, byId: ReadonlyMap<string, Claim>): ReadonlySet<string> {
  const group = new Set<string>()
  const queue = [id]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (group.has(next) || !byId.has(next)) continue
    const current = next
    group.add(current)
    queue.push(...(byId.get(current)?.against ?? []))
    for (const other of byId.values()) if (other.against.includes(current)) queue.push(other.id)
  }
  return group
}
