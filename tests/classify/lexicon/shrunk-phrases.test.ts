import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileLexicon } from '../../../src/classify/lexicon/compile-lexicon.ts'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { expandPhrase } from '../../../src/classify/lexicon/phrase.ts'
import { STOP } from '../../../src/classify/lexicon/vocabulary.ts'

const { lexicon } = loadProfiles(resolve(import.meta.dirname, '../../../profiles'))
const { vocabulary } = compileLexicon(lexicon)
const isStop = (word: string) => vocabulary.learn(word) === STOP

const SYNTAX = /[(){}|~]/
const SEPARATORS = /['’\s-]+/
const ARTICLE = /^(?:(?:le|la|les|the) |l')/

/**
 * Phrases of several words that are read as one. A heading without its article is the same heading: it is a line of its own.
 * All others stand here, each because its one word still says what is meant.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  duties: ['responsible for'],
  'missions headings': ['au quotidien', "ce qui t'attend"],
  'profile headings': ['et toi'],
  'company headings': ['à propos', 'en bref'],
  'process headings': ['pour postuler', 'pour candidater'],
}

/** Phrases of several written words of which one is left once stop words are gone. */
function shrunk(phrases: readonly string[]): readonly string[] {
  return phrases.filter((phrase) => {
    if (SYNTAX.test(phrase) || phrase.split(SEPARATORS).length < 2) return false
    return expandPhrase(phrase, lexicon.words.lists, 0, isStop).some((steps) => steps.length < 2)
  })
}

const LISTS: readonly (readonly [name: string, phrases: readonly string[]])[] = [
  ...Object.entries(lexicon.context),
  ...Object.entries(lexicon.sections).map(
    ([name, phrases]) => [`${name} headings`, phrases.filter((phrase) => !ARTICLE.test(phrase))] as const,
  ),
  ...Object.entries(lexicon.roles).map(([name, phrases]) => [`${name} of the role`, phrases] as const),
  ...Object.entries(lexicon.titles).map(([name, phrases]) => [`${name} titles`, phrases] as const),
  ...lexicon.missions.map(
    ({ code, strong, weak, never, define, contribute }) =>
      [code, [...strong, ...weak, ...never, ...define, ...contribute]] as const,
  ),
]

describe('phrases of the lexicon', () => {
  it.each(LISTS)('%s: none of several words is read as one', (name, phrases) => {
    expect(shrunk(phrases)).toEqual(ALLOWED[name] ?? [])
  })

  it('a word that only shares a stem with a word of context is another one', () => {
    const pairs = [
      ['reporting', 'reportez'],
      ['collaborateurs', 'collaborez'],
      ['notes', 'not'],
      ['San', 'sans'],
      ['exceptions', 'excepté'],
      ['souhaitez', 'souhaité'],
      ['facultés', 'facultatif'],
      ['idéal', 'idéalement'],
      ['atouts', 'atout'],
      ['fonds', 'fondée'],
      ['implants', 'implantée'],
      ['côté', 'côtés'],
    ] as const
    for (const [other, word] of pairs)
      expect(vocabulary.learn(other.toLowerCase()), other).not.toBe(vocabulary.learn(word))
  })

  it('a year stands for any year, and for nothing else', () => {
    expect(vocabulary.learn('1998')).toBe(vocabulary.learn('2024'))
    for (const number of ['98', '1500', '3500', '20000']) {
      expect(vocabulary.learn(number), number).not.toBe(vocabulary.learn('1998'))
    }
  })
})
