import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/cli/open-store.ts'
import { ADS, type HeldSite, openHeldSite } from './held-site.ts'
import { countIn, lastSummary, nightFolder, startRun } from './real-run.ts'

let site: HeldSite
beforeEach(async () => {
  site = await openHeldSite()
})
afterEach(() => site.close())

const LIVE = 'SELECT COUNT(*) FROM sighting'

describe('vigie run without room', () => {
  it('ends with a clear message when nothing more can be written, and goes on once there is room', async () => {
    const night = nightFolder(site.origin)
    // A database that is there already, and room for a few pages beside it.
    openStore(night.database).close()
    const fileLimitKib = Math.ceil(statSync(night.database).size / 1_024) + 64
    const full = await startRun(night.config, [], { fileLimitKib }).ended
    expect(full.code, full.stderr).toBe(2)
    expect(full.stderr).toMatch(/Cannot use the database .*run the same command again/)
    expect(site.asked.length, 'in the middle of the night').toBeGreaterThan(0)
    expect(full.stderr, 'no stack trace').not.toMatch(/\n\s+at /)
    expect(countIn(night.database, "SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'")).toBe(0)
    expect(lastSummary(night.reports)).toMatchObject({
      exitCode: 2,
      failure: expect.stringContaining('Cannot use the database'),
    })

    const again = await startRun(night.config).ended
    expect(again.code, again.stderr).toBe(0)
    expect(countIn(night.database, LIVE)).toBeGreaterThanOrEqual(ADS)
    expect(countIn(night.database, 'SELECT COUNT(*) FROM posting')).toBe(ADS)
  })

  it('names a folder for the database that it may not make', async () => {
    const night = nightFolder(site.origin)
    mkdirSync(night.reports)
    chmodSync(night.reports, 0o777)
    chmodSync(night.folder, 0o555)
    const { code, stderr } = await startRun(night.config, [], { asNobody: true }).ended
    expect(code, stderr).toBe(2)
    expect(stderr).toMatch(/Cannot make the folder of the database .*Choose a writable place/)
    expect(site.requests).toHaveLength(0)
  })

  it('names a database in a folder that it may not write to, and leaves it as it was', async () => {
    const night = nightFolder(site.origin)
    expect((await startRun(night.config).ended).code).toBe(0)
    const asked = site.requests.length
    chmodSync(night.reports, 0o777)
    for (const name of readdirSync(`${night.folder}/data`)) chmodSync(`${night.folder}/data/${name}`, 0o444)
    chmodSync(`${night.folder}/data`, 0o555)
    const { code, stderr } = await startRun(night.config, [], { asNobody: true }).ended
    expect(code, stderr).toBe(2)
    expect(stderr).toMatch(/Cannot use the database .*check the rights/)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(site.requests).toHaveLength(asked)
    chmodSync(`${night.folder}/data`, 0o777)
    for (const name of readdirSync(`${night.folder}/data`)) chmodSync(`${night.folder}/data/${name}`, 0o666)
    expect(countIn(night.database, LIVE)).toBe(ADS)
  })

  it('names a folder of reports that it may not write to before anything is fetched', async () => {
    const night = nightFolder(site.origin)
    mkdirSync(night.reports)
    chmodSync(night.reports, 0o555)
    const { code, stderr } = await startRun(night.config, [], { asNobody: true }).ended
    expect(code, stderr).toBe(2)
    expect(stderr).toMatch(/Cannot write the reports to .*reports/)
    expect(site.requests).toHaveLength(0)
  })
})
