import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DumpRecord } from '../../../src/scrapers/dumps/dump-record.ts'
import { readDump } from '../../../src/scrapers/dumps/read-dump.ts'
import { sharedPath } from '../../shared-folder.ts'

const files = [
  {
    name: 'data/ads.jsonl',
    records: (text: string) => text.split('\n').filter((line) => line.trim() !== '').length,
    expected: { posting: 3001 },
    withoutDate: 132,
  },
  {
    name: 'sources/samples/france_travail/mehh92_api_offres_france_travail.json',
    records: (text: string) => (JSON.parse(text) as { resultats: unknown[] }).resultats.length,
    expected: { posting: 150 },
    withoutDate: 0,
  },
  {
    name: 'sources/samples/jobspy_fr/henriChevreux_jobs.csv',
    // Every row starts with its id, site and address, each in quotes.
    records: (text: string) => text.match(/^"[a-z]+-\w+","\w+","https?:/gm)?.length ?? 0,
    expected: { posting: 12, 'no-text': 20 },
    withoutDate: 0,
  },
]

function count(records: Iterable<DumpRecord>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const record of records) {
    if (record.kind === 'issue') continue
    const key = record.kind === 'posting' ? 'posting' : record.reason
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

describe('real files of saved ads', () => {
  describe.each(files)('$name', ({ name, records, expected, withoutDate }) => {
    const path = sharedPath(name)
    it.skipIf(path === null)('in = out + skipped, each with a reason (needs the folder of real ads)', () => {
      const content = readFileSync(path ?? '')
      const read = [...readDump({ format: null, content, fileName: name })]
      const counts = count(read)
      expect(counts).toEqual(expected)
      expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(records(content.toString('utf8')))
      const undated = read.filter((record) => record.kind === 'posting' && record.seenOn === null)
      expect(undated).toHaveLength(withoutDate)
      expect(read.filter((record) => record.kind === 'issue' && record.issue.code === 'unmapped-field')).toEqual([])
      // A renamed file gives the same postings.
      expect([...readDump({ format: null, content, fileName: 'renamed.bin' })]).toEqual(read)
    })
  })
})
