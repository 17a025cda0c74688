import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { Vocabulary } from '../../../src/classify/lexicon/vocabulary.ts'
import { TokenBuffer } from '../../../src/classify/text/tokenise.ts'
import { countCorpus } from '../../../src/classify/tfidf/count-corpus.ts'
import { centroid, cosine, naturalIdf, smoothIdf, TfIdfModel } from '../../../src/classify/tfidf/tfidf-model.ts'

const require = createRequire(import.meta.url)
// natural's own class, by its deep path as everywhere: the test oracle.
const NaturalTfIdf = require('natural/lib/natural/tfidf/tfidf.js') as new () => {
  addDocument(words: readonly string[]): void
  tfidf(term: string, document: number): number
  idf(term: string): number
}

const TEXTS = [
  'animer communaute forum forum lecteur',
  'publier photo communaute lecteur',
  'piloter budget campagne',
  'budget campagne photo video video video',
]
const words = new Set(TEXTS.join(' ').split(' '))
const vocabulary = new Vocabulary({ stopwords: [], protected: [...words], families: {} })
for (const word of words) vocabulary.learn(word)
const frequencies = Object.fromEntries(
  [...words].map((word) => [word, TEXTS.filter((text) => text.split(' ').includes(word)).length]),
)
const corpus = { version: 'test', documents: TEXTS.length, frequencies }

function tokensOf(text: string): TokenBuffer {
  const tokens = new TokenBuffer()
  tokens.fill(text, vocabulary)
  return tokens
}

describe('TfIdfModel', () => {
  it("weighs terms as natural's TfIdf does, when given its formula", () => {
    const oracle = new NaturalTfIdf()
    for (const text of TEXTS) oracle.addDocument(text.split(' '))
    const model = new TfIdfModel(corpus, vocabulary, { idf: naturalIdf, frequency: (count) => count, norm: false })
    TEXTS.forEach((text, document) => {
      const { terms, weights } = model.vectorOf(tokensOf(text))
      const distinct = new Set(text.split(' '))
      expect(terms.length).toBe(distinct.size)
      for (const [index, term] of terms.entries()) {
        expect(weights[index]).toBeCloseTo(oracle.tfidf(vocabulary.nameOf(term), document), 10)
      }
    })
  })

  it('is sublinear, smooth and of length one by default', () => {
    const model = new TfIdfModel(corpus, vocabulary)
    const { terms, weights } = model.vectorOf(tokensOf('forum forum budget'))
    const forum = (1 + Math.log(2)) * smoothIdf(4, 1)
    const budget = smoothIdf(4, 2)
    const length = Math.hypot(forum, budget)
    const weightOf = (word: string) => weights[terms.indexOf(vocabulary.termNamed(word))]
    expect(weightOf('forum')).toBeCloseTo(forum / length, 12)
    expect(weightOf('budget')).toBeCloseTo(budget / length, 12)
  })

  it('compares a text with a profile', () => {
    const model = new TfIdfModel(corpus, vocabulary)
    const vectors = TEXTS.map((text) => model.vectorOf(tokensOf(text)))
    const profile = centroid(vectors.slice(0, 1), model.size)
    expect(cosine(model.vectorOf(tokensOf(TEXTS[0] ?? '')), profile)).toBeCloseTo(1, 12)
    expect(cosine(model.vectorOf(tokensOf('piloter budget')), profile)).toBe(0)
    expect(model.vectorOf(tokensOf('inconnu 42')).terms.length).toBe(0)
  })

  it('counts a corpus without digits, rare terms and single letters', () => {
    const texts = Array.from({ length: 8 }, (_, index) => `animer un forum ${index} x rare${index}`)
    expect(countCorpus(texts, vocabulary, 'v')).toEqual({
      version: 'v',
      documents: 8,
      frequencies: { animer: 8, forum: 8, un: 8 },
    })
  })
})
