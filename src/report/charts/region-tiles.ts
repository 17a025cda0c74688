/** Place of a region in a map of equal tiles. */
export interface RegionTile {
  /** INSEE code of the region. */
  readonly code: string
  /** The three letters INSEE abbreviates it with. */
  readonly letters: string
  readonly column: number
  readonly row: number
}

/** Column of the overseas regions, apart from the others by half a tile. */
export const OVERSEAS_COLUMN = 4.5

/** Rows of the map. */
export const TILE_ROWS = 6

const at = (code: string, letters: string, column: number, row: number): RegionTile => ({ code, letters, column, row })

/** The eighteen regions of France, each about where it lies from its neighbours, those overseas in a column of their own. */
export const REGION_TILES: readonly RegionTile[] = [
  at('32', 'HDF', 2, 0),
  at('28', 'NOR', 1, 1),
  at('11', 'IDF', 2, 1),
  at('44', 'GES', 3, 1),
  at('53', 'BRE', 0, 2),
  at('52', 'PDL', 1, 2),
  at('24', 'CVL', 2, 2),
  at('27', 'BFC', 3, 2),
  at('75', 'NAQ', 1, 3),
  at('84', 'ARA', 2, 3),
  at('76', 'OCC', 1, 4),
  at('93', 'PAC', 2, 4),
  at('94', 'COR', 3, 5),
  at('01', 'GUA', OVERSEAS_COLUMN, 0),
  at('02', 'MTQ', OVERSEAS_COLUMN, 1),
  at('03', 'GUF', OVERSEAS_COLUMN, 2),
  at('04', 'LRE', OVERSEAS_COLUMN, 3),
  at('06', 'MAY', OVERSEAS_COLUMN, 4),
]
