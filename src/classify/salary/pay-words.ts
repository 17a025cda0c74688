/** What a word near an amount says of it: pay, a small pay component or benefit, money of the business. */
export type WordKind = 'pay' | 'small' | 'business'

/** Compiled word lists of `profiles/pay/words.yaml`. */
export interface PayWords {
  /** Matches any listed word; each capturing group holds words of one kind. */
  readonly pattern: RegExp
  /** Kind of each capturing group. */
  readonly kinds: readonly WordKind[]
}

/** A listed word found in a folded text. */
export interface FoundWord {
  readonly kind: WordKind
  readonly start: number
  readonly end: number
}

const SPECIAL = /[.*+?^${}()|[\]\\]/g
const WORD_LISTS: readonly WordKind[] = ['pay', 'small', 'business']

/** Compiles lists of folded words (`*` = any letters); longer wordings are tried first, so "prime fixe" is no "fixe". */
export function compilePayWords(lists: Readonly<Record<WordKind, readonly string[]>>): PayWords {
  const entries = WORD_LISTS.flatMap((kind) => lists[kind].map((word) => ({ kind, word })))
  entries.sort((a, b) => b.word.length - a.word.length || a.kind.localeCompare(b.kind))
  // Neighbours of one kind share a capturing group; `kinds` says which.
  const kinds: WordKind[] = []
  let source = ''
  for (const { kind, word } of entries) {
    if (kinds[kinds.length - 1] === kind) source += `|${wordSource(word)}`
    else {
      source += `${kinds.length === 0 ? '(' : ')|('}${wordSource(word)}`
      kinds.push(kind)
    }
  }
  return { pattern: new RegExp(`(?<![a-z0-9])(?:${source}))(?![a-z0-9])`, 'g'), kinds }
}

/** The listed words of a stretch of folded text, in order. */
export function findWords(words: PayWords, stretch: string): FoundWord[] {
  const found: FoundWord[] = []
  for (const match of stretch.matchAll(words.pattern)) {
    const group = match.indexOf(match[0], 1) - 1
    const kind = words.kinds[group]
    if (kind !== undefined) found.push({ kind, start: match.index, end: match.index + match[0].length })
  }
  return found
}

function wordSource(word: string): string {
  return word.replace(SPECIAL, '\\$&').replaceAll('\\*', '[a-z]*').replaceAll(' ', ' +')
}
