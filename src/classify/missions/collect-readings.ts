import type { Evidence } from '../../domain/evidence.ts'
import { MISSIONS, type Mission, type StrategyLevel } from '../../domain/mission.ts'
import { type Pattern, SECTIONS } from '../lexicon/compile-lexicon.ts'
import type { Content, KeptHit } from './content-reader.ts'

/** A mission needs at least this score (0–1): one clear phrase among the duties, or two weak ones. */
export const MISSION_THRESHOLD = 0.6
/** Quotations kept per reading. */
const MOST_QUOTED = 5
const COMPANY = SECTIONS.indexOf('company')
const COURSE = SECTIONS.indexOf('course')

/** Missions, skills, tools and platforms of one ad with their evidence. */
export interface CodedReadings {
  readonly missions: readonly Mission[]
  readonly strategyLevel: StrategyLevel | null
  readonly skills: readonly string[]
  readonly tools: readonly string[]
  readonly platforms: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** Name of the reading that a pattern stands for, put together once. */
const READINGS = new WeakMap<Pattern, string>()

function readingOf(pattern: Pattern): string {
  const known = READINGS.get(pattern)
  if (known !== undefined) return known
  const reading = 'code' in pattern ? `${pattern.kind}:${pattern.code}` : pattern.kind
  READINGS.set(pattern, reading)
  return reading
}

/** The longest of overlapping spans, the clearest first, at most `MOST_QUOTED`, in reading order. */
function quotable(hits: readonly KeptHit[]): readonly KeptHit[] {
  const chosen: KeptHit[] = []
  const ranked = [...hits].sort(
    (a, b) => b.weight - a.weight || b.last - b.first - (a.last - a.first) || a.first - b.first,
  )
  for (const hit of ranked) {
    if (chosen.length === MOST_QUOTED) break
    if (!chosen.some((other) => other.first <= hit.last && hit.first <= other.last)) chosen.push(hit)
  }
  return chosen.sort((a, b) => a.first - b.first)
}

function quote(content: Content, reading: string, { first, last }: KeptHit): Evidence {
  const { normalised, tokens } = content
  const start = normalised.toOriginal(tokens.starts[first] ?? 0)
  const end = normalised.toOriginal(tokens.ends[last] ?? 0)
  return { reading, field: 'description', start, end, quoted: normalised.original.slice(start, end) }
}

/** True for words about the employer or a school's course: a skill or tool named there is not asked of the person. */
function isNotAsked(content: Content, { first }: KeptHit): boolean {
  const section = content.sections.of(content.tokens.sentences[first] ?? 0)
  return section === COMPANY || section === COURSE
}

function groupByCode(content: Content): ReadonlyMap<string, readonly KeptHit[]> {
  const groups = new Map<string, KeptHit[]>()
  for (const hit of content.hits) {
    if (hit.pattern.kind === 'role') continue
    if (hit.pattern.kind !== 'mission' && isNotAsked(content, hit)) continue
    const code = readingOf(hit.pattern)
    const group = groups.get(code)
    if (group === undefined) groups.set(code, [hit])
    else group.push(hit)
  }
  return groups
}

function levelOf(hits: readonly KeptHit[]): StrategyLevel {
  const defines = hits.some(({ pattern }) => pattern.kind === 'mission' && pattern.level === 'define')
  // « contribuer à définir la stratégie » matches both: who contributes does not define.
  return defines && !hits.some((hit) => coversDefinition(hit, hits)) ? 'define' : 'contribute'
}

function coversDefinition(hit: KeptHit, hits: readonly KeptHit[]): boolean {
  if (hit.pattern.kind !== 'mission' || hit.pattern.level !== 'contribute') return false
  return hits.every(
    ({ pattern, first, last }) =>
      pattern.kind !== 'mission' || pattern.level !== 'define' || (first >= hit.first && last <= hit.last),
  )
}

/** The coded readings of one text, each with at least one quotation. */
export function collectReadings(content: Content): CodedReadings {
  const groups = groupByCode(content)
  const evidence: Evidence[] = []
  const keep = (reading: string) => {
    for (const hit of quotable(groups.get(reading) ?? [])) evidence.push(quote(content, reading, hit))
  }
  const missions = MISSIONS.filter((_, index) => (content.missionScores[index] ?? 0) >= MISSION_THRESHOLD)
  for (const mission of missions) keep(`mission:${mission}`)
  const codes = { skill: [] as string[], tool: [] as string[], platform: [] as string[] }
  for (const reading of [...groups.keys()].sort()) {
    const [kind = '', code = ''] = reading.split(':')
    if (kind !== 'skill' && kind !== 'tool' && kind !== 'platform') continue
    codes[kind].push(code)
    keep(reading)
  }
  const strategy = groups.get('mission:strategy') ?? []
  return {
    missions,
    strategyLevel: missions.includes('strategy') ? levelOf(strategy) : null,
    skills: codes.skill,
    tools: codes.tool,
    platforms: codes.platform,
    evidence,
  }
}
