import type { Bilingual, Claim, Feature, Population } from '../../domain/claim.ts'
import { CONTRACTS } from '../../domain/contract.ts'
import { MISSIONS } from '../../domain/mission.ts'
import { EMPLOYER_KINDS, SIZE_CLASSES } from '../../domain/reading.ts'
import { REGION_CODES } from '../../domain/region.ts'
import type { Role } from '../../domain/role.ts'
import type { Estimate } from '../../domain/verdict.ts'
import type { ShareTable } from '../report-model.ts'
import { clusterShare } from '../statistics/cluster-share.ts'
import { clusterTotals } from '../statistics/cluster-totals.ts'
import type { Figure } from '../statistics/figure.ts'
import { correctShare } from '../statistics/rogan-gladen.ts'
import { bitOf, keepBit } from './batch-samples.ts'
import { featureLabel } from './feature-labels.ts'
import { groupSize } from './group-size.ts'
import type { GroupSize } from './measured.ts'
import { type Accuracies, correctionFor } from './read-accuracy.ts'
import type { SampleReader } from './sample-reader.ts'

const ROLES_SHOWN: readonly Role[] = ['cm', 'smm', 'hybrid']
const bi = (fr: string, en: string): Bilingual => ({ fr, en })

/** One table to make: its features and, for shares among ads that state the item, which those are. */
interface TableSpec {
  readonly id: string
  readonly title: Bilingual
  readonly features: readonly Feature[]
  readonly among?: Feature
  readonly contracts?: 'any'
  /** Keeps the rows with the largest shares only. */
  readonly most?: number
}

/** What the tables list beside the closed lists: the terms found in this market. */
export interface ListedCodes {
  readonly skills: readonly string[]
  readonly tools: readonly string[]
  readonly platforms: readonly string[]
}

/** Shares with intervals of each list by title role. */
export function shareTables(
  read: SampleReader,
  accuracies: Accuracies,
  claims: readonly Claim[],
  labels: Readonly<Record<string, Bilingual>>,
  listed: ListedCodes,
): readonly ShareTable[] {
  return tableSpecs(listed).map((spec) => {
    const byRole = ROLES_SHOWN.map((role) => ({ role, estimates: estimateShares(read, accuracies, spec, role) }))
    const rows = spec.features.map((feature, index) => ({
      code: typeof feature === 'string' ? feature : JSON.stringify(feature),
      label: featureLabel(feature, labels),
      cells: byRole.map(({ role, estimates }) => ({ role, estimate: estimates[index] ?? null })),
      claimed: claims.flatMap((claim) => claimedShare(claim, feature)),
    }))
    return { id: spec.id, title: spec.title, rows: spec.most === undefined ? rows : largestRows(rows, spec.most) }
  })
}

function tableSpecs({ skills, tools, platforms }: ListedCodes): readonly TableSpec[] {
  const prefix = (kind: string, codes: readonly string[]) => codes.map((code) => `${kind}:${code}`)
  return [
    { id: 'missions', title: bi('Missions', 'Missions'), features: prefix('mission', MISSIONS) },
    { id: 'skills', title: bi('Compétences et objectifs', 'Skills and aims'), features: skills, most: 20 },
    { id: 'tools', title: bi('Outils', 'Tools'), features: tools, most: 15 },
    { id: 'platforms', title: bi('Plateformes', 'Platforms'), features: platforms, most: 12 },
    { id: 'contract', title: bi('Contrats', 'Contracts'), features: prefix('contract', CONTRACTS), contracts: 'any' },
    {
      id: 'education',
      title: bi(
        'Niveau d’études demandé, parmi les offres qui le précisent',
        'Education asked, among ads that state it',
      ),
      features: ['education:0..1', 'education:2', 'education:3', 'education:4', 'education:>=5'],
      among: 'education:named',
    },
    {
      id: 'experience',
      title: bi('Expérience demandée, parmi les offres qui la précisent', 'Experience asked, among ads that state it'),
      features: ['experience:0..0.9', 'experience:1..2.9', 'experience:3..4.9', 'experience:>=5'],
      among: 'experience:named',
    },
    { id: 'remote', title: bi('Télétravail', 'Remote work'), features: prefix('remote', ['none', 'partial', 'full']) },
    {
      id: 'region',
      title: bi('Régions, parmi les offres dont le lieu est connu', 'Regions, among ads whose place is known'),
      features: prefix('region', REGION_CODES),
      among: 'region:named',
      most: REGION_CODES.length,
    },
    { id: 'employer-kind', title: bi('Employeurs', 'Employers'), features: prefix('employer-kind', EMPLOYER_KINDS) },
    {
      id: 'employer-size',
      title: bi('Taille de l’employeur, quand elle est connue', 'Size of the employer, where known'),
      features: prefix('employer-size', SIZE_CLASSES),
      among: 'employer-size:named',
    },
  ]
}

/** Features asked of the store at once; their presence comes back as bits of one number. */
const AT_ONCE = 30

/** Shares of all features of a table in one role; null where no vacancy counts. */
function estimateShares(
  read: SampleReader,
  accuracies: Accuracies,
  { features, among, contracts }: TableSpec,
  role: Role,
): readonly (Estimate | null)[] {
  const population: Population = contracts === undefined ? { role } : { role, contracts }
  const chunks = Array.from({ length: Math.ceil(features.length / AT_ONCE) }, (_, chunk) =>
    features.slice(chunk * AT_ONCE, (chunk + 1) * AT_ONCE),
  )
  return chunks.flatMap((chunk) => {
    const asked = among === undefined ? chunk : [...chunk, among]
    const all = read(population, { features: asked })
    const sample = among === undefined ? all : keepBit(all, chunk.length)
    const size = groupSize(sample)
    if (size.vacancies === 0) return chunk.map(() => null)
    return chunk.map((feature, bit) => {
      const asRead = clusterShare(clusterTotals(sample, (value) => bitOf(value, bit)))
      const correction = correctionFor(feature, accuracies)
      const figure = correction.kind === 'measured' ? correctShare(asRead, correction.accuracy) : asRead
      return shareEstimate(figure, size)
    })
  })
}

function shareEstimate(figure: Figure, size: GroupSize): Estimate {
  return {
    value: figure.value,
    ...figure.at(0.95),
    unit: 'share',
    nVacancies: size.vacancies,
    nEmployers: size.employers,
    nPostings: size.postings,
    shareMissing: size.missing / (size.vacancies + size.missing),
  }
}

function largestRows(rows: ShareTable['rows'], most: number): ShareTable['rows'] {
  const size = (row: ShareTable['rows'][number]) => Math.max(...row.cells.map(({ estimate }) => estimate?.value ?? 0))
  const kept = new Set([...rows].sort((a, b) => size(b) - size(a)).slice(0, most))
  return rows.filter((row) => kept.has(row)).sort((a, b) => size(b) - size(a))
}

function claimedShare({ id, test }: Claim, feature: Feature): ShareTable['rows'][number]['claimed'] {
  if (test.testable === 'no' || test.measure.kind !== 'share' || test.comparator.kind !== 'about') return []
  if (JSON.stringify(test.measure.of) !== JSON.stringify(feature)) return []
  const { role } = test.population
  return role === undefined || typeof role !== 'string' ? [] : [{ claimId: id, role, share: test.comparator.value }]
}
