import { describe, expect, it } from 'vitest'
import { renderIndex, toSnapshotEntry } from '../../../src/report/render/render-index.ts'
import { sampleModel } from './sample-model.ts'

const FILES = { html: 'a b/index.html', markdown: null, json: 'report.json' }

describe('renderIndex', () => {
  it('lists the newest snapshot first, the second of a day after the first', () => {
    const days = ['2026-11-02', '2026-11-20', '2026-11-20-2', '2026-11-20-10', '2026-10-01']
    const page = renderIndex(
      days.map((snapshotId) => ({ ...toSnapshotEntry(sampleModel(0), FILES), snapshotId })),
      { lang: 'fr' },
    )
    const order = [...page.matchAll(/<code>([^<]*)<\/code>/g)].map(([, id]) => id)
    expect(order).toEqual(['2026-11-20-10', '2026-11-20-2', '2026-11-20', '2026-11-02', '2026-10-01'])
  })

  it('links to the files that were written, marks sample data and counts the verdicts', () => {
    const page = renderIndex([toSnapshotEntry(sampleModel(0), FILES)], { lang: 'en' })
    expect(page).toContain('href="a%20b/index.html"')
    expect(page).not.toContain('Markdown</a>')
    expect(page).toContain('sample market')
    expect(page).toContain('<b>14</b> supported')
  })

  it('says that there is none yet', () => {
    expect(renderIndex([], { lang: 'fr' })).toContain('Aucun relevé pour l’instant.')
  })
})
