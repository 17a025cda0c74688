import { TextUnits } from '../text/text-units.ts'

/** Words that are frequent in one of the two languages and absent from the other. */
const FRENCH = new Set(
  'le la les des du une et vous nous votre vos notre nos dans pour avec sur est sont qui que ce cette aux en ou un au par plus etes êtes avez nos leur'.split(
    ' ',
  ),
)
const ENGLISH = new Set(
  'the and of to you your our we with for is are be will in that this who have has from as an or by at on their not can us'.split(
    ' ',
  ),
)
const ON_BOTH_LISTS = new Set(['on', 'en', 'an', 'or', 'as', 'us', 'par', 'plus', 'est', 'in'])
/** Characters looked at from the start, the middle and the end of a text. */
const PROBE = 300
/** Fewer frequent words than this say nothing. */
const FEWEST = 5

/** Letters of a word are packed into one number, six bits each; no listed word is longer than five. */
const LETTER_BITS = 6
const LONGEST = 5
/** By UTF-16 unit: 1–58 for a–z and à–ÿ, 0 for what is no letter of either language. */
const LETTERS = new Uint8Array(65_536)
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ'
for (let index = 0; index < ALPHABET.length; index++) LETTERS[ALPHABET.charCodeAt(index)] = index + 1
/** Packed listed words, and what each says: 1 French, 2 English. */
const LISTED = new Map<number, number>()
for (const word of FRENCH) if (!ON_BOTH_LISTS.has(word)) LISTED.set(packed(word), 1)
for (const word of ENGLISH) if (!ON_BOTH_LISTS.has(word)) LISTED.set(packed(word), 2)

const source = new TextUnits()

function packed(word: string): number {
  let packedWord = 0
  for (let at = 0; at < word.length; at++)
    packedWord = (packedWord << LETTER_BITS) | (LETTERS[word.charCodeAt(at)] ?? 0)
  return packedWord
}

function probes(text: string): string {
  if (text.length <= 3 * PROBE) return text
  const middle = text.length >> 1
  return `${text.slice(0, PROBE)} ${text.slice(middle, middle + PROBE)} ${text.slice(-PROBE)}`
}

/** Language of a text by its most frequent little words; null when there are too few to tell. */
export function detectLanguage(text: string): 'fr' | 'en' | null {
  const length = source.load(probes(text).toLowerCase())
  const units = source.units
  // What stands behind the text is no part of it.
  units[length] = 0
  let french = 0
  let english = 0
  let word = 0
  let start = 0
  for (let at = 0; at <= length; at++) {
    const letter = LETTERS[units[at] ?? 0] ?? 0
    if (letter !== 0) {
      word = (word << LETTER_BITS) | letter
      continue
    }
    if (at > start && at - start <= LONGEST) {
      const says = LISTED.get(word)
      if (says === 1) french++
      else if (says === 2) english++
    }
    word = 0
    start = at + 1
  }
  if (french + english < FEWEST || french === english) return null
  return french > english ? 'fr' : 'en'
}
