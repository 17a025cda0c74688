import type { Bilingual, Claim, Population } from '../../domain/claim.ts'
import type { Role } from '../../domain/role.ts'
import type { Estimate } from '../../domain/verdict.ts'
import type { PayDistribution } from '../report-model.ts'
import { clusterMean } from '../statistics/cluster-mean.ts'
import type { Figure } from '../statistics/figure.ts'
import { woodruffQuantile } from '../statistics/woodruff-quantile.ts'
import { groupSize } from './group-size.ts'
import type { GroupSize } from './measured.ts'
import type { SampleReader } from './sample-reader.ts'

const RESOLUTION_EUR = 1000
const GROUPS: readonly { readonly role: Role; readonly group: Bilingual }[] = [
  { role: 'cm', group: { fr: 'Community managers (titre)', en: 'Community managers (title)' } },
  { role: 'smm', group: { fr: 'Social media managers (titre)', en: 'Social media managers (title)' } },
  { role: 'hybrid', group: { fr: 'Double intitulé', en: 'Titled as both' } },
]

/** Advertised pay by title role: quartiles and mean with intervals, every value for the drawing, the bands claimed. */
export function payDistributions(read: SampleReader, claims: readonly Claim[]): readonly PayDistribution[] {
  return GROUPS.map(({ role, group }) => {
    const population: Population = { role }
    const sample = read(population, { quantity: 'pay' })
    const size = groupSize(sample)
    const figures = size.vacancies === 0 ? null : (at: number) => woodruffQuantile(sample, at, RESOLUTION_EUR)
    const estimate = (figure: Figure | undefined) => (figure === undefined ? null : payEstimate(figure, size))
    return {
      group,
      role,
      n: size.vacancies,
      nEmployers: size.employers,
      shareMissing: missingShare(size),
      q25: estimate(figures?.(0.25)),
      median: estimate(figures?.(0.5)),
      q75: estimate(figures?.(0.75)),
      mean: estimate(figures === null ? undefined : clusterMean(sample, RESOLUTION_EUR)),
      values: expand(sample.value, sample.count),
      claimed: claims.flatMap((claim) => claimedBand(claim, role)),
    }
  })
}

function payEstimate(figure: Figure, size: GroupSize): Estimate {
  return {
    value: figure.value,
    ...figure.at(0.95),
    unit: 'eur-year',
    nVacancies: size.vacancies,
    nEmployers: size.employers,
    nPostings: size.postings,
    shareMissing: missingShare(size),
  }
}

function missingShare({ vacancies, missing }: GroupSize): number {
  return vacancies + missing === 0 ? 0 : missing / (vacancies + missing)
}

function expand(values: Float64Array, counts: Float64Array): readonly number[] {
  const all: number[] = []
  for (const [cell, value] of values.entries()) {
    for (let times = 0; times < (counts[cell] ?? 0); times++) all.push(value)
  }
  return all.sort((a, b) => a - b)
}

/** The band of a claim about the yearly pay of a role as a whole; claims about a part of it are not drawn there. */
function claimedBand({ id, test }: Claim, role: Role): PayDistribution['claimed'] {
  if (test.testable === 'no' || test.population.role !== role || test.population.where !== undefined) return []
  const { measure, comparator } = test
  if (!('of' in measure) || measure.of !== 'pay' || test.population.contracts !== undefined) return []
  if (comparator.kind === 'range') return [{ claimId: id, low: comparator.from, high: comparator.to }]
  return comparator.kind === 'about' ? [{ claimId: id, low: comparator.value, high: comparator.value }] : []
}
