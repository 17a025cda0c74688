import type { Feature } from './claim.ts'

/** All codes inside a feature, in the order written. */
export function listFeatureCodes(feature: Feature): readonly string[] {
  if (typeof feature === 'string') return [feature]
  if ('not' in feature) return listFeatureCodes(feature.not)
  return ('all' in feature ? feature.all : feature.any).flatMap(listFeatureCodes)
}
