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
const WORD = /[a-zà-ÿ]+/g
/** Characters looked at from the start, the middle and the end of a text. */
const PROBE = 300
/** Fewer frequent words than this say nothing. */
const FEWEST = 5
const ON_BOTH_LISTS = new Set(['on', 'en', 'an', 'or', 'as', 'us', 'par', 'plus', 'est', 'in'])

function probes(text: string): string {
  if (text.length <= 3 * PROBE) return text
  const middle = text.length >> 1
  return `${text.slice(0, PROBE)} ${text.slice(middle, middle + PROBE)} ${text.slice(-PROBE)}`
}

/** Language of a text by its most frequent little words; null when there are too few to tell. */
export function detectLanguage(text: string): 'fr' | 'en' | null {
  let french = 0
  let english = 0
  for (const [word] of probes(text).toLowerCase().matchAll(WORD)) {
    if (ON_BOTH_LISTS.has(word)) continue
    if (FRENCH.has(word)) french++
    else if (ENGLISH.has(word)) english++
  }
  if (french + english < FEWEST || french === english) return null
  return french > english ? 'fr' : 'en'
}
