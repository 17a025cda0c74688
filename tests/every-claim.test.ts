import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Claim, Feature } from '../src/domain/claim.ts'
import { DISPUTES } from '../src/domain/dispute.ts'
import { parseFeatureCode } from '../src/domain/feature.ts'
import { listFeatureCodes } from '../src/domain/list-feature-codes.ts'
import { unitOf } from '../src/report/claims/describe-rule.ts'
import { linkDisputes } from '../src/report/claims/link-disputes.ts'
import { findContradictions } from '../src/report/judge/find-contradictions.ts'
import { judgeClaim } from '../src/report/judge/judge-claim.ts'
import { writeSentence } from '../src/report/judge/write-sentence.ts'
import { listClaimSamples } from '../src/store/statistics/claim-samples.ts'
import { makeMarketFacts } from '../src/store/statistics/market-facts.ts'
import { readSample } from '../src/store/statistics/read-sample.ts'
import { listWordQueries } from '../src/store/statistics/word-queries.ts'
import { addVacancies, marketDatabase } from './report/market-database.ts'
import { readClaimFiles } from './report/read-claim-files.ts'
import { sharedPath } from './shared-folder.ts'

const files = readClaimFiles()
const claims = files.flatMap((file) => file.claims)
const byId = new Map(claims.map((claim) => [claim.id, claim]))
const profiles = join(import.meta.dirname, '../profiles')

/** Codes that the lexicon knows, by kind of term. */
function lexiconCodes(): Readonly<Record<string, ReadonlySet<string>>> {
  const keys = (name: string) => new Set(Object.keys(parse(readFileSync(join(profiles, name), 'utf8'))))
  const attributes: { readonly studyFields: object } = parse(
    readFileSync(join(profiles, 'attributes/attributes.yaml'), 'utf8'),
  )
  return {
    mission: new Set(readdirSync(join(profiles, 'missions')).map((name) => name.replace('.yaml', ''))),
    skill: keys('skills.yaml'),
    tool: keys('tools.yaml'),
    platform: keys('platforms.yaml'),
    'study-field': new Set(Object.keys(attributes.studyFields)),
  }
}

/** Every feature of a test, wherever it stands. */
function featuresOf(value: unknown): readonly Feature[] {
  if (typeof value === 'string') return parseFeatureCode(value) === null ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(featuresOf)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(featuresOf)
  return []
}

describe('the claims', () => {
  it('are the 90 and more statements of five articles, each id once', () => {
    expect(files.map(({ article }) => article.id)).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(claims.length).toBeGreaterThanOrEqual(90)
    expect(byId.size).toBe(claims.length)
  })

  it('answer every question that the articles dispute at least twice', () => {
    const disputed = findContradictions(claims)
    expect(disputed).toHaveLength(Object.keys(DISPUTES).length)
    expect(linkDisputes(claims).find(({ id }) => id === 'D-merged-small')?.against).toEqual(['E-cm-strategy-small'])
  })

  it('count only terms that the lexicon can find', () => {
    const known = lexiconCodes()
    for (const { id, test } of claims) {
      for (const code of featuresOf(test).flatMap(listFeatureCodes)) {
        const atom = parseFeatureCode(code)
        if (atom?.kind === 'term') expect(known[atom.list], `${id}: ${code}`).toContain(atom.code)
      }
    }
  })
})

describe('each claim', () => {
  const db = marketDatabase()
  addVacancies(
    db,
    Array.from({ length: 60 }, (_, index) => ({
      employer: `e${index % 20}`,
      titleRole: index % 2 === 0 ? 'cm' : 'smm',
      payMin: 30_000,
      experience: index % 9,
      education: 5,
      size: 'pme',
      terms: ['mission:animation', 'tool:canva'],
      description: 'Vous animez nos réseaux sociaux.',
    })),
  )
  const facts = makeMarketFacts(db, { asOfDate: '2026-02-01', fromDate: null }, listWordQueries(claims))
  const read = (...[population, counted]: Parameters<Parameters<typeof judgeClaim>[1]['read']>) =>
    readSample(db, facts, population, counted)

  it.each(claims.map((claim) => [claim.id, claim] as const))('%s is computable, or says why not', (_, claim: Claim) => {
    const { test } = claim
    if (test.testable === 'no') {
      expect(test.reason.fr.length).toBeGreaterThan(20)
      expect(listClaimSamples(test)).toEqual([])
      return
    }
    const { verdict, estimate } = judgeClaim(test, {
      read,
      accuracies: {},
      middleDate: '2026-01-10',
      withoutOpenPay: false,
    })
    if (estimate !== null) expect(estimate.unit, 'the unit its page speaks of').toBe(unitOf(test.measure))
    const sentence = writeSentence({ claim, verdict, estimate, labels: {} })
    expect(sentence.fr).toMatch(/^[\p{Lu}].*\.$/su)
    expect(sentence.en).toMatch(/^[\p{Lu}].*\.$/su)
    expect(`${sentence.fr}${sentence.en}`).not.toMatch(/undefined|NaN|null|Infinity/)
    expect(listClaimSamples(test).length).toBeGreaterThan(0)
  })
})

const inventory = sharedPath('claims-inventory.md')
const articles = sharedPath('articles')

describe('against the material beside the checkout', () => {
  it.skipIf(inventory === null)(
    'the inventory’s ids are all there, themselves or with a suffix (needs the shared folder)',
    () => {
      const text = readFileSync(inventory ?? '', 'utf8')
      const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| id'))
      const ids = rows.flatMap((line) =>
        [...(line.split('|')[1] ?? '').matchAll(/[A-E]-[a-z0-9]+(?:-[a-z0-9]+)*/g)].map(([id]) => id),
      )
      expect(ids.length).toBeGreaterThan(100)
      const missing = ids.filter((id) => ![...byId.keys()].some((own) => own === id || own.startsWith(`${id}-`)))
      expect(missing).toEqual([])
    },
  )

  it.skipIf(articles === null)(
    'no statement repeats eight words of its article in a row (needs the shared folder)',
    () => {
      const words = (text: string) =>
        text
          .toLowerCase()
          .normalize('NFKC')
          .match(/[\p{L}\p{N}%€]+/gu) ?? []
      const names = readdirSync(articles ?? '').sort()
      for (const [index, { article, claims: own }] of files.entries()) {
        const runs = new Set<string>()
        const source = words(readFileSync(join(articles ?? '', names[index] ?? ''), 'utf8'))
        for (let at = 0; at + 8 <= source.length; at++) runs.add(source.slice(at, at + 8).join(' '))
        for (const { id, statement } of own) {
          const said = words(statement.fr)
          for (let at = 0; at + 8 <= said.length; at++) {
            expect(
              runs.has(said.slice(at, at + 8).join(' ')),
              `${id} of article ${article.id}: ${said.slice(at, at + 8).join(' ')}`,
            ).toBe(false)
          }
        }
      }
    },
  )
})
