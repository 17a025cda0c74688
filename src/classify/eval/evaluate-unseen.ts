import type { PostingReading, ReadInput } from '../../domain/reading.ts'
import { evaluateMissions, evaluateTitles, type MissionEvaluation, type TitleEvaluation } from './evaluate.ts'
import { type RoleScores, scoreRoles } from './evaluate-roles.ts'
import type { GoldAd } from './gold-ad.ts'

/** What the shipped reader makes of labelled ads that nothing of it was made with. */
export interface UnseenEvaluation {
  /** Name of the set, e.g. its path in the project. */
  readonly set: string
  readonly ads: number
  readonly role: RoleScores
  /** Ads whose role is the labelled one: of all, and of those the reader was sure of. */
  readonly right: { readonly all: number; readonly sure: number; readonly ofSure: number }
  readonly title: TitleEvaluation
  readonly missions: MissionEvaluation
}

/** Measures a reader, as it is shipped, on labelled ads that it was neither trained on nor written with. */
export function evaluateUnseen(
  set: string,
  ads: readonly GoldAd[],
  read: (input: ReadInput) => PostingReading,
): UnseenEvaluation {
  const judged = ads.map((gold) => {
    const { id, title, description, company } = gold
    const nothingElse = { contract: null, salary: null, location: null, date: null }
    return { gold, ...read({ id, title, description, company, ...nothingElse }) }
  })
  const sure = judged.filter(({ roleSure }) => roleSure)
  const rightOf = (some: typeof judged) => some.filter(({ gold, role }) => gold.labels.role === role).length
  return {
    set,
    ads: ads.length,
    role: scoreRoles(
      judged.map(({ gold }) => gold.labels.role),
      judged.map(({ role }) => role),
    ),
    right: { all: rightOf(judged), sure: rightOf(sure), ofSure: sure.length },
    title: evaluateTitles(judged),
    missions: evaluateMissions(judged),
  }
}
