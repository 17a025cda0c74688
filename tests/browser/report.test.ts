import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/report/render/render-html.ts'
import { renderIndex, toSnapshotEntry } from '../../src/report/render/render-index.ts'
import { findChromium } from '../../src/scrapers/http/find-chromium.ts'
import { emptyModel } from '../report/render/empty-model.ts'
import { hostileModel } from '../report/render/hostile-model.ts'
import { sampleModel } from '../report/render/sample-model.ts'
import { measureLayout, openAllDetails, SOUND } from './measure-page.ts'
import { launchChromium, OpenedReports } from './open-report.ts'

const WIDTHS = [360, 768, 1440] as const
const SCHEMES = ['light', 'dark'] as const
const FILES = { html: '2026-11-20.html', markdown: '2026-11-20.md', json: null }
const PAGES = {
  french: () => renderHtml(sampleModel(), { lang: 'fr' }),
  english: () => renderHtml(sampleModel(), { lang: 'en' }),
  hostile: () => renderHtml(hostileModel(), { lang: 'fr' }),
  empty: () => renderHtml(emptyModel(), { lang: 'fr' }),
  index: () => renderIndex([toSnapshotEntry(sampleModel(), FILES)], { lang: 'fr' }),
} as const
const ALL_VIEWS = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ name: 'french' as const, width, scheme })))
// What changes with the words and the data is seen at the ends; scheme and width in between do not depend on them.
const MORE_VIEWS = (['english', 'hostile', 'empty', 'index'] as const).flatMap((name) => [
  { name, width: 360, scheme: 'light' as const },
  { name, width: 1440, scheme: 'dark' as const },
])
// Axe walks every element: few ads hold all the kinds there are.
const AXE_VIEWS = [
  ...ALL_VIEWS.filter(({ width }) => width !== 768),
  ...MORE_VIEWS.filter(({ name }) => name === 'empty' || name === 'index'),
]
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe objects to, whatever its weight. */
async function runAxe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate<AxeResults>('axe.run()')
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 200)}`)
}

describe.skipIf(findChromium() === null)('the report in a browser (needs a Chromium)', () => {
  let browser: Browser
  let reports: OpenedReports

  beforeAll(async () => {
    const launched = await launchChromium()
    if (launched === null) throw new Error('findChromium found one, yet none starts.')
    browser = launched
    reports = new OpenedReports(browser)
  })

  afterAll(async () => {
    await browser.close()
    reports.remove()
  })

  it.each([...ALL_VIEWS, ...MORE_VIEWS])('$name at $width px, $scheme, is sound and asks for nothing', async (view) => {
    const { name, width, scheme } = view
    const page = await reports.open(name, PAGES[name](), { viewport: { width, height: 900 }, colorScheme: scheme })
    expect(await measureLayout(page)).toEqual(SOUND)
    await openAllDetails(page)
    expect(await measureLayout(page)).toEqual(SOUND)
    expect(await page.evaluate('"__ran" in window')).toBe(false)
    expect(reports.requests).toEqual([])
    expect(reports.complaints).toEqual([])
    await page.context().close()
  })

  it.each([360, 1440])('holds with the widest of the common fonts at %d px', async (width) => {
    const wide = PAGES.french().replace(/--sans:[^;]+;/, '--sans:"DejaVu Sans",Verdana,sans-serif;')
    const page = await reports.open(`wide-${width}`, wide, { viewport: { width, height: 900 } })
    await openAllDetails(page)
    expect(await measureLayout(page)).toEqual(SOUND)
    await page.context().close()
  })

  it.each(AXE_VIEWS)(
    'axe objects to nothing: $name at $width px, $scheme, all details open',
    async (view) => {
      const { name, width, scheme } = view
      const html = name === 'french' ? renderHtml(sampleModel(6), { lang: 'fr' }) : PAGES[name]()
      const page = await reports.open(`axe-${name}`, html, { viewport: { width, height: 900 }, colorScheme: scheme })
      await openAllDetails(page)
      expect(await runAxe(page)).toEqual([])
      await page.context().close()
    },
    120_000,
  )

  it('every drill-down link leads to its ad, in sight', async () => {
    const page = await reports.open('drill', PAGES.french(), { viewport: { width: 1440, height: 900 } })
    await openAllDetails(page)
    const links = await page.locator('.drill a').all()
    expect(links.length).toBeGreaterThan(100)
    for (const link of links.filter((_, index) => index % 25 === 0)) {
      const href = await link.getAttribute('href')
      await link.click()
      expect(new URL(page.url()).hash).toBe(href)
      expect(await page.locator(`[id="${href?.slice(1)}"]`).isVisible()).toBe(true)
      const top = (await page.locator(`[id="${href?.slice(1)}"]`).boundingBox())?.y
      expect(top).toBeGreaterThanOrEqual(0)
      expect(top).toBeLessThan(900)
    }
    await page.context().close()
  })

  it('filters by verdict and article without any script, and shows a linked claim all the same', async () => {
    const page = await reports.open('filter', PAGES.french(), { viewport: { width: 1440, height: 900 } })
    const shown = () => page.locator('.claim:visible').count()
    const all = await shown()
    await page.getByLabel('Contredite').check()
    expect(await shown()).toBe(4)
    expect(await page.locator('.theme:visible').count()).toBeLessThan(6)
    await page.locator('.tile[href="#A-pay-cm"]').click()
    expect(await page.locator('[id="A-pay-cm"]').isVisible()).toBe(true)
    await page.locator('#fv-all').check()
    expect(await shown()).toBe(all)
    await page.context().close()
  })

  it('can be walked with the keyboard: skip link first, then the contents', async () => {
    const page = await reports.open('keys', PAGES.french(), { viewport: { width: 1440, height: 900 } })
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    expect((await page.locator('.skip').boundingBox())?.x).toBe(0)
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#main')
    await page.context().close()
  })

  it.each(['french', 'hostile', 'empty'] as const)(
    '%s prints: nothing wider than the paper, light, with all claims',
    async (name) => {
      const page = await reports.open(`print-${name}`, PAGES[name](), {
        viewport: { width: 672, height: 950 },
        colorScheme: 'dark',
      })
      await page.emulateMedia({ media: 'print' })
      expect((await measureLayout(page)).overflow).toBe(0)
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
      expect(await page.locator('.claim:visible').count()).toBe(sampleModel().verdicts.length)
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
      expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
      const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
      expect(pages).toBeGreaterThan(3)
      // Ten claims a page, and a dozen pages for everything else.
      expect(pages).toBeLessThanOrEqual(12 + sampleModel().verdicts.length / 10)
      await page.context().close()
    },
  )
})
