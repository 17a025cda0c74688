import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { FIGURE_QUERIES } from '../../../src/report/render/figure-queries.ts'

it.each(Object.entries(FIGURE_QUERIES))('the figure %s points to a query of the cookbook: %s', (_, name) => {
  expect(existsSync(resolve(import.meta.dirname, `../../../db/queries/${name}.sql`))).toBe(true)
})
