import { MISSIONS, type Mission } from '../../domain/mission.ts'
import { ROLE_WORDS, type RoleWords } from '../lexicon/compile-lexicon.ts'
import type { Content } from '../missions/content-reader.ts'
import { DUTY_SHARES, dutyShares, ELSEWHERE_MISSIONS, SOCIAL_MISSIONS } from './duty-shares.ts'

/** Names of the features a text alone gives, in the order of `textFeatures`. */
export const TEXT_FEATURES: readonly string[] = [
  ...DUTY_SHARES,
  ...ROLE_WORDS.flatMap((kind) => [`${kind}-density`, `${kind}-beside-social`]),
  'define-beside-social',
  'job-named',
  'social-missions',
  'elsewhere-missions',
  'missions',
  'length',
  ...MISSIONS.map((mission) => `mission:${mission}`),
]

interface Tally {
  readonly hits: Record<RoleWords, number>
  readonly besideSocial: Record<RoleWords, number>
  defineBesideSocial: number
}

function tallyHits(content: Content): Tally {
  const zero = () => ({ social: 0, steering: 0, daily: 0, elsewhere: 0 })
  const tally: Tally = { hits: zero(), besideSocial: zero(), defineBesideSocial: 0 }
  const social = new Uint8Array(content.sentences)
  for (const { pattern, first } of content.hits) {
    const counts = pattern.kind === 'role' && pattern.code === 'social' && content.masked[first] !== 1
    if (counts) social[content.tokens.sentences[first] ?? 0] = 1
  }
  for (const { pattern, first, weight } of content.hits) {
    const isBeside = social[content.tokens.sentences[first] ?? 0] === 1
    if (pattern.kind === 'mission' && pattern.level === 'define' && isBeside) tally.defineBesideSocial += weight
    if (pattern.kind !== 'role' || content.masked[first] === 1) continue
    tally.hits[pattern.code] += weight
    if (isBeside) tally.besideSocial[pattern.code] += weight
  }
  return tally
}

/** Sum of the scores of some missions. */
function scoreOf({ missionScores }: Content, missions: ReadonlySet<Mission>): number {
  return MISSIONS.reduce((sum, code, index) => sum + (missions.has(code) ? (missionScores[index] ?? 0) : 0), 0)
}

/** How often the text names a community or social media manager, whichever of the two. */
function namesOf({ masked, tokens }: Content): number {
  let names = 0
  for (let index = 0; index < tokens.length; index++) if (masked[index] === 1 && masked[index - 1] !== 1) names++
  return Math.log1p(names)
}

/** The features a text alone gives. Which of the watched jobs it names is masked; that it names one is a feature. */
export function textFeatures(content: Content): Float64Array {
  const tally = tallyHits(content)
  const per100 = 100 / Math.max(60, content.tokens.length)
  const density = (count: number) => Math.log1p(count * per100)
  return Float64Array.from([
    ...dutyShares(content),
    ...ROLE_WORDS.flatMap((kind) => [density(tally.hits[kind]), density(tally.besideSocial[kind])]),
    Math.min(2, tally.defineBesideSocial),
    namesOf(content),
    scoreOf(content, SOCIAL_MISSIONS),
    scoreOf(content, ELSEWHERE_MISSIONS),
    content.missionScores.reduce((sum, score) => sum + score, 0) / MISSIONS.length,
    Math.log(Math.max(20, content.tokens.length)),
    ...content.missionScores,
  ])
}
