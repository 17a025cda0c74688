import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generateMarket } from '../../fixtures/market/generator/generate-market.ts'
import { loadParts } from '../../fixtures/market/generator/parts.ts'
import type { AdTruth } from '../../fixtures/market/market-ad.ts'
import { BOARD_IDS } from '../../fixtures/market/market-facts.ts'
import { marketFolder, readAds, readTruth } from '../../fixtures/market/server/market-data.ts'

const FOLDER = marketFolder()
const ads = BOARD_IDS.flatMap((board) => readAds(board))
const truth = readTruth()
const vacancies = new Map<string, AdTruth>()
for (const record of truth) if (!vacancies.has(record.vacancy)) vacancies.set(record.vacancy, record)
const firsts = [...vacancies.values()]

function count(matches: (record: AdTruth) => boolean): number {
  return firsts.filter(matches).length
}

describe('the drawn market', () => {
  it('is what its parts give, byte for byte', () => {
    const drawn = generateMarket(loadParts(join(FOLDER, 'parts')))
    for (const [name, content] of drawn) {
      expect(readFileSync(join(FOLDER, name), 'utf8') === content, `${name} is not what the parts give`).toBe(true)
    }
  })

  it('has a truth for each ad and no other', () => {
    const keys = (records: readonly { board: string; ref: string }[]) =>
      records.map(({ board, ref }) => `${board} ${ref}`)
    expect(new Set(keys(truth)).size).toBe(truth.length)
    expect(keys(truth)).toEqual(keys(ads))
  })

  it('has the breadth that was promised', () => {
    expect(vacancies.size).toBeGreaterThanOrEqual(400)
    expect(count(({ titleRole }) => titleRole === 'cm')).toBeGreaterThanOrEqual(150)
    expect(count(({ titleRole }) => titleRole === 'smm')).toBeGreaterThanOrEqual(100)
    expect(count(({ titleRole }) => titleRole === 'hybrid')).toBeGreaterThanOrEqual(20)
    expect(new Set(truth.map(({ employer }) => employer)).size).toBeGreaterThan(60)
    expect(new Set(truth.map(({ employerKind }) => employerKind))).toEqual(
      new Set(['brand', 'agency', 'school', 'recruiter', 'public', 'unknown']),
    )
    for (const contract of ['cdi', 'cdd', 'interim', 'stage', 'alternance', 'freelance']) {
      expect(
        count((record) => record.contract === contract),
        contract,
      ).toBeGreaterThanOrEqual(5)
    }
    const paid = new Set(truth.filter(({ salary }) => salary !== null).map(({ vacancy }) => vacancy)).size
    expect(paid / vacancies.size).toBeGreaterThan(0.35)
    expect(paid / vacancies.size).toBeLessThan(0.5)
    expect(new Set(truth.map(({ copy }) => copy))).toEqual(
      new Set(['first', 'same', 'reworded', 'truncated', 'repost']),
    )
  })

  it('appears, changes and vanishes over the nights', () => {
    const lives = new Set(truth.map(({ nights }) => nights.join('')))
    for (const life of ['1', '12', '123', '23', '3']) expect(lives).toContain(life)
    expect(ads.filter(({ versions }) => versions.length > 1).length).toBeGreaterThan(10)
  })

  it('plants contact lines for the masking to find', () => {
    const texts = ads.map((ad) => JSON.stringify(ad.versions))
    expect(texts.filter((text) => text.includes('@')).length).toBeGreaterThanOrEqual(20)
    expect(texts.filter((text) => /01[ .]99[ .]00|6 39 98/.test(text)).length).toBeGreaterThanOrEqual(10)
  })

  it('states each pay that is true in the words or in a field of the ad', () => {
    for (const [index, ad] of ads.entries()) {
      const record = truth[index]
      const inField = ad.salaryLabel !== null || ad.baseSalary !== null
      if (inField) expect(record?.salary, ad.ref).not.toBeNull()
      if (record?.salary === null || record?.salary === undefined || inField) continue
      const digits = JSON.stringify(ad.versions).replaceAll(/[\s.,\u00a0\u202f]/g, '')
      const amount = record.salary.min ?? record.salary.max ?? 0
      const spellings = [amount, amount / 1000].map((value) => String(value).replace('.', ''))
      expect(
        spellings.some((spelling) => digits.includes(spelling)),
        `${ad.ref}: ${amount}`,
      ).toBe(true)
    }
  })

  it('names nobody real: example domains, fictional telephone numbers, masked contacts', () => {
    const text = JSON.stringify(ads)
    for (const [, domain = ''] of text.matchAll(/@([\w.-]+)/g)) expect(domain.replace(/\.$/, '')).toMatch(/\.example$/)
    for (const [number] of text.matchAll(/(?:\+33 ?|\b0)[1-9](?:[ .]?\d\d){4}\b/g)) {
      expect(number.replace(/\D/g, '').replace(/^33/, '0')).toMatch(/^(019900|063998)/)
    }
  })
})
