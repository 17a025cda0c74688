import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/cli/config/read-config.ts'
import { readDuration } from '../../src/cli/config/read-duration.ts'
import { nearest } from '../../src/cli/config/suggest.ts'

const parse = (text: string) => parseConfig(text, '/somewhere/config/vigie.yaml')

describe('readDuration', () => {
  it.each([
    ['20ms', 20],
    ['2s', 2_000],
    ['1.5 min', 90_000],
    ['1h', 3_600_000],
    ['2', null],
    ['-2s', null],
    ['two seconds', null],
  ])('%s', (text, expected) => {
    expect(readDuration(text)).toBe(expected)
  })
})

describe('nearest', () => {
  it.each([
    ['databse', 'database'],
    ['kewords', 'keywords'],
    ['xyz', null],
  ])('%s → %s', (word, expected) => {
    expect(nearest(word, ['database', 'reports', 'keywords', 'sources'])).toBe(expected)
  })
})

describe('parseConfig', () => {
  it('makes paths absolute and durations milliseconds', () => {
    const config = parse(
      'database: ../db/x.sqlite\ndelay: 3s\nsources:\n  - id: a\n    use: feed\n    url: https://a.example/rss\n',
    )
    expect(config).toMatchObject({
      database: '/somewhere/db/x.sqlite',
      reports: '/somewhere/config/reports',
      delayMs: 3_000,
    })
    expect(config.sources).toEqual([{ id: 'a', use: 'feed', url: 'https://a.example/rss', delayMs: null, extra: {} }])
  })

  it('takes an empty file for the defaults', () => {
    expect(parse('').sources).toEqual([])
  })

  it.each([
    ['databse: x', /unknown key `databse`.*Did you mean `database`/],
    ['delay: soon', /`delay`: must be a duration/],
    ['sources: [{id: A b, use: feed}]', /`sources\.0\.id`: must be lower-case/],
    ['sources: [{id: a, use: fead}]', /unknown type `fead`.*Did you mean `feed`/],
    ['sources: [{id: a, use: france-travail, keyword: [x]}]', /unknown key `keyword`.*Did you mean `keywords`/],
    ['sources: [{id: a, use: france-travail, keywords: x}]', /`keywords` must be string\[\], got string/],
    ['sources: [{id: a, use: feed}, {id: a, use: feed}]', /two sources are named `a`/],
    ['database: [unclosed', /vigie\.yaml/],
    ['language: de', /`language`/],
    ['- sources: []', /it must hold keys such as `sources:`/],
  ])('refuses %s with what, why and what to do', (text, message) => {
    expect(() => parse(text)).toThrow(message)
  })
})
