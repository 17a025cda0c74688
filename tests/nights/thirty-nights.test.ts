import { beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM_CURE } from '../../src/cli/ensure-chromium.ts'
import { findChromium } from '../../src/scrapers/http/find-chromium.ts'
import { drawPlan, NIGHTS } from './plan.ts'
import { type Simulation, simulate } from './simulate.ts'

const SEED = 1
/** Ten minutes, as promised; about one on a machine that does nothing else. */
const MOST_MS = 600_000

describe('thirty nights in a hostile world', () => {
  let done: Simulation
  beforeAll(async () => {
    expect(findChromium(), `a board needs a browser: ${CHROMIUM_CURE}`).not.toBeNull()
    done = await simulate(SEED)
  }, MOST_MS)

  it('have a fault every night', () => {
    expect(drawPlan(SEED).filter(({ faults }) => faults.length === 0)).toEqual([])
    expect(done.nights).toBe(NIGHTS)
  })

  it('take ten minutes at most', () => {
    expect(done.seconds * 1_000).toBeLessThanOrEqual(MOST_MS)
  })

  it('leave exactly what the plan says: nothing lost, nothing doubled, nothing gone too early', () => {
    expect(done.wrong).toEqual([])
    expect(done.sightings).toBeGreaterThan(2_000)
  })

  it('name every fault in the summary of its night', () => {
    expect(done.unnamed).toEqual([])
  })

  it('raise at most one false alarm', () => {
    expect(done.falseAlarms.length, done.falseAlarms.join('\n')).toBeLessThanOrEqual(1)
  })

  it('leave a sound file whose books balance', () => {
    expect(done.problems).toEqual([])
  })

  it('take no more memory at the end than after ten nights', () => {
    expect(done.heapAtEnd / done.heapAfterTen).toBeLessThanOrEqual(1.2)
  })
})
