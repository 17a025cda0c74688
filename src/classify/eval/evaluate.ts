import { MISSIONS, type Mission, type StrategyLevel } from '../../domain/mission.ts'
import type { Role } from '../../domain/role.ts'
import { compileLexicon } from '../lexicon/compile-lexicon.ts'
import type { LexiconData } from '../lexicon/lexicon-schema.ts'
import { collectReadings, MISSION_THRESHOLD } from '../missions/collect-readings.ts'
import { type Content, ContentReader } from '../missions/content-reader.ts'
import { TitleReader } from '../role/read-title-role.ts'
import { RoleInputReader } from '../role/role-input-reader.ts'
import { roleExamples } from '../role/train-from-gold.ts'
import type { CorpusData } from '../tfidf/corpus-schema.ts'
import { evaluateRoles, type JudgedExample, type RoleEvaluation } from './evaluate-roles.ts'
import type { GoldAd } from './gold-ad.ts'
import { bootstrapInterval, type ClassScore, macroF1, microF1, scorePairs } from './scores.ts'

/** Title grammar against the labels. */
export interface TitleEvaluation {
  readonly titles: number
  readonly accuracy: number
  readonly interval: readonly [number, number]
}

/** Missions against the labels; disputed ones are scored neither way. */
export interface MissionEvaluation {
  readonly perMission: readonly ClassScore[]
  readonly microF1: number
  readonly macroF1: number
}

/** Everything measured on one set of labelled ads. */
export interface Evaluation {
  /** Name of the set, e.g. its path in the project. */
  readonly set: string
  readonly role: RoleEvaluation
  readonly title: TitleEvaluation
  readonly missions: MissionEvaluation
  /** The yes-or-no questions that the judge corrects shares for: `mission:<code>`, `role:<code>`, `title-role:<code>`. */
  readonly questions: readonly ClassScore[]
}

/** A labelled ad beside what was read of its title and missions. */
export interface ReadGoldAd {
  readonly gold: GoldAd
  readonly titleRole: Role
  readonly missions: readonly Mission[]
}

interface ReadAd extends ReadGoldAd {
  readonly strategyLevel: StrategyLevel | null
  readonly keywordRole: Role
  readonly example: Omit<JudgedExample, 'titleRole' | 'keywordRole'>
}

const CLEAR_DENSITY = 3
const CLEAR_STEERING = 2

/** A reading by counting words alone: the baseline every classifier of this kind is compared with. */
function keywordRole(content: Content): Role {
  const count = (code: string) =>
    content.hits.filter(({ pattern }) => pattern.kind === 'role' && pattern.code === code).length
  const per100 = 100 / Math.max(60, content.tokens.length)
  if (count('social') * per100 < CLEAR_DENSITY) return 'other'
  if (count('steering') < CLEAR_STEERING) return 'cm'
  return count('daily') < CLEAR_STEERING ? 'smm' : 'hybrid'
}

function readAds(ads: readonly GoldAd[], lexiconData: LexiconData, corpus: CorpusData): readonly ReadAd[] {
  const lexicon = compileLexicon(lexiconData, Object.keys(corpus.frequencies))
  const reader = new ContentReader(lexicon)
  const titles = new TitleReader(lexicon)
  const inputs = new RoleInputReader(corpus, lexicon)
  return ads.map((gold) => {
    const content = reader.read(gold.description)
    return {
      gold,
      titleRole: titles.read(gold.title).role,
      missions: MISSIONS.filter((_, index) => (content.missionScores[index] ?? 0) >= MISSION_THRESHOLD),
      strategyLevel: collectReadings(content).strategyLevel,
      keywordRole: keywordRole(content),
      example: {
        ...inputs.read(content),
        id: gold.id,
        group: gold.company ?? `ad ${gold.id}`,
        role: gold.labels.role,
        isTarget: true,
      },
    }
  })
}

/** Scores missions against the labels. */
export function evaluateMissions(ads: readonly ReadGoldAd[]): MissionEvaluation {
  const perMission = MISSIONS.map((mission) =>
    scorePairs(
      mission,
      ads
        .filter(({ gold }) => !gold.labels.missions_disputed.includes(mission))
        .map(({ gold, missions }) => [gold.labels.missions.includes(mission), missions.includes(mission)]),
    ),
  )
  const labelled = perMission.filter(({ hits, missed }) => hits + missed > 0)
  return { perMission, microF1: microF1(perMission), macroF1: macroF1(labelled) }
}

/** Scores the roles of titles against the labels. */
export function evaluateTitles(ads: readonly ReadGoldAd[]): TitleEvaluation {
  const right = ads
    .filter(({ gold }) => gold.labels.title_role !== null)
    .map(({ gold, titleRole }) => gold.labels.title_role === titleRole)
  const share = (indices: readonly number[]) =>
    indices.filter((index) => right[index]).length / Math.max(1, indices.length)
  return {
    titles: right.length,
    accuracy: share(right.map((_, index) => index)),
    interval: bootstrapInterval(right.length, share),
  }
}

function titleQuestions(ads: readonly ReadAd[]): readonly ClassScore[] {
  const roles: readonly Role[] = ['cm', 'smm', 'hybrid', 'other']
  const labelled = ads.filter(({ gold }) => gold.labels.title_role !== null)
  return roles.map((role) =>
    scorePairs(
      `title-role:${role}`,
      labelled.map(({ gold, titleRole }) => [gold.labels.title_role === role, titleRole === role]),
    ),
  )
}

/** Whether the person defines the strategy, where that was labelled; an ad without strategy is a clear no. */
function strategyQuestions(ads: readonly ReadAd[]): readonly ClassScore[] {
  const labelled = ads.filter(({ gold }) => gold.labels.strategy_level !== undefined)
  if (labelled.length === 0) return []
  return (['define', 'contribute'] as const).map((level) =>
    scorePairs(
      `strategy:${level}`,
      labelled.map(({ gold, strategyLevel }) => [gold.labels.strategy_level === level, strategyLevel === level]),
    ),
  )
}

/**
 * Measures the reader on labelled ads: roles by cross-validation grouped by employer (`trainingOnly` ads join the training side
 * only), titles and missions directly, since nothing of theirs is trained. Deterministic.
 */
export function evaluate(
  set: string,
  ads: readonly GoldAd[],
  trainingOnly: readonly GoldAd[],
  lexiconData: LexiconData,
  corpus: CorpusData,
): Evaluation {
  const read = readAds(ads, lexiconData, corpus)
  const { examples, size } = roleExamples(trainingOnly, false, lexiconData, corpus)
  const judged = read.map(({ example, titleRole, keywordRole: keywords }) => ({
    ...example,
    titleRole,
    keywordRole: keywords,
  }))
  const role = evaluateRoles(judged, examples, size)
  const missions = evaluateMissions(read)
  const questions = [
    ...missions.perMission.map((score) => ({ ...score, name: `mission:${score.name}` })),
    ...role.scores.perRole.map((score) => ({ ...score, name: `role:${score.name}` })),
    ...titleQuestions(read),
    ...strategyQuestions(read),
  ]
  return { set, role, title: evaluateTitles(read), missions, questions }
}
