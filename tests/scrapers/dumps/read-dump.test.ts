import { describe, expect, it } from 'vitest'
import { DumpError } from '../../../src/scrapers/dumps/dump-error.ts'
import type { DumpInput, DumpRecord } from '../../../src/scrapers/dumps/dump-record.ts'
import { formatOf, readDump } from '../../../src/scrapers/dumps/read-dump.ts'

function read(content: string, parts: Partial<DumpInput> = {}): readonly DumpRecord[] {
  return [...readDump({ format: null, content, fileName: 'ads', ...parts })]
}

function failure(content: string, parts: Partial<DumpInput> = {}): DumpError {
  try {
    read(content, parts)
  } catch (error) {
    if (error instanceof DumpError) return error
    throw error
  }
  throw new Error('the file was read')
}

const LINE = '{"id":"a1","title":"Community manager","description":"Animer nos pages.","date":"2026-10-01"}'

describe('readDump', () => {
  it.each([
    [`${LINE}\n`, 'jsonl'],
    [`[${LINE}]`, 'jsonl'],
    ['id,title,description\n1,CM,Texte\n', 'csv'],
    ['id;intitule;description\n1;CM;Texte\n', 'csv'],
    ['id,site,job_url,title,company,date_posted,description\n', 'jobspy'],
    ['{"resultats":[]}', 'france-travail'],
    ['[{"id":"1","intitule":"CM","dateCreation":"2026-10-01"}]', 'france-travail'],
    ['<!doctype html><html><body></body></html>', 'jsonld-html'],
    ['just words', null],
  ])('detects the format of %j by content', (content, format) => {
    expect(formatOf(content, 'ads')).toBe(format)
  })

  it('takes the site of the record, else the format, and the id as it stands', () => {
    const records = read(`${LINE}\n${LINE.replace('a1', ' A-2 ').replace('}', ',"site":"exemple.fr"}')}\n`)
    expect(records.map((record) => record.kind === 'posting' && [record.sourceId, record.draft.extId])).toEqual([
      ['jsonl', 'a1'],
      ['exemple.fr', 'A-2'],
    ])
  })

  it('skips with a reason what is no posting, and counts a repeated key as a duplicate', () => {
    const lines = [
      LINE,
      LINE,
      '{"id":"2","title":"","description":"x"}',
      '{"id":"3","title":"CM","description":""}',
      'oops',
    ]
    const records = read(`${lines.join('\n')}\n`)
    const kinds = records
      .filter((record) => record.kind !== 'issue')
      .map((record) => ('reason' in record ? record.reason : record.kind))
    expect(kinds).toEqual(['malformed', 'posting', 'duplicate-in-input', 'no-title', 'no-text'])
  })

  it('keys a record without id and address by its content, so that it is known again', () => {
    const csv = 'titre,texte\nCommunity manager,Animer\nCommunity manager,Publier\nCommunity manager,Animer\n'
    const first = read(csv, { map: { title: 'titre', description: 'texte' } })
    expect(first.map((record) => record.kind)).toEqual(['posting', 'posting', 'skipped'])
    expect(read(csv)).toEqual(first)
  })

  it('reads a date it cannot read as none, with an issue', () => {
    const [issue, posting] = read(`${LINE.replace('2026-10-01', 'hier')}\n`)
    expect(issue).toMatchObject({ kind: 'issue', issue: { code: 'unreadable-value', ref: 'a1', excerpt: 'hier' } })
    expect(posting).toMatchObject({ kind: 'posting', seenOn: null })
  })

  it('reads a list under one key of a pretty-printed document, and offers flattened to columns', () => {
    const document = `{\n  "page": 1,\n  "ads": [\n    ${LINE}\n  ]\n}\n`
    expect(read(document)).toMatchObject([{ kind: 'posting', sourceId: 'jsonl', draft: { extId: 'a1' } }])
    const header = 'id|intitule|description|dateCreation|lieuTravail.libelle|entreprise.nom|salaire.libelle|couleur'
    const [unused, posting] = read(
      `${header}\n7|CM|Animer.|2026-10-01T09:00:00Z|35 - Rennes|Acme|Annuel de 28000.0 Euros|bleu\n`,
    )
    expect(unused).toMatchObject({
      kind: 'issue',
      issue: { code: 'unmapped-field', message: expect.stringContaining('couleur') },
    })
    expect(posting).toMatchObject({
      seenOn: '2026-10-01',
      draft: { jobLocation: '35 - Rennes', hiringOrganization: 'Acme', salaryText: 'Annuel de 28000.0 Euros' },
    })
  })

  it('keys a saved page by its own address, and by its words when it has none', () => {
    const ld = (url: string) =>
      `<script type="application/ld+json">{"@type":"JobPosting","title":"CM","description":"Animer."${url}}</script>`
    const canonical = '<link rel="canonical" href="https://www.exemple.test/offres/12?x=1">'
    const keyOf = (html: string) => {
      const [record] = read(`<html>${html}</html>`)
      return record?.kind === 'posting' ? [record.sourceId, record.draft.extId] : record
    }
    expect(keyOf(canonical + ld(''))).toEqual(['exemple.test', '/offres/12?x=1'])
    expect(keyOf(ld(',"url":"https://exemple.test/offres/13"'))).toEqual(['exemple.test', '/offres/13'])
    expect(keyOf(ld(',"identifier":"R-1"'))).toEqual(['jsonld-html', 'R-1'])
    expect(keyOf(ld(''))).toEqual(['jsonld-html', expect.stringMatching(/^sha256:[0-9a-f]{32}$/)])
    expect(keyOf('<p>Rien</p>')).toMatchObject({ kind: 'skipped', reason: 'not-a-job-posting' })
  })

  it('turns the Markdown of JobSpy into plain text', () => {
    const cells = ['in-1', 'indeed', 'https://x.test/v?jk=1', 'CM', 'Acme', '2026-10-01']
    const text = '**Vos missions**\n----------\n\n* Animer la communauté (r\\\\-s)\n* Publier 3\\\\.5 posts\n'
    const csv = `id,site,job_url,title,company,date_posted,description\n${cells.join(',')},"${text}"\n`
    const [record] = read(csv)
    expect(record).toMatchObject({
      kind: 'posting',
      sourceId: 'indeed',
      draft: { extId: 'in-1', description: 'Vos missions\n\n- Animer la communauté (r-s)\n- Publier 3.5 posts' },
    })
  })

  it.each([
    ['an empty file', ' \n', {}, 'empty', /empty/],
    ['words', 'just words', {}, 'unknown-format', /--format/],
    ['truncated JSON', '{"resultats":[{"id":"1","intitule":"C', {}, 'truncated', /cut short/],
    ['truncated JSONL', `${LINE}\n${LINE.slice(0, 30)}`, {}, 'truncated', /line 2/],
    ['truncated CSV', 'id,title,description\n1,CM,"Animer\n', {}, 'truncated', /quoted cell/],
    ['broken JSON', '{"resultats":[{]}', { format: 'france-travail' as const }, 'malformed', /not JSON/],
    [
      'a mapped column that is missing',
      'id,t,d\n1,2,3\n',
      { map: { title: 'titre' } },
      'missing-column',
      /"titre".*id, t, d.*--map title/s,
    ],
    [
      'a required column that is missing',
      'id,title,x\n1,2,3\n',
      {},
      'missing-column',
      /description.*--map description=COLUMN/s,
    ],
    [
      'a field that does not exist',
      'id,title,x\n1,2,3\n',
      { map: { titel: 'x' } },
      'unknown-field',
      /"titel".*Fields: id, title/s,
    ],
  ])('%s: says what, why and what to do', (_name, content, parts, code, message) => {
    const error = failure(content, parts)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
    expect(error.message).toMatch(/^ads: /)
  })
})
