import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RUNGS } from '../../src/domain/capture.ts'
import type { ParsedPage } from '../../src/domain/crawl.ts'
import { SKIP_REASONS } from '../../src/domain/issue.ts'
import { SOURCE_KINDS } from '../../src/domain/source.ts'
import { refusedSources } from '../../src/scrapers/refused-sources.ts'
import { findSource, sources } from '../../src/scrapers/registry.ts'
import type { SourceOptions, SourceType } from '../../src/scrapers/source-contract.ts'
import { FIXTURES, fixturesOf, parseFixture, toFixture } from './source-fixtures.ts'

const FOLDER = resolve(import.meta.dirname, '../../src/scrapers/sources')
const registry: readonly (readonly [string, SourceType])[] = Object.entries(sources)
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

function folders(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

describe('the registry', () => {
  it('has every folder of sources, under the name of the folder, and nothing else', () => {
    expect(Object.keys(sources).sort()).toEqual(folders(FOLDER))
    expect(folders(FIXTURES)).toEqual(folders(FOLDER))
  })

  it('finds by id and by nothing that every object has', () => {
    expect(findSource('lever')).toBe(sources.lever)
    for (const id of ['constructor', '__proto__', 'toString', 'levers']) expect(findSource(id)).toBeUndefined()
  })

  it('names refused boards with the reason and what to do instead, and crawls none of them', () => {
    for (const { id, reason, instead, homePage } of refusedSources) {
      expect(findSource(id)).toBeUndefined()
      expect(reason.length).toBeGreaterThan(40)
      expect(instead.length).toBeGreaterThan(40)
      expect(homePage).toMatch(/^https:/)
    }
  })
})

describe.each(registry)('%s', (id, source) => {
  const loopback: SourceOptions = { id: 'essai', url: 'http://127.0.0.1:4099/', extra: { board: 'essai' } }

  it('is a folder of a sheet and a parser under its own id', () => {
    expect(source.sheet.id).toBe(id)
    expect(id).toMatch(CODE)
    expect(readdirSync(join(FOLDER, id))).toEqual(expect.arrayContaining(['parse.ts', 'source.ts']))
  })

  it('declares who it is, what it may, how slow it is and what a healthy run looks like', () => {
    const { sheet } = source
    expect(sheet.name).not.toBe('')
    expect(SOURCE_KINDS).toContain(sheet.kind)
    expect(sheet.kind).not.toBe('dump')
    expect(sheet.homePage).toMatch(/^https:\/\//)
    expect(sheet.terms.length).toBeGreaterThan(40)
    expect(sheet.permission.length).toBeGreaterThan(20)
    expect(['text', 'while-live']).toContain(sheet.keeps)
    expect(sheet.delayMs).toBeGreaterThanOrEqual(2000)
    expect(sheet.assertions.postings.min).toBeGreaterThanOrEqual(1)
    expect(sheet.assertions.postings.max).toBeGreaterThan(sheet.assertions.postings.min)
    expect(sheet.assertions.fillRate.title).toBe(1)
    expect(sheet.assertions.fillRate.description).toBeGreaterThanOrEqual(0.9)
  })

  it('starts with listing pages of the place that the config names, and of no other', () => {
    const seeds = source.seeds(loopback, '2026-11-02')
    expect(seeds.length).toBeGreaterThan(0)
    for (const seed of seeds) {
      expect(seed.purpose).toBe('listing')
      expect(seed.depth).toBe(0)
      expect(new URL(seed.url).host).toBe('127.0.0.1:4099')
    }
    expect(new Set(seeds.map(({ key }) => key)).size).toBe(seeds.length)
    const auth = source.auth?.(loopback) ?? null
    if (auth !== null) {
      expect(new URL(auth.tokenUrl).host).toBe('127.0.0.1:4099')
      // Secrets are named, never held.
      expect(auth.clientSecretEnv).toMatch(/^[A-Z_]+$/)
    }
  })

  it('never throws, whatever it is given', () => {
    const bodies = ['', '{}', '[]', 'null', '<', '<html>', '{"jobs":[null,1,"x",[],{}]}', '\u0000\uffff', '[[[[[[']
    for (const body of bodies) {
      for (const purpose of ['listing', 'posting'] as const) {
        const page = parseFixture(source, toFixture(id, 'x', Buffer.from(body), { purpose }))
        expect(page.postings).toEqual([])
      }
    }
  })

  const fixtures = fixturesOf(id)
  const expectedFile = join(FIXTURES, id, 'expected.json')

  it('has payloads that must parse and payloads that must be survived', () => {
    expect(fixtures.some(({ file }) => !file.startsWith('broken-'))).toBe(true)
    expect(fixtures.some(({ file }) => file.startsWith('broken-'))).toBe(true)
  })

  it('makes of its payloads what is written beside them', () => {
    const actual = Object.fromEntries(fixtures.map((fixture) => [fixture.file, parseFixture(source, fixture)]))
    if (process.env['VIGIE_WRITE_EXPECTED'] === '1') writeFileSync(expectedFile, `${JSON.stringify(actual, null, 2)}\n`)
    const expected = existsSync(expectedFile) ? (JSON.parse(readFileSync(expectedFile, 'utf8')) as unknown) : null
    expect(actual).toEqual(expected)
  })

  it.each(fixtures.map((fixture) => [fixture.file, fixture] as const))(
    '%s keeps to the rules of drafts',
    (file, fixture) => {
      const page = parseFixture(source, fixture)
      checkPage(page)
      const told = page.issues.length + page.skipped.length
      if (file.startsWith('broken-')) expect(told, 'a broken payload must be told of').toBeGreaterThan(0)
      // Parsing again gives the same: nothing is kept between two pages.
      expect(parseFixture(source, fixture)).toEqual(page)
    },
  )
})

function checkPage(page: ParsedPage): void {
  expect(RUNGS).toContain(page.rung)
  const keys = page.postings.map(({ extId }) => extId)
  expect(new Set(keys).size).toBe(keys.length)
  for (const draft of page.postings) {
    expect(draft.extId).not.toBe('')
    expect(draft.title).not.toBe('')
    expect(draft.title).not.toMatch(/[\n<]|&\w+;/)
    expect(draft.description).not.toBe('')
    expect(draft.description).not.toMatch(/<\/?(?:p|div|li|br)\b|&(?:amp|lt|nbsp|rsquo);/)
    for (const day of [draft.datePosted, draft.validThrough]) if (day !== null) expect(day).toMatch(DAY)
    if (draft.addressCountry !== null) expect(draft.addressCountry).toMatch(/^[A-Z]{2}$/)
  }
  for (const { reason } of page.skipped) expect(SKIP_REASONS).toContain(reason)
  for (const issue of page.issues) {
    expect(issue.code).toMatch(CODE)
    expect(issue.message).toMatch(/\.$/)
    expect(issue.excerpt?.length ?? 0).toBeLessThanOrEqual(200)
  }
  for (const request of page.follow) {
    expect(request.url).toMatch(/^https?:\/\//)
    expect(request.depth).toBe(1)
  }
}
