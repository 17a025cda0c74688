import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SourceDrift } from '../../src/store/drift/note-drift.ts'
import { ROOT } from '../cli/run-vigie.ts'
import { type HeldSite, openHeldSite } from './held-site.ts'
import { lastSummary, nightFolder, startRun } from './real-run.ts'

let site: HeldSite
beforeEach(async () => {
  site = await openHeldSite()
})
afterEach(() => site.close())

const PAGE = readFileSync(join(ROOT, 'docs/machine-output.md'), 'utf8')
const [, summarySection = '', logSection = ''] = PAGE.split(/^## /m)
/** Keys that are data themselves: verdicts, reasons and codes, counted. */
const COUNTED = new Set(['verdicts', 'sources.accounting.skipped', 'sources.issues'])
const DRIFT: SourceDrift = {
  sourceId: 'a',
  issue: { code: 'pay-drift', severity: 'warning', message: 'Moved.', ref: null, excerpt: null },
}

/** Keys of an object and of what it holds, as paths; the entries of a list count as one. */
function pathsOf(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => pathsOf(each, prefix)))]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`
    return COUNTED.has(path) ? [path] : [path, ...pathsOf(inner, path)]
  })
}

describe('what a run tells other programs', () => {
  it('is what its page says, key by key', async () => {
    const night = nightFolder(site.origin)
    const { code, stdout, stderr } = await startRun(night.config, ['--log', 'json', '--json']).ended
    expect(code, stderr).toBe(0)
    const summary = lastSummary(night.reports)
    expect(JSON.parse(stdout)).toEqual(summary)
    const documented = [...summarySection.matchAll(/^\| `([^`]+)` \|/gm)].map(([, key = '']) => key)
    const held = new Set([...pathsOf({ ...summary, drift: [DRIFT] }), 'failure'])
    expect(documented.toSorted()).toEqual([...held].toSorted())

    const events = new Map(
      [...logSection.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, event = '', keys = '']) => [event, keys]),
    )
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ event }) => event)).toEqual([
      ...['run-started', 'crawl-begun', 'source-ended', 'classified', 'reported', 'pruned', 'run-ended'],
    ])
    for (const { time, event, ...fields } of lines) {
      expect(Date.parse(String(time)), String(time)).toBeGreaterThan(0)
      const section = ['source-ended', 'classified', 'pruned'].find((name) => name === event)
      const place = section === 'source-ended' ? 'sources' : section
      const keys = events.get(String(event)) ?? ''
      for (const key of Object.keys(fields)) {
        if (place === undefined) expect(keys, `${event}: ${key}`).toContain(`\`${key}\``)
        else expect(documented).toContain(`${place}.${key}`)
      }
    }
  })

  it('names every event that the code can tell', () => {
    const sources = ['src/cli/stages/night.ts', 'src/cli/run.ts', 'src/cli/run-locked.ts']
    const told = sources.flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/log\.event\('([a-z-]+)'/g)].map(([, event = '']) => event),
    )
    const documented = [...logSection.matchAll(/^\| `([^`]+)` \|/gm)].map(([, event = '']) => event)
    expect(documented.toSorted()).toEqual([...new Set(told)].toSorted())
  })
})
