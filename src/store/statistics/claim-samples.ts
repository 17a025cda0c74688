import type { ClaimTest, Feature, Population } from '../../domain/claim.ts'
import type { Counted } from './read-sample.ts'

/** One of the groups a claim is judged on. */
export interface ClaimSample {
  readonly side: 'population' | 'against'
  readonly population: Population
  readonly counted: Counted
}

/** The groups of a claim's test with what is counted of each vacancy; none when ads cannot speak to it. */
export function listClaimSamples(test: ClaimTest): readonly ClaimSample[] {
  if (test.testable === 'no') return []
  const { measure, population } = test
  const pair = (counted: Counted, against?: Population): readonly ClaimSample[] => [
    { side: 'population', population, counted },
    ...(against === undefined ? [] : [{ side: 'against', population: against, counted } as const]),
  ]
  switch (measure.kind) {
    case 'band':
    case 'median':
    case 'mean':
      return pair({ quantity: measure.of })
    case 'ratio':
    case 'difference':
      return pair({ quantity: measure.of }, measure.against)
    case 'share':
      return pair(featureValue(measure))
    case 'contrast':
      return pair(featureValue(measure), measure.against)
    case 'rank':
      return pair({ feature: measure.of }, measure.against)
    case 'trend':
      return pair({ feature: measure.of })
    case 'feature-order':
      return pair({ features: measure.of })
    case 'overlap':
      return pair({ features: measure.of }, measure.against)
    case 'group-order':
      return measure.groups.map((group) => ({
        side: 'population',
        population: { ...population, ...group },
        counted: { quantity: measure.of },
      }))
    case 'employers-with':
      return pair({ features: [] }, measure.also)
  }
}

function featureValue({ of, among }: { readonly of: Feature; readonly among?: Feature }): Counted {
  return among === undefined ? { feature: of } : { feature: of, among }
}
