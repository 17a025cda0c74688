import type { FoldedText } from '../salary/fold-text.ts'
import type { Found } from './quote.ts'
import { firstInWindows, windowsAround } from './windows.ts'

/** How far the job may be done away from the employer's place. */
export type Remote = 'none' | 'partial' | 'full'

type Rule = readonly [Remote, RegExp]

// The most telling wording first; a number of days a week is always partial.
const RULES: readonly Rule[] = [
  [
    'none',
    /pas de teletravail|aucun teletravail|teletravail (?:non|impossible)|sans teletravail|non teletravaillable|100 ?% (?:presentiel|sur site)|no remote|on-?site only|fully on-?site/,
  ],
  [
    'partial',
    /(?:\d|un|deux|trois|one|two|three)(?: ?(?:a|-|\/|ou|to) ?\d)? ?(?:jours?|j|days?)[^.\n]{0,25}(?:teletravail|tele-travail|remote|home ?office|distanciel|\btt\b)|(?:teletravail|tele-travail|remote)[^.\n]{0,40}\d ?(?:jours?|j\b|days?)|teletravail (?:partiel|ponctuel|possible|occasionnel|flexible|hybride|regulier)|(?:hybride?|partial) (?:remote|work|mode)|(?:mode|travail|rythme|organisation) hybride?|politique de teletravail|hybrid (?:work|role|position|policy)/,
  ],
  [
    'full',
    /100 ?% (?:teletravail|remote|a distance|distanciel|en teletravail)|(?:teletravail|remote|distanciel) (?:complet|total|integral|a 100|100)|full[- ]remote|fully remote|remote[- ](?:only|first)|full teletravail|entierement (?:a distance|en teletravail)|poste (?:en|a) (?:teletravail|distance)|work from anywhere|remote (?:position|role|job)|100% remote/,
  ],
  ['partial', /\bteletravail\b|\btele-travail\b|\bhome ?office\b/],
]
const LOCATION_REMOTE = /\bremote\b|teletravail/

/** Reads what a folded text says of remote work. */
export function readRemote(folded: FoldedText): Found<Remote> | null {
  const windows = windowsAround(folded, 'remote', 45, 60)
  for (const [remote, pattern] of RULES) {
    const found = firstInWindows(folded.text, windows, pattern)
    if (found !== null) return { value: remote, start: found.start, end: found.end }
  }
  return null
}

/** Reads "Remote" in a location. */
export function readRemoteLocation(location: string): Found<Remote> | null {
  const match = LOCATION_REMOTE.exec(location)
  return match === null ? null : { value: 'full', start: match.index, end: match.index + match[0].length }
}
