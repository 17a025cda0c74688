import { fold } from '../../domain/fold-words.ts'

const INCLUSIVE_ENDING = /(?<=[a-z])[(./·•-]\s*-?(?:e|ne|le|se|re|trice|euse|rice|ere|s)s?\)?(?:[.·•-]s)?(?![a-z])/g
const GENDER_MARK = /\b[hfmwx]\s*[/|.\-–]\s*[hfmwx](?:\s*[/|.\-–]\s*[hfmwxdn]+)?\b|\b(?:homme|femme)s?\b/g
const REFERENCE = /\b(?:ref(?:erence)?|offre|job|id)\s*[.:n°#]*\s*[\w-]*\d[\w-]*|#\s*\w+/g
const WORD = /[a-z0-9+#]+/g

/** Words of titles that say nothing about which opening it is. */
const NOISE: ReadonlySet<string> = new Set(
  `h f m hf fh hfx x de des du d la le les l un une et a au aux en pour sur the of for and in notre nos
  contrat temps plein partiel complet mois an ans recherche recrute poste offre emploi job urgent remote hybride
  teletravail`.split(/\s+/),
)

/** Words that tell openings of one trade apart: another contract or level is another opening. */
const MARKERS: Readonly<Record<string, string>> = {
  cdi: '@cdi',
  cdd: '@cdd',
  interim: '@cdd',
  stage: '@stage',
  stagiaire: '@stage',
  internship: '@stage',
  intern: '@stage',
  alternance: '@alternance',
  alternant: '@alternance',
  alternante: '@alternance',
  apprenti: '@alternance',
  apprentie: '@alternance',
  apprentissage: '@alternance',
  professionnalisation: '@alternance',
  freelance: '@freelance',
  independant: '@freelance',
  junior: '@junior',
  debutant: '@junior',
  senior: '@senior',
  confirme: '@senior',
  confirmee: '@senior',
  experimente: '@senior',
}

/** Markers of which an opening has one: two ads whose titles name different ones are different openings. */
export const MARKER_CLASSES: readonly (readonly string[])[] = [
  ['@cdi', '@cdd', '@stage', '@alternance', '@freelance'],
  ['@junior', '@senior'],
]

/**
 * The telling words of a title, folded, in order; inclusive endings, gender marks and references are dropped, words
 * of contract and level brought to one marker each (`stagiaire` → `@stage`).
 */
export function titleWords(title: string): readonly string[] {
  const plain = fold(title).replaceAll(REFERENCE, ' ').replaceAll(GENDER_MARK, ' ').replaceAll(INCLUSIVE_ENDING, '')
  return (plain.match(WORD) ?? []).filter((word) => !NOISE.has(word)).map((word) => MARKERS[word] ?? singular(word))
}

const PLURAL = /(?<=[a-z]{3})[sx]$/

/** One spelling for singular and plural; what else it merges is no matter in a title. */
function singular(word: string): string {
  return word.replace(PLURAL, '')
}
