import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RUNGS } from '../../../src/domain/capture.ts'
import type { ParsedPage } from '../../../src/domain/crawl.ts'
import { SKIP_REASONS } from '../../../src/domain/issue.ts'
import { DumpError } from '../../../src/scrapers/dumps/dump-error.ts'
import { DUMP_FORMATS } from '../../../src/scrapers/dumps/dump-record.ts'
import { readDump } from '../../../src/scrapers/dumps/read-dump.ts'
import { sources } from '../../../src/scrapers/registry.ts'
import { sharedPath } from '../../shared-folder.ts'
import { cpuMs } from '../cpu-time.ts'
import { type Mutation, mutate } from '../mutate.ts'
import { type Fixture, fixturesOf, parseFixture, toFixture } from '../source-fixtures.ts'

const registry = Object.entries(sources)
const fixtures = registry.flatMap(([id]) => fixturesOf(id))
const pages: readonly Fixture[] = [...fixtures, ...realPages()]

/** Real answers and pages join the corpus where their folder lies beside the checkout. */
function realPages(): readonly Fixture[] {
  const folder = sharedPath('sources/samples')
  if (folder === null) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => /\.(?:html|json|jsonld|xml|rss)$/.test(name) && !name.includes('openapi') && !name.startsWith('rome'),
    )
    .map((name) => toFixture('career-site', name, readFileSync(join(folder, name)), { purpose: 'posting' }))
    .filter(({ capture }) => capture.body.byteLength < 100_000)
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'flip', 'cut', 'remove', 'repeat', 'insert', 'insert', 'swap'),
  at: fc.integer({ min: 0, max: 1000 }),
  length: fc.integer({ min: 0, max: 200 }),
  token: fc.nat(1000),
})
const mutations = fc.array(mutation, { minLength: 1, maxLength: 12 })
const page = fc.integer({ min: 0, max: pages.length - 1 })

