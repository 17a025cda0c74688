import { describe, expect, it } from 'vitest'
import { FRENCH_SOURCES } from '../../../src/report/render/language/french-sources.ts'
import { outcomeOf, permissionText, sourceName } from '../../../src/report/render/source-texts.ts'
import type { SourceLine } from '../../../src/report/report-model.ts'
import { sources } from '../../../src/scrapers/registry.ts'

const FROM_IMPORTS = 'Given to vigie as a file by its operator.'

describe('what a source says of itself', () => {
  it('has French for every text of a sheet that is listed, and for none that no sheet says any more', () => {
    const said = new Set(Object.values(sources).flatMap(({ sheet }) => [sheet.name, sheet.permission]))
    expect([...FRENCH_SOURCES.keys()].filter((text) => !said.has(text))).toEqual([FROM_IMPORTS])
  })

  it('keeps the name the operator gave and translates that of the sheet', () => {
    expect(sourceName({ lang: 'fr' }, 'carrieres (RSS or Atom feed)')).toBe('carrieres (flux RSS ou Atom)')
    expect(sourceName({ lang: 'fr' }, 'RSS or Atom feed')).toBe('flux RSS ou Atom')
    expect(sourceName({ lang: 'fr' }, 'Notre site (Lyon)')).toBe('Notre site (Lyon)')
    expect(sourceName({ lang: 'en' }, 'carrieres (RSS or Atom feed)')).toBe('carrieres (RSS or Atom feed)')
  })

  it('marks a permission without French as the English it is', () => {
    expect(permissionText({ lang: 'fr' }, FROM_IMPORTS).text).toBe(
      'Fichier confié à vigie par la personne qui l’exploite.',
    )
    expect(permissionText({ lang: 'fr' }, 'A <new> one.').text).toBe('<bdi lang="en">A &lt;new&gt; one.</bdi>')
    expect(permissionText({ lang: 'en' }, FROM_IMPORTS).text).toBe(`<bdi>${FROM_IMPORTS}</bdi>`)
  })

  it('calls an imported file imported, and a crawl that ran out of its budget capped', () => {
    const line = { kind: 'dump', outcome: 'capped', explanation: null } as SourceLine
    expect(outcomeOf(line)).toBe('imported')
    expect(outcomeOf({ ...line, kind: 'job-board' })).toBe('capped')
    expect(outcomeOf({ ...line, explanation: 'The budget is spent.' })).toBe('capped')
  })
})
