import type { Role } from '../../domain/role.ts'
import { formatShare } from '../render/language/format-figures.ts'
import { say } from '../render/language/lang.ts'
import { fill } from '../render/language/words.ts'
import { html, type Markup, NOTHING } from '../render/markup.ts'
import type { ShareTable } from '../report-model.ts'
import { type ChartContext, frame } from './chart-frame.ts'
import { OVERSEAS_COLUMN, REGION_TILES, type RegionTile, TILE_ROWS } from './region-tiles.ts'
import { px } from './scale.ts'
import { estimateOf, rolesDrawn, rowLabel } from './share-chart.ts'

type Row = ShareTable['rows'][number]

const TILE = 46
const GAP = 3
const HEAD = 24
const MAP_GAP = 44
const MAP_WIDTH = (OVERSEAS_COLUMN + 1) * (TILE + GAP) - GAP
const LINE_GAP = 16
const MAP_LEADING = HEAD + TILE_ROWS * (TILE + GAP) - GAP + LINE_GAP
const PREFIX = /^region:/
// Parts of the largest share at which the next shade begins: text keeps 4.5 : 1 on each in both schemes.
const SHADES = [0.12, 0.3, 0.5, 0.75] as const

function rowOf(table: ShareTable, { code }: RegionTile): Row | undefined {
  return table.rows.find((row) => row.code.replace(PREFIX, '') === code)
}

/** Whether a table lists regions that have their tile. */
export function isRegionTable(table: ShareTable): boolean {
  return REGION_TILES.some((tile) => rowOf(table, tile) !== undefined)
}

/** Regions from the largest share to the smallest, by the roles that are drawn. */
export function rankRegions(table: ShareTable): ShareTable {
  const roles = rolesDrawn(table)
  const size = (row: Row) => Math.max(0, ...roles.map((role) => estimateOf(row, role)?.value ?? 0))
  return { ...table, rows: [...table.rows].sort((a, b) => size(b) - size(a)) }
}

/** Shade of a share from 1 (least) to 5; the largest share of the map has the darkest. */
export function shadeOf(share: number, largest: number): number {
  const part = largest > 0 ? share / largest : 0
  return 1 + SHADES.filter((start) => part >= start).length
}

/** One map: a role, its tiles and where its upper left corner lies. */
interface PlacedMap {
  readonly role: Role
  readonly largest: number
  readonly left: number
  readonly top: number
}

function drawTile(tile: RegionTile, row: Row | undefined, map: PlacedMap, context: ChartContext): Markup {
  const estimate = row === undefined ? null : estimateOf(row, map.role)
  const x = map.left + tile.column * (TILE + GAP)
  const y = map.top + HEAD + tile.row * (TILE + GAP)
  const shade = estimate === null ? 0 : shadeOf(estimate.value, map.largest)
  const figure = estimate === null ? '–' : formatShare(estimate.value, context.lang)
  const name = row === undefined ? tile.letters : rowLabel(row, context)
  const middle = px(x + TILE / 2)
  return html`<g class="area a${shade}"><title>${name} ${figure}</title><rect x="${px(x)}" y="${px(y)}" width="${TILE}" height="${TILE}" rx="4"/><text class="letters" x="${middle}" y="${px(y + 18)}">${tile.letters}</text><text class="share" x="${middle}" y="${px(y + 35)}">${figure}</text></g>`
}

/** One map per role that has enough ads: a tile per region, its share as a figure and a shade. */
export function drawRegionMap(table: ShareTable, context: ChartContext): Markup {
  const roles = rolesDrawn(table)
  if (roles.length === 0) return NOTHING
  const { words, lang, width } = context
  const shares = table.rows.flatMap((row) => roles.map((role) => estimateOf(row, role)?.value ?? 0))
  const largest = Math.max(0, ...shares)
  const abreast = Math.max(1, Math.min(roles.length, Math.floor((width + MAP_GAP) / (MAP_WIDTH + MAP_GAP))))
  const maps = roles.map((role, index) => {
    const left = (index % abreast) * (MAP_WIDTH + MAP_GAP)
    const top = Math.floor(index / abreast) * MAP_LEADING
    const tiles = REGION_TILES.map((tile) => drawTile(tile, rowOf(table, tile), { role, largest, left, top }, context))
    return html`<text class="label strong" x="${px(left)}" y="${px(top + 14)}">${words.roles[role]}</text>${tiles}`
  })
  const spoken = table.rows.map((row) => {
    const figures = roles.map((role) => {
      const estimate = estimateOf(row, role)
      return `${words.rolesShort[role]} ${estimate === null ? '–' : formatShare(estimate.value, lang)}`
    })
    return `${rowLabel(row, context)} ${figures.join(', ')}`
  })
  const lines = Math.ceil(roles.length / abreast)
  return frame(
    context,
    lines * MAP_LEADING - LINE_GAP + 2,
    {
      title: fill(words.chart.regionMap, { title: say(table.title, lang) }),
      desc: fill(words.chart.regionDesc, { rows: spoken.join(words.chart.and) }),
    },
    html`${maps}`,
  )
}
