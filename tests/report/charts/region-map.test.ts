import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { ChartContext } from '../../../src/report/charts/chart-frame.ts'
import { drawRegionMap, isRegionTable, rankRegions, shadeOf } from '../../../src/report/charts/region-map.ts'
import { REGION_TILES } from '../../../src/report/charts/region-tiles.ts'
import { wordsOf } from '../../../src/report/render/language/words.ts'
import { sampleModel } from '../render/sample-model.ts'

const context: ChartContext = { lang: 'fr', words: wordsOf('fr'), claimLabel: (id) => id, width: 720 }
const table = sampleModel(0).shareTables.find(isRegionTable)
if (table === undefined) throw new Error('The sample has a table of regions.')

function draw(width: number) {
  const { document } = parseHTML(
    `<body>${drawRegionMap(table as NonNullable<typeof table>, { ...context, width }).text}</body>`,
  )
  return document
}

describe('the map of regions', () => {
  it('has eighteen tiles, thirteen of them in one piece, none upon another', () => {
    expect(new Set(REGION_TILES.map(({ code }) => code)).size).toBe(18)
    expect(new Set(REGION_TILES.map(({ column, row }) => `${column} ${row}`)).size).toBe(18)
    expect(REGION_TILES.filter(({ column }) => Number.isInteger(column))).toHaveLength(13)
  })

  it('gives each region its figure, and a dash where nothing is known', () => {
    const tiles = [...draw(720).querySelectorAll('.area')]
    expect(tiles).toHaveLength(36)
    const named = tiles.filter((tile) => !tile.classList.contains('a0'))
    expect(named).toHaveLength(2 * (table as NonNullable<typeof table>).rows.length - 1)
    for (const tile of named) expect(tile.querySelector('.share')?.textContent).toMatch(/%$/)
    expect(tiles.find((tile) => tile.textContent?.includes('COR'))?.querySelector('.share')?.textContent).toBe('–')
  })

  it('ranks the regions by their largest share', () => {
    const { rows } = rankRegions(table as NonNullable<typeof table>)
    const sizes = rows.map(({ cells }) => Math.max(...cells.map(({ estimate }) => estimate?.value ?? 0)))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  it('says all shares in words', () => {
    expect(draw(720).querySelector('desc')?.textContent).toMatch(/Bretagne CM .+\u202f%, SMM .+\u202f%\u202f; /)
  })

  it.each([720, 328])('stays inside %d px', (width) => {
    const svg = draw(width).querySelector('svg')
    const rights = [...draw(width).querySelectorAll('.area rect')].map(
      (rect) => Number(rect.getAttribute('x')) + Number(rect.getAttribute('width')),
    )
    expect(Math.max(...rights)).toBeLessThanOrEqual(width)
    expect(Number(svg?.getAttribute('height'))).toBeGreaterThan(width === 328 ? 600 : 300)
  })

  it.each([
    [0, 1],
    [0.04, 1],
    [0.05, 2],
    [0.13, 3],
    [0.21, 4],
    [0.4, 5],
  ])('a share of %d of at most 0.4 has shade %d', (share, shade) => {
    expect(shadeOf(share, 0.4)).toBe(shade)
    expect(shadeOf(share, 0)).toBe(1)
  })
})
