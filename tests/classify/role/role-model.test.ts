import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/classify/eval/evaluate.ts'
import { parseGoldAds } from '../../../src/classify/eval/gold-ad.ts'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { createReader } from '../../../src/classify/read-posting.ts'
import { explainReading } from '../../../src/classify/role/explain-reading.ts'
import { groupedFolds } from '../../../src/classify/role/grouped-folds.ts'
import { fitLogistic, logOdds } from '../../../src/classify/role/logistic.ts'
import { trainRoleModel } from '../../../src/classify/role/train-from-gold.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const profiles = loadProfiles(resolve(ROOT, 'profiles'))
const corpus = profiles.corpus ?? { version: '', documents: 1, frequencies: {} }
const gold = parseGoldAds(readFileSync(resolve(ROOT, 'fixtures/gold/ads.jsonl'), 'utf8'))

describe('role model', () => {
  it('trains to the same weights, byte for byte', () => {
    const train = () => JSON.stringify(trainRoleModel(gold, [], profiles.lexicon, corpus, 'test'))
    expect(train()).toBe(train())
  })

  it('keeps the ads of one employer in one fold and the folds about equal', () => {
    const groups = ['a', 'a', 'a', 'b', 'c', 'd', 'e', 'b', 'f', 'g']
    const folds = groupedFolds(groups, 3, 1)
    groups.forEach((group, index) => {
      expect(folds[index]).toBe(folds[groups.indexOf(group)])
    })
    const sizes = [0, 1, 2].map((fold) => folds.filter((one) => one === fold).length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })

  it('fits a separable question and ignores what tells nothing', () => {
    const rows = Array.from({ length: 40 }, (_, index) => [index, index % 2])
    const model = fitLogistic(
      rows,
      rows.map(([value = 0]) => value >= 20),
      { ridge: 1, wordScale: 1 },
    )
    expect(logOdds(model, [35, 0])).toBeGreaterThan(0)
    expect(logOdds(model, [5, 0])).toBeLessThan(0)
    expect(Math.abs(model.weights[1] ?? 1)).toBeLessThan(0.3)
  })

  it('learns from words where the features say nothing', () => {
    const labels = Array.from({ length: 40 }, (_, index) => index % 2 === 0)
    const vectors = labels.map((label, index) => ({
      terms: Int32Array.from(label ? [2, 5] : [3, 5]),
      weights: Float64Array.from([0.6, 0.8 - (index % 3) * 0.1]),
    }))
    const rows = labels.map((_, index) => [index])
    const { words } = fitLogistic(rows, labels, { ridge: 4, wordScale: 6 }, { vectors, size: 8 })
    expect(words[2]).toBeGreaterThan(1)
    expect(words[3]).toBeLessThan(-1)
    expect(Math.abs(words[5] ?? 1)).toBeLessThan(0.2)
    expect(words[7]).toBe(0)
  })

  it('finds the least of the penalised loss: there the gradient is zero', () => {
    const rows = Array.from({ length: 30 }, (_, index) => [Math.sin(index), Math.cos(index * 2)])
    const labels = rows.map(([a = 0, b = 0]) => a + b > 0.2)
    const ridge = 2
    const model = fitLogistic(rows, labels, { ridge, wordScale: 1 })
    model.weights.forEach((weight, feature) => {
      const slope = rows.reduce((sum, row, index) => {
        const value = ((row[feature] ?? 0) - (model.means[feature] ?? 0)) / (model.deviations[feature] ?? 1)
        return sum + value * ((labels[index] ? 1 : 0) - 1 / (1 + Math.exp(-logOdds(model, row))))
      }, 0)
      expect(slope).toBeCloseTo(ridge * weight, 2)
    })
  })

  it('learns from another kind of ads what both share, and leaves to it what is its own', () => {
    // Feature 0 decides in both domains; feature 1 only in the other one, where it says the contrary of what it says here.
    const example = (index: number, isTarget: boolean) => {
      const [a, b] = [Math.sin(index), Math.cos(index * 3)]
      return { row: [a, b], label: isTarget ? 2 * a - b > 0 : 2 * a + 2 * b > 0, isTarget }
    }
    const targets = Array.from({ length: 24 }, (_, index) => example(index, true))
    const others = Array.from({ length: 200 }, (_, index) => example(index + 100, false))
    const unseen = Array.from({ length: 200 }, (_, index) => example(index + 1000, true))
    const right = (examples: readonly (typeof targets)[number][], mark: boolean) => {
      const model = fitLogistic(
        examples.map(({ row }) => row),
        examples.map(({ label }) => label),
        { ridge: 1, wordScale: 1 },
        null,
        mark ? examples.map(({ isTarget }) => isTarget) : null,
      )
      return unseen.filter(({ row, label }) => logOdds(model, row) > 0 === label).length / unseen.length
    }
    const adapted = right([...targets, ...others], true)
    expect(adapted).toBeGreaterThan(right([...targets, ...others], false) + 0.1)
    expect(adapted).toBeGreaterThan(0.9)
  })

  it('exaggerates nothing where the ads of the market give one answer only', () => {
    const targets = gold.filter(({ labels }) => labels.role === 'cm').slice(0, 12)
    const helping = gold.filter((ad) => !targets.includes(ad)).slice(0, 60)
    const { social, steers, daily } = trainRoleModel(targets, helping, profiles.lexicon, corpus, 'test')
    expect([social.scale, steers.scale, daily.scale]).toEqual([1, 1, 1])
  })

  it('does not let the title answer: the same text has the same role under any title', () => {
    const read = createReader(profiles)
    for (const { description } of gold.slice(0, 40)) {
      const roles = ['Community manager', 'Social media manager', 'Comptable'].map((title) => {
        const { role, titleRole, roleScores } = read({ ...BLANK, title, description })
        return titleRole === role && description.split(/\s+/).length < 40 ? null : JSON.stringify(roleScores)
      })
      if (!roles.includes(null) && description.split(/\s+/).length >= 45) expect(new Set(roles).size).toBe(1)
    }
  })

  it('reads the project ads by cross-validation well above the title', () => {
    const { role, missions } = evaluate('gold', gold, [], profiles.lexicon, corpus)
    expect(role.medians.macroF1).toBeGreaterThanOrEqual(0.75)
    expect(role.medians.social).toBeGreaterThanOrEqual(0.9)
    expect(missions.microF1).toBeGreaterThanOrEqual(0.78)
  })

  it('explains: the segments of a field are the field', () => {
    const read = createReader(profiles)
    for (const ad of gold) {
      const input = { ...BLANK, title: ad.title, description: ad.description }
      const reading = read(input)
      const { fields, contributions } = explainReading(input, reading)
      for (const { field, segments } of fields) {
        expect(segments.map(({ text }) => text).join('')).toBe(field === 'title' ? ad.title : ad.description)
      }
      const labelled = fields.flatMap(({ segments }) => segments.flatMap(({ readings }) => readings))
      for (const mission of reading.missions) expect(labelled).toContain(`mission:${mission}`)
      expect(contributions).toBe(reading.roleContributions)
      // Every role the model gives is explained, `other` too; only texts too short for it are not.
      if (ad.description.split(/\s+/).length >= 60) expect(contributions.length).toBeGreaterThan(0)
    }
  })
})

const BLANK = { id: '1', company: null, contract: null, salary: null, location: null, date: null }
