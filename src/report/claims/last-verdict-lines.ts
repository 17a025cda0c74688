import { CAVEATS } from '../../domain/caveat.ts'
import type { Bilingual, Claim } from '../../domain/claim.ts'
import type { LastVerdict } from '../../store/snapshots/read-last-verdicts.ts'
import { caveatsOf } from '../judge/judge-claim.ts'
import { writeSentence } from '../judge/write-sentence.ts'
import { frenchTypography, type Lang, say } from '../render/language/lang.ts'
import { wordsOf } from '../render/language/words.ts'
import type { PageLine } from './describe-counted.ts'

/** A verdict with the vacancies of each group compared; none where the database does not say. */
export interface CountedVerdict {
  readonly last: LastVerdict
  readonly groupVacancies: readonly number[]
}

/** The last verdict in one language, then each of its limits that hold for the ads of that day and not by rule. */
export function lastVerdictLines(claim: Claim, counted: CountedVerdict | null, lang: Lang): readonly PageLine[] {
  const label = lang === 'fr' ? 'dernier verdict' : 'last verdict'
  if (counted === null) return [[label, say(NONE_YET, lang)]]
  const { verdict, snapshotId, caveats } = counted.last
  const { test } = claim
  const name = `${verdictWord(verdict, lang)} (${snapshotId})`
  if (test.testable === 'no') return [[label, name]]
  const sentence = sentenceOf(claim, counted)[lang]
  const byRule = caveatsOf(test, { caveats: [], groups: [] })
  const found = caveats.filter((code) => !byRule.includes(code) && code !== REFUSED)
  return [
    [label, lang === 'fr' ? frenchTypography(`${name} : ${sentence}`) : `${name}: ${sentence}`],
    ...found.map((code): PageLine => [wordsOf(lang).caveatTags[code] ?? code, say(CAVEATS[code], lang)]),
  ]
}

/** A verdict's name as it stands inside a line. */
export function verdictWord(verdict: LastVerdict['verdict'], lang: Lang): string {
  return wordsOf(lang).verdicts[verdict].name.toLowerCase()
}

/** Of snapshots in which nothing was judged. */
const REFUSED = 'coverage-gap'
const NONE_YET: Bilingual = { fr: 'aucun encore : vigie report', en: 'none yet: vigie report' }

/** The sentence of the report; where nothing was judged at all, why. */
function sentenceOf(claim: Claim, { last, groupVacancies }: CountedVerdict): Bilingual {
  const { verdict, value, low, high, unit, vacancyCount, employerCount, caveats } = last
  if (caveats.includes(REFUSED)) return CAVEATS[REFUSED]
  const counts = { nVacancies: vacancyCount, nEmployers: employerCount, nPostings: 0, shareMissing: 0 }
  const estimate =
    value === null || low === null || high === null || unit === null ? null : { value, low, high, unit, ...counts }
  return writeSentence({ claim, verdict, estimate, groupVacancies, labels: {} })
}
