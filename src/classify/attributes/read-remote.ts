import type { FoldedText } from '../salary/fold-text.ts'
import type { TriggerKind } from '../salary/triggers.ts'
import { firstAt } from './match-at.ts'
import type { Found } from './quote.ts'

/** How far the job may be done away from the employer's place. */
export type Remote = 'none' | 'partial' | 'full'

type Rule = readonly [remote: Remote, announcedBy: TriggerKind, pattern: RegExp]

// The most telling wording first; a number of days a week is always partial. Each pattern begins at a trigger word and
// looks back for the words before it.
const DAYS = String.raw`(?:\d|un|deux|trois|one|two|three)(?: ?(?:a|-|\/|ou|to) ?\d)? ?(?:jours?|j|days?)[^.\n]{0,25}`
const RULES: readonly Rule[] = [
  [
    'none',
    'remoteNone',
    /tele-?travail (?:non|impossible)|tele-?travail(?<=(?:pas de|aucun|sans) tele-?travail)|teletravaillable(?<=non teletravaillable)|presentiel(?<=100 ?% (?:en )?presentiel)|remote(?<=\bno remote)|on-?site only/y,
  ],
  [
    'partial',
    'remotePartial',
    new RegExp(
      String.raw`(?:tele-?travail|remote|home ?office|distanciel)(?<=${DAYS}(?:tele-?travail|remote|home ?office|distanciel))|(?:tele-?travail|remote)[^.\n]{0,40}\d ?(?:jours?|j\b|days?)|tele-?travail (?:partiel|ponctuel|possible|occasionnel|flexible|hybride|regulier)|hybride?(?<=(?:mode|travail|rythme|organisation) (?:de travail )?hybride?)|hybride? (?:remote|work|mode|role|position|policy)|tele-?travail(?<=politique de tele-?travail)`,
      'y',
    ),
  ],
  [
    'full',
    'remoteFull',
    /(?:tele-?travail|remote|distanciel|distance)(?<=100 ?% (?:en |a )?(?:tele-?travail|remote|distanciel|distance))|(?:tele-?travail|remote|distanciel) (?:complet|total|integral|a 100|100)|full[- ]remote|fully remote|remote[- ](?:only|first)|full tele-?travail|(?:distance|tele-?travail)(?<=(?:entierement|poste) (?:a|en) (?:distance|tele-?travail))|remote (?:position|role|job)/y,
  ],
  ['partial', 'remoteNamed', /tele-?travail\b|home ?office\b/y],
]
const LOCATION_REMOTE = /\bremote\b|teletravail/

/** Reads what a folded text says of remote work. */
export function readRemote(folded: FoldedText): Found<Remote> | null {
  for (const [remote, announcedBy, pattern] of RULES) {
    const found = firstAt(folded.text, folded.triggers(announcedBy), pattern)
    if (found !== null) return { value: remote, start: found.start, end: found.end }
  }
  return null
}

/** Reads "Remote" in a location. */
export function readRemoteLocation(location: string): Found<Remote> | null {
  const match = LOCATION_REMOTE.exec(location)
  return match === null ? null : { value: 'full', start: match.index, end: match.index + match[0].length }
}
