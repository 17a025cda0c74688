import { createHash } from 'node:crypto'
import type { Evidence } from '../domain/evidence.ts'
import type { Attributes, PostingReading, ReadInput, RoleContribution } from '../domain/reading.ts'
import type { Role } from '../domain/role.ts'
import type { SalaryReading } from '../domain/salary.ts'
import { detectLanguage } from './language/detect-language.ts'
import { compileLexicon, type Lexicon } from './lexicon/compile-lexicon.ts'
import type { Profiles } from './lexicon/load-profiles.ts'
import { collectReadings } from './missions/collect-readings.ts'
import { type Content, ContentReader } from './missions/content-reader.ts'
import { TitleReader, type TitleRole } from './role/read-title-role.ts'
import { RoleInputReader } from './role/role-input-reader.ts'
import { RoleModel } from './role/role-model.ts'

/** Readers of pay and attributes that `createReader` joins. */
export interface PartReaders {
  readonly readSalary: (input: ReadInput) => { readonly salary: SalaryReading; readonly evidence: readonly Evidence[] }
  readonly readAttributes: (input: ReadInput) => {
    readonly attributes: Attributes
    readonly evidence: readonly Evidence[]
  }
  /** Version of the tables these readers work with. */
  readonly version?: string
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
/** Raised when the code of the reader changes what it makes of the same data. */
const CODE_VERSION = 2

interface RoleResult {
  readonly role: Role
  readonly roleScores: Readonly<Record<Role, number>>
  readonly roleSure: boolean
  readonly roleContributions: readonly RoleContribution[]
}

/** Reads one ad whole: role, missions, skills, tools, platforms, language, pay and attributes, each with its words. */
export function createReader(
  profiles: Profiles,
  parts: PartReaders = SILENT_PARTS,
): (input: ReadInput) => PostingReading {
  const lexicon = compileLexicon(profiles.lexicon, Object.keys(profiles.corpus?.frequencies ?? {}))
  const content = new ContentReader(lexicon)
  const titles = new TitleReader(lexicon)
  const readRole = roleReader(profiles, lexicon)
  const version = versionOf(profiles, parts)
  return (input) => {
    const titleRole = titles.read(input.title)
    const found = content.read(input.description)
    const readings = collectReadings(found)
    const role = found.tokens.words < FEWEST_WORDS ? fromTitle(titleRole.role) : readRole(found)
    const { salary, evidence: salaryEvidence } = parts.readSalary(input)
    const { attributes, evidence: attributeEvidence } = parts.readAttributes(input)
    const { missions, strategyLevel, skills, tools, platforms } = readings
    const { roleScores, roleSure, roleContributions } = role
    // Field by field: objects and lists spread into one another cost more than reading the title.
    return {
      id: input.id,
      titleRole: titleRole.role,
      role: role.role,
      roleScores,
      roleSure,
      roleContributions,
      mismatch: roleSure && role.role !== titleRole.role,
      missions,
      strategyLevel,
      skills,
      tools,
      platforms,
      evidence: titleEvidence(input.title, titleRole).concat(readings.evidence, salaryEvidence, attributeEvidence),
      language: detectLanguage(found.normalised.text),
      salary,
      attributes,
      version,
    }
  }
}

function titleEvidence(title: string, { spans }: TitleRole): Evidence[] {
  return spans.map(({ start, end }) => quote('title-role', title, start, end))
}

/** The model's reader; without a trained model every ad is `other` and nothing is sure. */
function roleReader({ corpus, roleModel }: Profiles, lexicon: Lexicon): (found: Content) => RoleResult {
  if (corpus === null || roleModel === null) return () => fromTitle('other')
  const inputs = new RoleInputReader(corpus, lexicon)
  const model = new RoleModel(roleModel, lexicon.vocabulary)
  return (found) => {
    const { role, roleScores, sure, contributions } = model.read(inputs.read(found))
    return { role, roleScores, roleSure: sure, roleContributions: contributions }
  }
}

function fromTitle(role: Role): RoleResult {
  return {
    role,
    roleScores: { cm: 0, smm: 0, hybrid: 0, other: 0, [role]: 1 },
    roleSure: false,
    roleContributions: [],
  }
}

/** Changes whenever lexicon, corpus, model, the other readers or the code change what is read. */
function versionOf({ lexicon, corpus, roleModel }: Profiles, parts: PartReaders): string {
  const data = JSON.stringify([lexicon, corpus, roleModel, parts.version ?? null])
  return `${CODE_VERSION}-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`
}

function quote(reading: string, title: string, start: number, end: number): Evidence {
  return { reading, field: 'title', start, end, quoted: title.slice(start, end) }
}
