import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/cli/config/read-config.ts'
import { openStore } from '../../src/cli/open-store.ts'
import { night } from '../../src/cli/stages/night.ts'
import { systemClock } from '../../src/cli/system-clock.ts'
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
    const folders = nightFolder(site.origin)
    // A database that is there already, and room for a few pages beside it.
    openStore(folders.database).close()
    const fileLimitKib = Math.ceil(statSync(folders.database).size / 1_024) + 64
    const full = await startRun(folders.config, [], { fileLimitKib }).ended
    expect(full.code, full.stderr).toBe(2)
    expect(full.stderr).toMatch(/Cannot use the database .*run the same command again/)
    expect(site.asked.length, 'in the middle of the night').toBeGreaterThan(0)
    expect(full.stderr, 'no stack trace').not.toMatch(/\n\s+at /)
    expect(countIn(folders.database, "SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'")).toBe(
      0,
    )
    expect(lastSummary(folders.reports)).toMatchObject({
      exitCode: 2,
      failure: expect.stringContaining('Cannot use the database'),
    })

    const again = await startRun(folders.config).ended
    expect(again.code, again.stderr).toBe(0)
    expect(countIn(folders.database, LIVE)).toBeGreaterThanOrEqual(ADS)
    expect(countIn(folders.database, 'SELECT COUNT(*) FROM posting')).toBe(ADS)
  })

  it('names a folder for the database that it may not make', async () => {
    const folders = nightFolder(site.origin)
    mkdirSync(folders.reports)
    chmodSync(folders.reports, 0o777)
    chmodSync(folders.folder, 0o555)
    const { code, stderr } = await startRun(folders.config, [], { asNobody: true }).ended
    expect(code, stderr).toBe(2)
    expect(stderr).toMatch(/Cannot make the folder of the database .*Choose a writable place/)
    expect(site.requests).toHaveLength(0)
  })

  it('names a database in a folder that it may not write to, and leaves it as it was', async () => {
    const folders = nightFolder(site.origin)
    expect((await startRun(folders.config).ended).code).toBe(0)
    const asked = site.requests.length
    chmodSync(folders.reports, 0o777)
    for (const name of readdirSync(`${folders.folder}/data`)) chmodSync(`${folders.folder}/data/${name}`, 0o444)
    chmodSync(`${folders.folder}/data`, 0o555)
    const { code, stderr } = await startRun(folders.config, [], { asNobody: true }).ended
    expect(code, stderr).toBe(2)
    expect(stderr).toMatch(/Cannot use the database .*check the rights/)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(site.requests).toHaveLength(asked)
    chmodSync(`${folders.folder}/data`, 0o777)
    for (const name of readdirSync(`${folders.folder}/data`)) chmodSync(`${folders.folder}/data/${name}`, 0o666)
    expect(countIn(folders.database, LIVE)).toBe(ADS)
  })

  it('names a folder of reports that it may not write to before anything is fetched', async () => {
    const folders = nightFolder(site.origin)
    mkdirSync(folders.reports)
    chmodSync(folders.reports, 0o555)
    const { code, stderr } = await startRun(folders.config, [], { asNobody: true }).ended
    expect(code, stderr).toBe(2)
    expect(stderr).toMatch(/Cannot write the reports to .*reports/)
    expect(site.requests).toHaveLength(0)
  })

  it('prunes even when the list of reports cannot be written in the end', async () => {
    const folders = nightFolder(site.origin)
    const config = readConfig({ config: folders.config })
    const database = openStore(folders.database)
    const events: string[] = []
    const event = (name: string) => {
      events.push(name)
      if (name === 'reported') mkdirSync(join(folders.reports, 'index.html'))
    }
    const options = { kind: 'crawl', clock: systemClock, lang: 'en', quiet: true, log: { event } } as const
    const done = night(database, config, { ...options, readSecret: () => undefined, nameSnapshot: (day) => day })
    await expect(done).rejects.toThrow(/Cannot write the list of reports .*a folder is in its place/)
    expect(events).toContain('pruned')
    database.close()
  })
})
