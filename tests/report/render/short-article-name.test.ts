import { expect, it } from 'vitest'
import type { Article } from '../../../src/domain/claim.ts'
import { wordsOf } from '../../../src/report/render/language/words.ts'
import { shortArticleName } from '../../../src/report/render/short-article-name.ts'
import { readClaimFiles } from '../read-claim-files.ts'

const BARE: Article = {
  id: 'X',
  title: 'Différence entre community manager et Social Media Manager',
  author: null,
  publisher: null,
  datePublished: null,
  url: null,
  eurosOfYear: null,
}

it.each([
  [{}, 'X · Différence entre CM et SMM'],
  [{ author: 'A. Auteur', datePublished: '2013' }, 'X · A. Auteur, 2013'],
  [{ author: 'A. Auteur', publisher: 'La Revue', datePublished: '2017-05' }, 'X · La Revue, 2017'],
  [{ id: 'long-id', publisher: 'La Revue' }, 'La Revue'],
])('names an article by who published it, else by its title: %j', (given, expected) => {
  expect(shortArticleName({ ...BARE, ...given }, wordsOf('fr'))).toBe(expected)
})

it('cuts no name of the articles examined', () => {
  const names = readClaimFiles().map(({ article }) => shortArticleName(article, wordsOf('fr')))
  expect(names.length).toBeGreaterThan(3)
  expect(names.filter((name) => name.includes('…'))).toEqual([])
})
