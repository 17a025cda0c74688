import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findChromium } from '../scrapers/http/find-chromium.ts'

/** What a person can type when no browser could be found or fetched. */
export const CHROMIUM_CURE =
  'install a Chromium (`npx playwright install chromium`, or `sudo apt-get install chromium`), or point VIGIE_CHROMIUM at one'

/**
 * Path of a Chromium that can be started: `VIGIE_CHROMIUM`, a system Chromium, Playwright's own. When there is none,
 * fetches one and says so on stderr: Playwright's download first, the distribution's package when running as root.
 *
 * @returns null when none could be had.
 */
export function ensureChromium(say: (line: string) => void): string | null {
  const found = findChromium()
  if (found !== null) return found
  const named = process.env['VIGIE_CHROMIUM']
  if (named !== undefined && named !== '') {
    // The operator chose a browser: another one is not put in its place.
    say(`VIGIE_CHROMIUM names ${named}, which cannot be started: correct or unset it.`)
    return null
  }
  say('No Chromium found: fetching one with `playwright install chromium` …')
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'ignore'], timeout: 300_000 })
  const downloaded = findChromium()
  if (downloaded !== null) return downloaded
  if (process.getuid?.() === 0) {
    say('That download failed: trying the distribution’s package `chromium` …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', timeout: 120_000, env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      timeout: 600_000,
      env,
    })
  }
  const installed = findChromium()
  if (installed === null) say(`No Chromium could be fetched: ${CHROMIUM_CURE}.`)
  return installed
}
