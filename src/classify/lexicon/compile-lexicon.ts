import type { Mission, StrategyLevel } from '../../domain/mission.ts'
import type { Role } from '../../domain/role.ts'
import type { LexiconData, MissionData } from './lexicon-schema.ts'
import { expandPhrase, type PhraseStep, type WordClasses } from './phrase.ts'
import { PhraseTrie } from './phrase-trie.ts'
import { Spellings } from './spellings.ts'
import { STOP, Vocabulary } from './vocabulary.ts'

/** Parts of an ad that evidence is weighed by; `course` is what a school teaches. */
export const SECTIONS = ['missions', 'profile', 'company', 'benefits', 'process', 'course'] as const

/** Part of an ad. */
export type Section = (typeof SECTIONS)[number]

/** Words counted for the role, see `profiles/roles.yaml`. */
export const ROLE_WORDS = ['social', 'steering', 'daily', 'elsewhere'] as const

/** Kind of words counted for the role. */
export type RoleWords = (typeof ROLE_WORDS)[number]

/** What finding a phrase means. */
export type Pattern =
  | { readonly kind: 'mission'; readonly code: Mission; readonly weight: number; readonly level: StrategyLevel | null }
  | { readonly kind: 'never'; readonly code: Mission }
  | { readonly kind: 'skill' | 'tool' | 'platform'; readonly code: string; readonly spellings: Spellings }
  | { readonly kind: 'header'; readonly code: Section }
  | { readonly kind: 'cue'; readonly code: Section }
  | { readonly kind: 'negation' | 'contrast' | 'not-negation' | 'optional' | 'others' }
  | { readonly kind: 'role'; readonly code: RoleWords }

/** What finding a phrase in a title means. */
export type TitlePattern = Role

/** The lexicon ready for matching. */
export interface Lexicon {
  readonly vocabulary: Vocabulary
  readonly trie: PhraseTrie
  readonly patterns: readonly Pattern[]
  readonly titleTrie: PhraseTrie
  readonly titlePatterns: readonly TitlePattern[]
  /** Names of the watched jobs, which are masked in a text; payloads mean nothing. */
  readonly nameTrie: PhraseTrie
}

/** Weight of a phrase that makes a mission by itself, and of one that needs company. */
const STRONG = 0.9
const WEAK = 0.4
const MISSION_GAP = 3
const SKILL_GAP = 1

class Compiler {
  readonly vocabulary: Vocabulary
  readonly trie = new PhraseTrie()
  readonly patterns: Pattern[] = []
  readonly #classes: WordClasses

  constructor(data: LexiconData) {
    this.vocabulary = new Vocabulary(data.words)
    this.#classes = data.words.lists
  }

  add(phrases: readonly string[], gap: number, pattern: Pattern): void {
    const payload = this.patterns.push(pattern) - 1
    this.addTo(this.trie, phrases, gap, payload)
  }

  /** Adds phrases that count as spelled, see `Spellings`. */
  addSpelled(kind: 'skill' | 'tool' | 'platform', code: string, phrases: readonly string[]): void {
    const spellings = new Spellings(kind !== 'skill')
    const payload = this.patterns.push({ kind, code, spellings }) - 1
    const gap = kind === 'skill' ? SKILL_GAP : 0
    const isStop = (word: string) => this.vocabulary.learn(word) === STOP
    for (const phrase of phrases) {
      for (const steps of expandPhrase(phrase, this.#classes, gap, isStop)) {
        spellings.add(phrase, steps)
        this.#addSteps(this.trie, steps, payload)
      }
    }
  }

  addTo(trie: PhraseTrie, phrases: readonly string[], gap: number, payload: number): void {
    const isStop = (word: string) => this.vocabulary.learn(word) === STOP
    for (const phrase of phrases) {
      for (const steps of expandPhrase(phrase, this.#classes, gap, isStop)) this.#addSteps(trie, steps, payload)
    }
  }

  #addSteps(trie: PhraseTrie, steps: readonly PhraseStep[], payload: number): void {
    trie.add(
      steps.map(({ word }) => this.vocabulary.learn(word)),
      steps.map(({ gap }) => gap),
      payload,
    )
  }
}

function addMission(compiler: Compiler, mission: MissionData): void {
  const { code } = mission
  const isStrategy = code === 'strategy'
  compiler.add(mission.strong, MISSION_GAP, { kind: 'mission', code, weight: STRONG, level: null })
  compiler.add(mission.weak, MISSION_GAP, {
    kind: 'mission',
    code,
    weight: WEAK,
    level: isStrategy ? 'contribute' : null,
  })
  compiler.add(mission.define, MISSION_GAP, { kind: 'mission', code, weight: STRONG, level: 'define' })
  compiler.add(mission.contribute, MISSION_GAP, { kind: 'mission', code, weight: STRONG, level: 'contribute' })
  compiler.add(mission.never, 0, { kind: 'never', code })
}

function addContext(compiler: Compiler, { context, sections }: LexiconData): void {
  compiler.add(context.negation, 0, { kind: 'negation' })
  compiler.add(context.contrast, 0, { kind: 'contrast' })
  compiler.add(context.notNegation, 0, { kind: 'not-negation' })
  compiler.add(context.optional, 0, { kind: 'optional' })
  compiler.add(context.others, 0, { kind: 'others' })
  compiler.add(context.duties, 0, { kind: 'cue', code: 'missions' })
  compiler.add(context.profile, 0, { kind: 'cue', code: 'profile' })
  compiler.add(context.company, 0, { kind: 'cue', code: 'company' })
  compiler.add(context.course, 0, { kind: 'cue', code: 'course' })
  compiler.add(context.benefits, 0, { kind: 'cue', code: 'benefits' })
  for (const section of SECTIONS) compiler.add(sections[section], 0, { kind: 'header', code: section })
}

/** Compiles the lexicon; `vocabulary` terms of the TF-IDF corpus are learned by the caller before or after. */
export function compileLexicon(data: LexiconData, corpusTerms: readonly string[] = []): Lexicon {
  const compiler = new Compiler(data)
  for (const mission of data.missions) addMission(compiler, mission)
  for (const [code, phrases] of Object.entries(data.skills)) compiler.addSpelled('skill', code, phrases)
  for (const [code, phrases] of Object.entries(data.tools)) compiler.addSpelled('tool', code, phrases)
  for (const [code, phrases] of Object.entries(data.platforms)) compiler.addSpelled('platform', code, phrases)
  for (const code of ROLE_WORDS) compiler.add(data.roles[code], MISSION_GAP, { kind: 'role', code })
  addContext(compiler, data)
  const titleTrie = new PhraseTrie()
  const titlePatterns: TitlePattern[] = ['cm', 'smm', 'hybrid', 'other']
  titlePatterns.forEach((role, payload) => {
    compiler.addTo(titleTrie, data.titles[role], 0, payload)
  })
  const nameTrie = new PhraseTrie()
  compiler.addTo(nameTrie, data.titles.names, 0, 0)
  const { vocabulary, trie, patterns } = compiler
  for (const term of corpusTerms) vocabulary.learnName(term)
  trie.freeze(vocabulary.size)
  titleTrie.freeze(vocabulary.size)
  nameTrie.freeze(vocabulary.size)
  return { vocabulary, trie, patterns, titleTrie, titlePatterns, nameTrie }
}
