import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accuracyData } from '../../../src/classify/eval/accuracy-data.ts'
import { evaluate } from '../../../src/classify/eval/evaluate.ts'
import { evaluateUnseen } from '../../../src/classify/eval/evaluate-unseen.ts'
import { parseGoldAds } from '../../../src/classify/eval/gold-ad.ts'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { type Measured, renderCard } from '../../../src/cli/eval.ts'
import { openReader } from '../../../src/cli/open-reader.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const file = (path: string) => readFileSync(resolve(ROOT, path), 'utf8')
const profiles = loadProfiles(resolve(ROOT, 'profiles'))
const recorded = JSON.parse(file('profiles/evaluation.json')) as Measured & { readonly version: string }

describe('model card', () => {
  it('says what was measured', () => {
    const { roleModel } = profiles
    expect(roleModel).not.toBeNull()
    if (roleModel !== null) {
      expect(file('docs/model-card.md')).toBe(renderCard(recorded, roleModel))
    }
  })

  it('is current: the project ads give the recorded figures again', () => {
    const last = recorded.evaluations.at(-1)
    const gold = parseGoldAds(file('fixtures/gold/ads.jsonl'))
    const corpus = profiles.corpus ?? { version: '', documents: 1, frequencies: {} }
    const again = evaluate(String(last?.set), gold, [], profiles.lexicon, corpus)
    expect(JSON.parse(JSON.stringify(again))).toEqual(last)
  })

  it('is current: the unseen ads give the recorded figures again', () => {
    const gold = parseGoldAds(file('fixtures/gold/unseen.jsonl'))
    const again = evaluateUnseen(recorded.unseen.set, gold, openReader())
    expect(JSON.parse(JSON.stringify(again))).toEqual(recorded.unseen)
  })

  it('measures on ads that nothing is trained on', () => {
    const ads = (path: string) => parseGoldAds(file(path))
    const own = ads('fixtures/gold/ads.jsonl')
    const unseen = ads('fixtures/gold/unseen.jsonl')
    const known = new Set(own.flatMap(({ id, company }) => [id, company]))
    expect(unseen.filter(({ id, company }) => known.has(id) || (company !== null && known.has(company)))).toEqual([])
    expect(profiles.roleModel?.trainedOn.ads).toBe((recorded.evaluations[0]?.role.ads ?? 0) + own.length)
  })

  it('gives the judge the accuracy of the first set', () => {
    const first = recorded.evaluations[0]
    expect(JSON.parse(file('profiles/accuracy.json'))).toEqual(accuracyData(first?.questions ?? [], recorded.version))
  })
})
