/** One word of a phrase and how many words may stand between it and the word before. */
export interface PhraseStep {
  readonly word: string
  readonly gap: number
}

/** Words of a phrase that stand for a list (`{network}`): name → members, each one or several words. */
export type WordClasses = Readonly<Record<string, readonly string[]>>

/** Expansions of one phrase beyond which it is a mistake in the lexicon. */
const MOST_EXPANSIONS = 20_000
const PART = /\{([\w-]+)\}|\(([^)]*)\)|(~\d*)|([^\s{}()~]+)/g
const LIST = /^\{([\w-]+)\}$/
const SEPARATORS = /['’\s-]+/

/** A phrase of `profiles/` cannot be read. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError'
}

function membersOf(part: RegExpExecArray, phrase: string, classes: WordClasses): readonly string[] {
  const [, className, alternatives, , word] = part
  if (className !== undefined) {
    const members = classes[className]
    if (members === undefined) {
      throw new PhraseError(`Phrase « ${phrase} » names the unknown list {${className}}; add it to words.yaml.`)
    }
    return members
  }
  if (alternatives === undefined) return [word ?? '']
  return alternatives.split('|').flatMap((choice) => {
    const list = LIST.exec(choice.trim())
    return list === null ? [choice.trim()] : membersOf(list, phrase, classes)
  })
}

function extended(
  steps: readonly PhraseStep[],
  member: string,
  gap: number,
  isStop: (word: string) => boolean,
): readonly PhraseStep[] {
  const words = member
    .toLowerCase()
    .split(SEPARATORS)
    .filter((word) => word !== '' && !isStop(word))
  return [...steps, ...words.map((word, index) => ({ word, gap: index === 0 ? gap : 0 }))]
}

/** A choice that is only « sur » would silently make the phrase match without it. */
function requireMeaning(members: readonly string[], phrase: string, isStop: (word: string) => boolean): void {
  for (const member of members) {
    if (extended([], member, 0, isStop).length > 0) continue
    throw new PhraseError(
      `Phrase « ${phrase} » offers the choice « ${member} », a stop word that texts are read without.`,
    )
  }
}

/**
 * The word sequences a phrase of `profiles/` stands for.
 * « animer {community} » any member of the list · « (tenir|gérer) blog » either word · « animer ~8 forum » up to eight words
 * between · « animer ~0 forum » none. Words of no meaning (de, la, the) are left out; elsewhere `gap` words may stand between.
 */
export function expandPhrase(
  phrase: string,
  classes: WordClasses,
  gap: number,
  isStop: (word: string) => boolean,
): readonly (readonly PhraseStep[])[] {
  let sequences: readonly (readonly PhraseStep[])[] = [[]]
  let nextGap = gap
  for (const part of phrase.matchAll(PART)) {
    const wide = part[3]
    if (wide !== undefined) {
      nextGap = wide === '~' ? 8 : Number(wide.slice(1))
      continue
    }
    const members = membersOf(part, phrase, classes)
    if (members.length > 1) requireMeaning(members, phrase, isStop)
    sequences = sequences.flatMap((steps) => members.map((member) => extended(steps, member, nextGap, isStop)))
    nextGap = gap
    if (sequences.length > MOST_EXPANSIONS) {
      throw new PhraseError(`Phrase « ${phrase} » stands for more than ${MOST_EXPANSIONS} word sequences; split it.`)
    }
  }
  const meaningful = sequences.filter((steps) => steps.length > 0)
  if (meaningful.length === 0) throw new PhraseError(`Phrase « ${phrase} » holds no word with a meaning.`)
  return meaningful
}
