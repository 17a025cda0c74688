import { fold } from '../text/stem.ts'
import type { PhraseStep } from './phrase.ts'

const CAPITAL = /^\p{Lu}/u
const INFLECTION = /(?:e{1,2}s?|s|x)$/

/**
 * How the words of a tool, a platform or a skill must stand in an ad. The trie compares stems and families, which is right
 * for duties and wrong for names: « Notion » is no « notions », « Alerti » no « alerter », a persona no person. So a name counts
 * in its own spelling, and only with its capital where `profiles/` writes one; a skill of one word up to plural and
 * feminine. Case aside, accents do not matter.
 */
export class Spellings {
  readonly #isName: boolean
  /** Words as compared → true when they count only with a capital. */
  readonly #words = new Map<string, boolean>()

  constructor(isName: boolean) {
    this.#isName = isName
  }

  /** Takes in one word sequence of a phrase of `profiles/`. */
  add(phrase: string, steps: readonly PhraseStep[]): void {
    const words = this.#keyOf(steps.map(({ word }) => word).join(' '))
    this.#words.set(words, CAPITAL.test(phrase) && this.#words.get(words) !== false)
  }

  /** Whether words found by stem are the phrase itself; stop words left out, one space between, case as published. */
  accepts(words: string): boolean {
    if (!this.#isName && words.includes(' ')) return true
    const needsCapital = this.#words.get(this.#keyOf(words))
    return needsCapital === undefined ? false : !needsCapital || CAPITAL.test(words)
  }

  #keyOf(words: string): string {
    const folded = fold(words.replace('=', '').toLowerCase())
    return this.#isName ? folded : folded.replace(INFLECTION, '')
  }
}
