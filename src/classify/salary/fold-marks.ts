import * as table from './fold-table.ts'
import * as triggers from './triggers.ts'

// Read at every word, and an imported name would be looked up each time.
const { DIGIT } = table
const { kindsAnnounced, triggerIndex } = triggers

const NONE: readonly number[] = []

/** Where numbers and words of interest begin in a folded text. */
export class FoldMarks {
  readonly numbers: number[] = []
  readonly #words: (number[] | undefined)[] = []

  /** Takes note of a run of letters or digits that spans `[start, end)` of the folded bytes. */
  add(kind: number, bytes: Uint8Array, start: number, end: number): void {
    if (kind === DIGIT) {
      this.numbers.push(start)
      return
    }
    let kinds = kindsAnnounced(bytes, start, end - start)
    for (; kinds !== 0; kinds &= kinds - 1) this.#note(31 - Math.clz32(kinds & -kinds), start)
  }

  /** Where words begin that announce a reading of the kind. */
  announcing(kind: triggers.TriggerKind): readonly number[] {
    return this.#words[triggerIndex(kind)] ?? NONE
  }

  #note(index: number, start: number): void {
    const places = this.#words[index]
    if (places === undefined) this.#words[index] = [start]
    else places.push(start)
  }
}
