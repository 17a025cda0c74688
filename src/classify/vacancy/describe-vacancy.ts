import { SOURCE_KINDS } from '../../domain/source.ts'
import type { Employer, PayConflict, PostingToGroup, VacancyGroup, VacancyMember } from '../../domain/vacancy.ts'
import type { Candidate, Match } from './match-postings.ts'

/** A posting inside its vacancy. */
export interface Grouped extends Candidate {
  /** The surest pair that brought it here; null when it is alone. */
  readonly match: Match | null
  /** Position in the list of cluster keys. */
  readonly clusterIndex: number
}

/** Two stated amounts further apart than this share of the chosen one are a conflict. */
const PAY_TOLERANCE = 0.05

/** Makes one vacancy of its postings: who speaks for it, whose pay counts, when it was seen. */
export function describeVacancy(members: readonly Grouped[], clusterKeys: readonly string[]): VacancyGroup {
  const ranked = [...members].sort(compareSpeakers)
  const speaker = ranked[0]
  if (speaker === undefined) throw new RangeError('A vacancy needs at least one posting.')
  const payer = ranked.find(({ posting }) => posting.statesPay) ?? null
  const firsts = members.flatMap(({ posting }) => posting.firstSeenOn ?? [])
  const lasts = members.flatMap(({ posting }) => posting.lastSeenOn ?? [])
  const gone = members.flatMap(({ posting }) => posting.goneOn ?? [])
  const named = chooseEmployer(ranked)
  return {
    vacancyId: Math.min(...members.map(({ posting }) => posting.postingId)),
    speakerPostingId: speaker.posting.postingId,
    payPostingId: payer?.posting.postingId ?? null,
    employer: named?.employer ?? null,
    clusterKey: clusterKeys[(named ?? speaker).clusterIndex] ?? '',
    firstSeenOn: least(firsts),
    lastSeenOn: greatest(lasts),
    goneOn: gone.length === members.length ? greatest(gone) : null,
    members: members.map(toMember).sort((a, b) => a.postingId - b.postingId),
    payConflicts: payer === null ? [] : payConflicts(payer.posting, ranked),
  }
}

/**
 * Employer's own words first, then the public service's, a board's, an aggregator's, a dump's; then the longest text.
 * A text cut short by its source speaks only when there is no whole one: statistics leave such texts out.
 */
function compareSpeakers({ posting: a }: Grouped, { posting: b }: Grouped): number {
  return (
    Number(a.isTruncated) - Number(b.isTruncated) ||
    SOURCE_KINDS.indexOf(a.sourceKind) - SOURCE_KINDS.indexOf(b.sourceKind) ||
    b.signature.wordCount - a.signature.wordCount ||
    a.postingId - b.postingId
  )
}

/** The first speaker that names an employer, one that hires for itself before recruiters. */
function chooseEmployer(ranked: readonly Grouped[]): (Grouped & { readonly employer: Employer }) | null {
  const named = ranked.filter((member): member is Grouped & { employer: Employer } => member.employer !== null)
  return named.find(({ employer }) => employer.kind !== 'recruiter') ?? named[0] ?? null
}

function toMember({ posting, match }: Grouped): VacancyMember {
  return { postingId: posting.postingId, method: match?.method ?? 'single', similarity: match?.similarity ?? 1 }
}

function payConflicts(chosen: PostingToGroup, ranked: readonly Grouped[]): readonly PayConflict[] {
  const chosenEur = midpoint(chosen)
  if (chosenEur === null) return []
  return ranked.flatMap(({ posting }) => {
    const otherEur = midpoint(posting)
    if (otherEur === null || Math.abs(otherEur - chosenEur) <= PAY_TOLERANCE * chosenEur) return []
    return [{ sourceId: posting.sourceId, extId: posting.extId, chosenEur, otherEur }]
  })
}

function midpoint({ grossAnnualEur }: PostingToGroup): number | null {
  if (grossAnnualEur === null) return null
  const { min, max } = grossAnnualEur
  if (min === null || max === null) return min ?? max
  return (min + max) / 2
}

function least(days: readonly string[]): string | null {
  return days.reduce<string | null>((least, day) => (least === null || day < least ? day : least), null)
}

function greatest(days: readonly string[]): string | null {
  return days.reduce<string | null>((greatest, day) => (greatest === null || day > greatest ? day : greatest), null)
}
