import { BOARD_STYLE } from './board-style.ts'
import { CHART_STYLE } from './chart-style.ts'
import { PAGE_STYLE } from './page-style.ts'
import { PALETTE_STYLE } from './palette.ts'
import { PRINT_STYLE } from './print-style.ts'

/** The style sheet of every page. */
export const STYLE = [PALETTE_STYLE, PAGE_STYLE, BOARD_STYLE, CHART_STYLE, PRINT_STYLE]
  .join('')
  .replaceAll(/\n+/g, '\n')
  .trim()
