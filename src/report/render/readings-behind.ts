import type { Feature } from '../../domain/claim.ts'
import type { AdLine, ClaimVerdict } from '../report-model.ts'

// Numbers and closed lists leave one reading each, whatever the value a claim asks for; `mission:…` and the like keep their code.
const OWN_CODE = /^(?:mission|skill|tool|platform):/
const STRATEGY = /^strategy:/
const PAY = /^(?:pay|day-rate)/
const LIST = /^[a-z-]+/

function codesOf(feature: Feature): readonly string[] {
  if (typeof feature === 'string') return [feature]
  if ('all' in feature) return feature.all.flatMap(codesOf)
  if ('any' in feature) return feature.any.flatMap(codesOf)
  return []
}

function readingOf(code: string): string {
  if (OWN_CODE.test(code)) return code
  // Who defines the strategy is decided on the words of the mission.
  if (STRATEGY.test(code)) return 'mission:strategy'
  return PAY.test(code) ? 'salary' : (LIST.exec(code)?.[0] ?? code)
}

/** Readings whose words a claim rests on: those of the features of its measure, or pay. */
export function readingsBehind({ claim }: Pick<ClaimVerdict, 'claim'>): ReadonlySet<string> {
  if (claim.test.testable === 'no') return new Set()
  const { measure } = claim.test
  if (!('of' in measure)) return new Set()
  const of: Feature | readonly Feature[] = measure.of
  const codes = Array.isArray(of) ? of.flatMap(codesOf) : codesOf(of as Feature)
  return new Set(codes.map(readingOf))
}

/** The stretch of an ad that holds words a claim rests on, with these words marked and no others; null where none does. */
export function excerptBehind(ad: AdLine, readings: ReadonlySet<string>): AdLine['excerpts'][number] | null {
  for (const { text, marks } of ad.excerpts) {
    const fitting = marks.filter(({ reading }) => readings.has(reading))
    if (fitting.length > 0) return { text, marks: fitting }
  }
  // Pay is quoted by itself: its words often stand in a field of their own.
  return readings.has('salary') && ad.pay !== null && ad.pay !== ''
    ? { text: ad.pay, marks: [{ reading: 'salary', start: 0, end: ad.pay.length }] }
    : null
}

/** The ads of a claim, those that can be quoted for it before the others. */
export function quotableFirst(line: ClaimVerdict, ads: ReadonlyMap<string, AdLine>): readonly string[] {
  const readings = readingsBehind(line)
  const fits = new Set(
    line.adIds.filter((id) => {
      const ad = ads.get(id)
      return ad !== undefined && excerptBehind(ad, readings) !== null
    }),
  )
  return [...fits, ...line.adIds.filter((id) => !fits.has(id))]
}