function checkShape(parsed: ParsedPage): void {
  expect(RUNGS).toContain(parsed.rung)
  for (const draft of parsed.postings) {
    if (draft.extId === '' || draft.title === '' || draft.description === '') throw new Error('an empty draft')
    if (draft.datePosted !== null && !/^\d{4}-\d\d-\d\d$/.test(draft.datePosted)) throw new Error('a date that is none')
    if (/\p{Surrogate}/u.test(draft.title + draft.description)) throw new Error('a text that no database can hold')
  }
  for (const { reason } of parsed.skipped) if (!SKIP_REASONS.includes(reason)) throw new Error(reason)
  for (const { excerpt } of parsed.issues) if ((excerpt?.length ?? 0) > 200) throw new Error('a long excerpt')
  if (parsed.issues.length > 201) throw new Error('too many issues')
  for (const { url } of parsed.follow) if (!/^https?:\/\//.test(url)) throw new Error(`an address that is none: ${url}`)
}

/** The value with its `at`-th node (counted through the tree, round and round) put in another's place. */
function retype(value: unknown, at: number, put: unknown): unknown {
  const places: { readonly owner: Record<string, unknown>; readonly key: string }[] = []
  const walk = (owner: Record<string, unknown>): void => {
    for (const key of Object.keys(owner)) {
      places.push({ owner, key })
      const child = owner[key]
      if (typeof child === 'object' && child !== null) walk(child as Record<string, unknown>)
    }
  }
  const root = { value }
  walk(root as Record<string, unknown>)
  const place = places[at % places.length]
  if (place !== undefined) place.owner[place.key] = put
  return root.value
}

function usedHeap(): number {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  gc()
  return process.memoryUsage().heapUsed
}

describe('mutated pages', () => {
  it('10,000 of them: no exception, no second of work, no pollution, no memory kept', () => {
    const before = usedHeap()
    const prototype = JSON.stringify(Object.getOwnPropertyNames(Object.prototype))
    let slowest = 0
    let seen = 0
    fc.assert(
      fc.property(page, fc.nat(1000), mutations, (index, other, changes) => {
        const fixture = pages[index]
        if (fixture === undefined) return
        // Most pages meet their own parser, some any other.
        const [, source] = registry[other % registry.length] ?? []
        const own = other % 3 === 0 ? undefined : registry.find(([id]) => id === fixture.sourceId)?.[1]
        const capture = { ...fixture.capture, body: mutate(fixture.capture.body, changes) }
        const parser = own ?? source
        if (parser === undefined) return
        seen += 1
        let parsed: ParsedPage | null = null
        slowest = Math.max(
          slowest,
          cpuMs(() => (parsed = parseFixture(parser, { ...fixture, capture }))),
        )
        checkShape(parsed as unknown as ParsedPage)
      }),
      { numRuns: 10_000 },
    )
    expect(seen).toBe(10_000)
    expect(slowest).toBeLessThan(1000)
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(prototype)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(usedHeap() - before).toBeLessThan(30_000_000)
  }, 240_000)

  it('5,000 answers whose JSON is sound but holds other types than promised', () => {
    const answers = fixtures.filter(({ file }) => file.endsWith('.json') && !file.startsWith('broken-'))
    const odd = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        '',
        0,
        -1,
        1e300,
        true,
        [],
        {},
        [[]],
        [null],
        ' ',
        '<b>',
        '\ud83d',
        'a'.repeat(5000),
      ),
      fc.jsonValue({ maxDepth: 3 }),
      fc.constant<unknown>(JSON.parse('{"__proto__":{"polluted":1},"toString":1,"constructor":null,"length":-1}')),
    )
    const changes = fc.array(fc.tuple(fc.nat(10_000), odd), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: answers.length - 1 }), changes, (index, list) => {
        const fixture = answers[index]
        const source = registry.find(([id]) => id === fixture?.sourceId)?.[1]
        if (fixture === undefined || source === undefined) return
        const value = JSON.parse(Buffer.from(fixture.capture.body).toString('utf8')) as unknown
        const body = Buffer.from(
          JSON.stringify(list.reduce((now, [at, put]) => retype(now, at, JSON.parse(JSON.stringify(put))), value)) ??
            '',
        )
        checkShape(parseFixture(source, { ...fixture, capture: { ...fixture.capture, body } }))
      }),
      { numRuns: 5000 },
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  }, 240_000)

  it('5,000 JobPostings with any JSON in any field', () => {
    const field = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom<unknown>('Texte', 12, ['a'], { name: 'x' }))
    const names = [
      ...['title', 'description', 'identifier', 'url', 'datePosted', 'validThrough', 'employmentType', 'jobLocation'],
      ...['hiringOrganization', 'baseSalary', 'experienceRequirements', 'educationRequirements', 'skills', 'industry'],
      ...['totalJobOpenings', 'jobLocationType', 'inLanguage', 'occupationalCategory', 'workHours', 'responsibilities'],
    ]
    const node = fc.dictionary(fc.constantFrom(...names), field, { maxKeys: 12 })
    const salary = fc.record({
      currency: field,
      value: fc.dictionary(fc.constantFrom('value', 'minValue', 'unitText'), field),
    })
    fc.assert(
      fc.property(node, fc.option(salary), (fields, pay) => {
        const posting = {
          '@type': 'JobPosting',
          title: 'CM',
          description: 'Texte',
          ...fields,
          ...(pay ? { baseSalary: pay } : {}),
        }
        const html = `<script type="application/ld+json">${JSON.stringify(posting)}</script>`
        const fixture = toFixture('career-site', 'posting-x.html', Buffer.from(html), {})
        checkShape(parseFixture(sources['career-site'], fixture))
      }),
      { numRuns: 5000, examples: [[{ jobLocationType: { toString: false } }, null]] },
    )
  }, 240_000)

  it('2,000 of them as files to import: a record, a reason, or one clear error', () => {
    fc.assert(
      fc.property(page, fc.constantFrom(null, ...DUMP_FORMATS), mutations, (index, format, changes) => {
        const content = mutate(pages[index]?.capture.body ?? Buffer.from(''), changes)
        try {
          for (const record of readDump({ format, content, fileName: 'fichier' })) {
            if (record.kind === 'posting') expect(record.draft.extId).not.toBe('')
          }
        } catch (error) {
          expect(error).toBeInstanceOf(DumpError)
          expect((error as DumpError).message).toMatch(/^fichier: /)
        }
      }),
      { numRuns: 2000 },
    )
  }, 240_000)
})
