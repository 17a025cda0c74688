import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/classify/eval/evaluate.ts'
import { parseGoldAds } from '../../../src/classify/eval/gold-ad.ts'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { sharedPath } from '../../shared-folder.ts'

const REAL = sharedPath('gold/ads.dev.jsonl')
const ROOT = resolve(import.meta.dirname, '../../..')

describe.skipIf(REAL === null)('labelled real ads (skipped where the folder of real ads is absent)', () => {
  const { lexicon, corpus } = loadProfiles(resolve(ROOT, 'profiles'))
  const real = REAL === null ? [] : parseGoldAds(readFileSync(REAL, 'utf8'))
  const own = parseGoldAds(readFileSync(resolve(ROOT, 'fixtures/gold/ads.jsonl'), 'utf8'))
  const measured = evaluate('real', real, own, lexicon, corpus ?? { version: '', documents: 1, frequencies: {} })

  it('reads missions at micro-F1 0.80 and macro-F1 0.72', () => {
    expect(measured.missions.microF1).toBeGreaterThanOrEqual(0.8)
    expect(measured.missions.macroF1).toBeGreaterThanOrEqual(0.72)
  })

  it('reads 95 % of the titles', () => {
    expect(measured.title.accuracy).toBeGreaterThanOrEqual(0.95)
  })

  it('reads the four roles at macro-F1 0.70, and steering among the social ads at F1 0.80', () => {
    expect(measured.role.medians.macroF1).toBeGreaterThanOrEqual(0.7)
    expect(measured.role.medians.steers).toBeGreaterThanOrEqual(0.8)
  })

  it('reads roles from the content better than title and keywords do, outside their intervals', () => {
    const of = (name: string) => measured.role.measured.find((reading) => reading.name === name)
    for (const name of ['title', 'keywords', 'majority']) {
      expect(of('model')?.macroF1).toBeGreaterThan(of(name)?.interval[1] ?? 1)
    }
  })
})
