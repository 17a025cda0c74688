import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { findChromium } from '../../src/scrapers/http/find-chromium.ts'

const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/** The system's Chromium, silent; null when the machine has none. */
export async function launchChromium(): Promise<Browser | null> {
  const executablePath = findChromium()
  if (executablePath === null) return null
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    args: isRoot ? [...QUIET, '--no-sandbox'] : QUIET,
    chromiumSandbox: !isRoot,
  })
}

/** Pages written to a folder of their own, and what a browser said and asked for while it showed them. */
export class OpenedReports {
  readonly complaints: string[] = []
  readonly requests: string[] = []
  readonly #browser: Browser
  readonly #folder = mkdtempSync(join(tmpdir(), 'vigie-report-'))

  constructor(browser: Browser) {
    this.#browser = browser
  }

  /** Opens a page from a file, as a reader does who got it by mail. */
  async open(name: string, html: string, options: BrowserContextOptions): Promise<Page> {
    const path = join(this.#folder, `${name}.html`)
    writeFileSync(path, html)
    const context = await this.#browser.newContext(options)
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(`${name}: ${message.text()}`)
    })
    page.on('pageerror', (error) => this.complaints.push(`${name}: ${error.message}`))
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(path).href) this.requests.push(request.url())
    })
    await page.goto(pathToFileURL(path).href)
    return page
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
