/** What a word near an amount says of it: pay, a small pay component or benefit, money of the business. */
export type WordKind = 'pay' | 'small' | 'business'

/** Compiled word lists of `profiles/pay/words.yaml`. */
export interface PayWords {
  /** Matches any listed word; the named group is its kind. */
  readonly any: RegExp
  readonly pay: RegExp
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
  entries.sort((a, b) => b.word.length - a.word.length)
  const sources = entries.map(({ kind, word }) => ({ kind, source: wordSource(word) }))
  const groups = WORD_LISTS.map((kind) => `(?<${kind}>${alternation(sources, kind)})`).join('|')
  return {
    any: new RegExp(`(?<![a-z0-9])(?:${groups})(?![a-z0-9])`, 'g'),
    pay: new RegExp(`(?<![a-z0-9])(?:${alternation(sources, 'pay')})(?![a-z0-9])`, 'g'),
  }
}

/** The listed words of a stretch of folded text, in order. */
export function findWords(words: PayWords, stretch: string): FoundWord[] {
  const found: FoundWord[] = []
  for (const match of stretch.matchAll(words.any)) {
    const kind = WORD_LISTS.find((name) => match.groups?.[name] !== undefined)
    if (kind !== undefined) found.push({ kind, start: match.index, end: match.index + match[0].length })
  }
  return found
}

function alternation(sources: readonly { kind: WordKind; source: string }[], kind: WordKind): string {
  return sources
    .filter((entry) => entry.kind === kind)
    .map((entry) => entry.source)
    .join('|')
}

function wordSource(word: string): string {
  return word.replace(SPECIAL, '\\$&').replaceAll('\\*', '[a-z]*').replaceAll(' ', ' +')
}
