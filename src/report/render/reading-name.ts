import { ROLES } from '../../domain/role.ts'
import { rowLabel } from '../charts/share-chart.ts'
import { foreignLine } from './foreign-text.ts'
import type { Page } from './page.ts'

const SPLIT = /^([a-z-]+):(.+)$/

/** What a measured reading is called: as in the tables of shares, a role by its name, else by its code. */
export function readingName(page: Page, reading: string): string {
  const row = page.model.shareTables.flatMap(({ rows }) => rows).find(({ code }) => code === reading)
  if (row !== undefined) return rowLabel(row, page)
  const { words } = page
  const [, list = '', code = ''] = SPLIT.exec(reading) ?? []
  const role = ROLES.find((one) => one === code)
  const listName = words.readings[list]
  if (role !== undefined && listName !== undefined) return `${listName} – ${words.roles[role]}`
  return words.readings[reading] ?? foreignLine(reading, 60)
}
