import type { Evidence } from '../domain/evidence.ts'
import { MISSIONS, type Mission, type StrategyLevel } from '../domain/mission.ts'
import type { Attributes, PostingReading, ReadInput } from '../domain/reading.ts'
import type { Role } from '../domain/role.ts'
import type { SalaryReading } from '../domain/salary.ts'
import { detectLanguage } from './language/detect-language.ts'
import { compileLexicon } from './lexicon/compile-lexicon.ts'
import type { Profiles } from './lexicon/load-profiles.ts'
import { collectReadings } from './missions/collect-readings.ts'
import { ContentReader } from './missions/content-reader.ts'
import { TitleReader } from './role/read-title-role.ts'

/** Readers of pay and attributes that `createReader` joins. */
export interface PartReaders {
  readonly readSalary: (input: ReadInput) => { readonly salary: SalaryReading; readonly evidence: readonly Evidence[] }
  readonly readAttributes: (input: ReadInput) => {
    readonly attributes: Attributes
    readonly evidence: readonly Evidence[]
  }
}

/** Readers that say nothing, where pay and attributes are not wanted (training, benchmarks of a part). */
export const SILENT_PARTS: PartReaders = {
  readSalary: () => ({ salary: { kind: 'absent' }, evidence: [] }),
  readAttributes: () => ({ attributes: NOTHING_STATED, evidence: [] }),
}

const NOTHING_STATED: Attributes = {
  contract: 'unknown',
  contractMonths: null,
  workTime: null,
  weeklyHours: null,
  educationYears: null,
  educationYearsMax: null,
  studyFields: [],
  experienceYears: { min: null, max: null },
  place: null,
  remote: null,
  employerKind: 'unknown',
  employerSize: null,
  reportsTo: null,
  budgetsEur: [],
  teamSize: null,
}

/** Shorter texts say too little of the content: the title's role is taken and marked as not sure. */
const FEWEST_WORDS = 40

/** Reads one ad whole: role, missions, skills, tools, platforms, language, pay and attributes, each with its words. */
export function createReader(
  profiles: Profiles,
  parts: PartReaders = SILENT_PARTS,
): (input: ReadInput) => PostingReading {
  const lexicon = compileLexicon(profiles.lexicon, Object.keys(profiles.corpus?.frequencies ?? {}))
  const content = new ContentReader(lexicon)
  const titles = new TitleReader(lexicon)
  return (input) => {
    const titleRole = titles.read(input.title)
    const found = content.read(input.description)
    const readings = collectReadings(found)
    const tooShort = found.tokens.words < FEWEST_WORDS
    const role = tooShort ? titleRole.role : guessRole(readings.missions, readings.strategyLevel)
    const { salary, evidence: salaryEvidence } = parts.readSalary(input)
    const { attributes, evidence: attributeEvidence } = parts.readAttributes(input)
    return {
      id: input.id,
      role,
      titleRole: titleRole.role,
      roleScores: { cm: 0, smm: 0, hybrid: 0, other: 0, [role]: 1 },
      roleSure: false,
      mismatch: false,
      roleContributions: [],
      ...readings,
      language: detectLanguage(input.description),
      salary,
      attributes,
      evidence: [
        ...titleRole.spans.map(({ start, end }) => quote('title-role', input.title, start, end)),
        ...readings.evidence,
        ...salaryEvidence,
        ...attributeEvidence,
      ],
      version: VERSION,
    }
  }
}

const VERSION = '1'

function quote(reading: string, title: string, start: number, end: number): Evidence {
  return { reading, field: 'title', start, end, quoted: title.slice(start, end) }
}

const SOCIAL: readonly Mission[] = ['animation', 'moderation', 'publication']

function guessRole(missions: readonly Mission[], level: StrategyLevel | null): Role {
  const daily = missions.filter((mission) => SOCIAL.includes(mission)).length
  if (daily === 0 || missions.length > MISSIONS.length / 2) return 'other'
  return level === 'define' ? 'hybrid' : 'cm'
}
