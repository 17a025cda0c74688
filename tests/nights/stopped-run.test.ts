import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ADS, type HeldSite, openHeldSite } from './held-site.ts'
import { countIn, lastSummary, nightFolder, startRun } from './real-run.ts'

let site: HeldSite
beforeEach(async () => {
  site = await openHeldSite()
})
afterEach(() => site.close())

const LIVE = 'SELECT COUNT(*) FROM sighting'
const CAPTURES = 'SELECT COUNT(*) FROM capture'
const DOUBLES = 'SELECT COUNT(*) - COUNT(DISTINCT url) FROM capture'

describe('vigie run, asked to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s lets the request in flight end, exits 3, and goes on with the same command',
    async (signal) => {
      const night = nightFolder(site.origin)
      const held = site.hold(4)
      const run = startRun(night.config)
      await held
      run.kill(signal)
      while (!run.said().includes('stopping after the requests in flight')) await delay(20)
      const before = countIn(night.database, CAPTURES)
      site.release()
      const { code, stderr } = await run.ended
      expect(code, stderr).toBe(3)
      expect(countIn(night.database, CAPTURES), 'the page in flight was kept').toBe(before + 1)
      expect(site.asked).toHaveLength(4)
      expect(lastSummary(night.reports)).toMatchObject({ exitCode: 3, sources: [{ outcome: 'interrupted' }] })

      const again = await startRun(night.config).ended
      expect(again.code, again.stderr).toBe(0)
      expect(again.stdout).toContain('taking up the interrupted run')
      expect(new Set(site.asked).size, 'every ad is asked for').toBe(ADS)
      expect(site.asked, 'and none twice').toHaveLength(ADS)
      expect([countIn(night.database, LIVE), countIn(night.database, DOUBLES)]).toEqual([ADS, 0])
      expect(lastSummary(night.reports)).toMatchObject({ exitCode: 0, resumed: true })
    },
  )

  it('a second time ends at once, and loses nothing but the request in flight', async () => {
    const night = nightFolder(site.origin)
    const held = site.hold(4)
    const run = startRun(night.config)
    await held
    run.kill('SIGTERM')
    while (!run.said().includes('stopping after the requests in flight')) await delay(20)
    run.kill('SIGTERM')
    // The answer is still held: nothing but the second signal can have ended it.
    const { signal } = await run.ended
    expect(signal).toBe('SIGTERM')
    site.release()

    const again = await startRun(night.config).ended
    expect(again.code, again.stderr).toBe(0)
    expect(site.asked).toHaveLength(ADS + 1)
    expect([countIn(night.database, LIVE), countIn(night.database, DOUBLES)]).toEqual([ADS, 0])
  })
})

describe('two vigie run at once', () => {
  it('the second exits 75 within a second, says by whom, and disturbs nothing', async () => {
    const night = nightFolder(site.origin)
    const held = site.hold(4)
    const first = startRun(night.config)
    await held
    const times: number[] = []
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const started = performance.now()
      const second = await startRun(night.config).ended
      times.push(performance.now() - started)
      expect(second.code, second.stderr).toBe(75)
      expect(second.stderr).toContain(`Another vigie (process ${first.pid}) is working on ${night.database}`)
    }
    // From the start of the process to its end. The best of five: what else this machine does is not measured.
    expect(Math.min(...times)).toBeLessThan(1_000)
    expect(site.asked, 'the first is still waiting for its answer').toHaveLength(4)
    site.release()
    const { code, stderr } = await first.ended
    expect(code, stderr).toBe(0)
    expect(countIn(night.database, LIVE)).toBe(ADS)
  })

  it('the second is turned away before its configuration is checked, and a wrong one leaves nothing behind', async () => {
    const night = nightFolder(site.origin)
    const wrong = join(night.folder, 'wrong.yaml')
    writeFileSync(wrong, 'database: data/vigie.sqlite\nsource: []\n')
    const refused = await startRun(wrong).ended
    expect(refused.code, refused.stderr).toBe(2)
    expect(existsSync(join(night.folder, 'data'))).toBe(false)
    const held = site.hold(4)
    const first = startRun(night.config)
    await held
    expect((await startRun(wrong).ended).code).toBe(75)
    site.release()
    expect((await first.ended).code).toBe(0)
  })
})
