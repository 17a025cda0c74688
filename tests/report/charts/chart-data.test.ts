import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, csvDataUri, toCsv } from '../../../src/report/charts/chart-data.ts'
import { HOSTILE_STRINGS } from '../render/hostile-model.ts'

const decode = (uri: string) => decodeURIComponent(uri.slice(uri.indexOf(',') + 1))

describe('toCsv', () => {
  it('is read back by a CSV parser, cell by cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.integer(), fc.string({ unit: 'binary' })), { maxLength: 5 }),
        (rows) => {
          const csv = toCsv({ columns: columnsOf('text', 'a', 'b', 'c'), rows })
          const back = parse(csv, { relax_column_count: false }) as string[][]
          expect(back).toHaveLength(rows.length + 1)
          rows.forEach((row, index) => {
            row.forEach((value, column) => {
              expect(back[index + 1]?.[column]?.replace(/^'/, '')).toBe(String(value).replace(/^'/, ''))
            })
          })
        },
      ),
    )
  })

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('defuses %j, which a spreadsheet would run', (text) => {
    expect(toCsv({ columns: columnsOf('text', 'a'), rows: [[text]] })).toContain(`'${text}`)
  })

  it('leaves negative numbers alone', () => {
    expect(toCsv({ columns: columnsOf('count', 'a'), rows: [[-3.5], [null]] })).toBe('a\r\n-3.5\r\n\r\n')
  })
})

describe('csvDataUri', () => {
  it.each(HOSTILE_STRINGS.map((text) => [text.slice(0, 20), text.replace(/[\ud800-\udfff]/g, '')]))(
    'carries %j whole',
    (_, text) => {
      const data = { columns: columnsOf('text', 'a', 'b'), rows: [[text, 1]] }
      const uri = csvDataUri(data)
      expect(/["<>\s#]/.test(uri)).toBe(false)
      expect(decode(uri).replace('\ufeff', '')).toBe(toCsv(data))
    },
  )

  it('begins with a byte-order mark only where letters need it', () => {
    const uri = (text: string) => decode(csvDataUri({ columns: columnsOf('text', text), rows: [] }))
    expect(uri('été').startsWith('\ufeff')).toBe(true)
    expect(uri('ete').startsWith('\ufeff')).toBe(false)
  })
})
