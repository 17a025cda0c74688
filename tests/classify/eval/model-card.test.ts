import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accuracyData } from '../../../src/classify/eval/accuracy-data.ts'
import type { Evaluation } from '../../../src/classify/eval/evaluate.ts'
import { evaluate } from '../../../src/classify/eval/evaluate.ts'
import { parseGoldAds } from '../../../src/classify/eval/gold-ad.ts'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { type PayCard, renderCard } from '../../../src/cli/eval.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const file = (path: string) => readFileSync(resolve(ROOT, path), 'utf8')
const profiles = loadProfiles(resolve(ROOT, 'profiles'))
const recorded = JSON.parse(file('profiles/evaluation.json')) as {
  readonly version: string
  readonly evaluations: readonly Evaluation[]
  readonly pay: readonly PayCard[]
}

describe('model card', () => {
  it('says what was measured', () => {
    const { roleModel } = profiles
    expect(roleModel).not.toBeNull()
    if (roleModel !== null) {
      expect(file('docs/model-card.md')).toBe(renderCard(recorded.evaluations, recorded.pay, roleModel))
    }
  })

  it('is current: the project ads give the recorded figures again', () => {
    const last = recorded.evaluations.at(-1)
    const gold = parseGoldAds(file('fixtures/gold/ads.jsonl'))
    const corpus = profiles.corpus ?? { version: '', documents: 1, frequencies: {} }
    const again = evaluate(String(last?.set), gold, [], profiles.lexicon, corpus)
    expect(JSON.parse(JSON.stringify(again))).toEqual(last)
  })

  it('gives the judge the accuracy of the first set', () => {
    const first = recorded.evaluations[0]
    expect(JSON.parse(file('profiles/accuracy.json'))).toEqual(accuracyData(first?.questions ?? [], recorded.version))
  })
})
