import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileLexicon } from '../../../src/classify/lexicon/compile-lexicon.ts'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { MISSION_THRESHOLD } from '../../../src/classify/missions/collect-readings.ts'
import { ContentReader } from '../../../src/classify/missions/content-reader.ts'
import { MISSIONS } from '../../../src/domain/mission.ts'

const { lexicon } = loadProfiles(resolve(import.meta.dirname, '../../../profiles'))
const reader = new ContentReader(compileLexicon(lexicon))

function missionsOf(sentence: string) {
  const { missionScores } = reader.read(`Vos missions :\n- ${sentence}`)
  return MISSIONS.filter((_, index) => (missionScores[index] ?? 0) >= MISSION_THRESHOLD)
}

describe('sentences of the lexicon', () => {
  it('covers the twenty missions of the domain', () => {
    expect(lexicon.missions.map(({ code }) => code).sort()).toEqual([...MISSIONS].sort())
  })

  describe.each(lexicon.missions)('$code', ({ code, positive, negative }) => {
    it('brings at least ten sentences of each kind', () => {
      expect(positive.length).toBeGreaterThanOrEqual(10)
      expect(negative.length).toBeGreaterThanOrEqual(10)
    })

    it.each(positive)('is read in « %s »', (sentence) => {
      expect(missionsOf(sentence)).toContain(code)
    })

    it.each(negative)('is not read in « %s »', (sentence) => {
      expect(missionsOf(sentence)).not.toContain(code)
    })
  })
})
