import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

// A system Chromium comes before Playwright's own: it is kept up to date by the distribution.
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const

/**
 * Path of a Chromium to start: `VIGIE_CHROMIUM`, then one on the `PATH`, then Playwright's own download.
 *
 * @returns null when there is none.
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['VIGIE_CHROMIUM']
  if (named !== undefined && named !== '') return isExecutable(named) ? named : null
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    for (const name of SYSTEM_NAMES) {
      const path = join(folder, name)
      if (folder !== '' && isExecutable(path)) return path
    }
  }
  return playwrightsOwn()
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function playwrightsOwn(): string | null {
  try {
    // Loaded only here: Playwright takes a quarter of a second to import.
    const { chromium } = createRequire(import.meta.url)('playwright') as typeof import('playwright')
    const path = chromium.executablePath()
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}
