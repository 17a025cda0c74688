import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeEach, describe, expect, it } from 'vitest'
import { maskPosting } from '../../../src/classify/privacy/mask-posting.ts'
import { groupPostings } from '../../../src/classify/vacancy/group-postings.ts'
import { TEXT_SIGNER } from '../../../src/classify/vacancy/sign-text.ts'
import type { PostingDraft } from '../../../src/domain/posting.ts'
import { type PackedBody, packBody, unpackBody } from '../../../src/store/crawl/packed-body.ts'
import { EXPORT_FORMATS, exportTables } from '../../../src/store/export/export-tables.ts'
import { checkDatabase } from '../../../src/store/integrity/check-database.ts'
import { openDatabase, type VigieDatabase } from '../../../src/store/open-database.ts'
import { PostingWriter } from '../../../src/store/postings/posting-writer.ts'
import { forget } from '../../../src/store/privacy/forget.ts'
import { ReadingWriter } from '../../../src/store/readings/reading-writer.ts'
import { upsertSource } from '../../../src/store/sources/upsert-source.ts'
import { postingsToGroup } from '../../../src/store/vacancies/postings-to-group.ts'
import { signTexts } from '../../../src/store/vacancies/sign-texts.ts'
import { VacancyWriter } from '../../../src/store/vacancies/vacancy-writer.ts'
import type { Planted } from '../../classify/privacy/planted.ts'
import { reading } from '../reading.ts'
import { BOARD, draft, migrationsFolder, temporaryPath } from '../temporary-database.ts'

const planted = readFileSync(join(import.meta.dirname, '../../../fixtures/privacy/planted.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Planted)

let path: string
let database: VigieDatabase
beforeEach(() => {
  path = temporaryPath()
  database = openDatabase({ path, migrationsFolder })
  upsertSource(database, BOARD)
  database.exec(`
    INSERT INTO run (kind, started_at, seen_on_date, version) VALUES ('crawl', '2026-01-01T00:00:00Z', '2026-01-01', '1');
    INSERT INTO run_source (run_id, source_id, started_at, outcome) VALUES (1, 'board', '2026-01-01T00:00:00Z', 'complete')`)
})

/** Stores an ad with a reading that quotes all of it, a page that holds it raw, a vacancy. */
function store(published: PostingDraft, page: string): number {
  const { postingId } = new PostingWriter(database).write('board', published, '2026-01-01')
  const { title, description } = published
  new ReadingWriter(database).write(
    postingId,
    reading({
      evidence: [
        { reading: 'mission:animation', field: 'description', start: 0, end: description.length, quoted: description },
        { reading: 'role', field: 'title', start: 0, end: title.length, quoted: title },
      ],
      roleContributions: [{ feature: title, value: 1, contribution: 1 }],
      salary: { kind: 'unreadable', reason: 'no-amount', quoted: description },
    }),
  )
  const { body_packed: body, body_coding: coding } = packBody(Buffer.from(page))
  const { lastInsertRowid } = database
    .prepare(`
      INSERT INTO capture (source_id, run_source_id, url, final_url, fetched_at_ms, status, request_json, headers_json,
        sha256, body_bytes, body_packed, body_coding, rung)
      VALUES ('board', 1, :url, :url, 0, 200, '{}', '{}', printf('%064d', 1), 1, :body, :coding, 'json-ld')`)
    .run({ url: `https://board.example/${postingId}`, body, coding })
  new PostingWriter(database).sight(postingId, 1, '2026-01-01', Number(lastInsertRowid))
  signTexts(database, TEXT_SIGNER)
  new VacancyWriter(database).rebuild(groupPostings(postingsToGroup(database)), '2026-01-01T00:00:00Z')
  return postingId
}

const dump = () => execFileSync('sqlite3', [path, '.dump'], { encoding: 'utf8', maxBuffer: 1e9 })
const rawFiles = () =>
  readdirSync(join(path, '..'))
    .map((file) => readFileSync(join(path, '..', file)).toString('latin1'))
    .join('\n')
const captures = () =>
  database
    .prepare<[], PackedBody>('SELECT body_packed, body_coding FROM capture WHERE body_packed IS NOT NULL')
    .all()
    .map((packed) => unpackBody(packed).toString('utf8'))
const utf8 = (text: string) => Buffer.from(text).toString('latin1')
const problems = () => checkDatabase(database).flatMap((check) => check.problems)

describe('personal data', () => {
  it('planted in every field is in no table, index, evidence, dump or export', async () => {
    for (const [index, { kind, text }] of planted.entries()) {
      const isAddress = kind === 'e-mail'
      const labels = {
        hiringOrganization: text,
        jobLocation: text,
        salaryText: text,
        experienceText: text,
        educationText: text,
      }
      const more = {
        employmentType: text,
        workTimeText: text,
        employerSizeText: text,
        industryText: text,
        language: text,
        romeCode: text,
      }
      const raw = draft({
        ...labels,
        ...more,
        extId: isAddress ? `${index} ${text}` : `p-${index}`,
        url: isAddress ? `https://board.example/?to=${text}` : null,
        title: `Community manager. ${text}`,
        description: `Vous animez nos réseaux.\n${text}\nVous écrivez.`,
      })
      store(maskPosting(raw), raw.description)
    }
    const printed = dump().replaceAll('\\n', '\n')
    const folder = mkdtempSync(join(tmpdir(), 'vigie-privacy-'))
    for (const format of EXPORT_FORMATS) {
      await exportTables(database, {
        folder: join(folder, format),
        format,
        createdAt: '',
        version: '1',
        migrationsFolder,
      })
    }
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.'))
    const plain = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
    // Parquet is compressed: its words are read back before they are looked for.
    const tables = files.filter((file) => file.endsWith('.parquet')).map((file) => join(folder, file))
    expect(tables.length).toBeGreaterThan(5)
    const exported = `${plain}\n${await readParquet(tables)}`
    for (const { text, kind, secrets = [] } of planted) {
      const parts = kind === 'name' ? secrets : [text]
      for (const part of parts) {
        expect(printed.includes(part), `dump holds ${part}`).toBe(false)
        expect(exported.includes(part), `an export holds ${part}`).toBe(false)
      }
    }
    const words = database.prepare(`SELECT COUNT(*) FROM posting_fts WHERE posting_fts MATCH ?`).pluck()
    for (const name of ['perrin', 'dorval', 'benali', 'haddad', '0612345678']) expect(words.get(name), name).toBe(0)
    expect(words.get('animez')).toBe(planted.length)
  }, 60_000)
})

/** Every value of some Parquet files as text. */
async function readParquet(paths: readonly string[]): Promise<string> {
  const duck = await (await DuckDBInstance.create(':memory:')).connect()
  const texts: string[] = []
  for (const path of paths) {
    const reader = await duck.runAndReadAll(`SELECT * FROM '${path}'`)
    for (const row of reader.getRowsJS()) texts.push(row.map(String).join('\n'))
  }
  duck.closeSync()
  return texts.join('\n')
}

describe('forget', () => {
  const NAME = 'Yseult Kerguelen'
  const published = draft({
    title: 'CM aux côtés de YSEULT KERGUELEN',
    description:
      'Vous animez. Yseult  Kérguelen vous attend, yseult.kerguelen@dorval.example la remplace. Vous écrivez.',
    hiringOrganization: `Atelier ${NAME}`,
    url: 'https://board.example/yseult-kerguelen/1',
  })
  const spellings = [
    JSON.stringify({ text: `Écrire à ${NAME}` }),
    `<p>Y\\u0073eult <b>Kergu&eacute;len</b></p>`,
    'https://x.example/?q=Yseult%20Kerguelen',
    '<a href="mailto:yseult.kerguelen@dorval.example">écrire</a>',
  ]

  it('removes a person from texts, index, evidence, captures, free pages and log, and keeps offsets true', () => {
    for (const [index, page] of [...spellings, 'une page sans rien'].entries()) {
      store({ ...published, extId: `a-${index}` }, page)
    }
    // What was deleted before still lies in free pages.
    database.exec(`CREATE TABLE gone AS SELECT * FROM posting_text; DROP TABLE gone`)
    database.exec(`INSERT INTO snapshot VALUES ('s', '2026-01-01', NULL, json_object('ads', json_array('${NAME}')))`)
    expect(rawFiles()).toContain('Kerguelen')
    const summary = forget(database, NAME, '2026-02-01')
    expect(summary).toMatchObject({ postings: 0, captures: 4, copies: [], logKept: false })
    expect(summary.values).toBeGreaterThan(20)
    const traces = /k[eé]rgu[eé]len|yseult/i
    expect(dump()).not.toMatch(traces)
    expect(captures()).toEqual(['une page sans rien'])
    for (const word of ['Kerguelen', 'KERGUELEN', 'kerguelen', 'Yseult', 'YSEULT', 'yseult', utf8('Kérguelen')]) {
      expect(rawFiles().includes(word), word).toBe(false)
    }
    expect(database.prepare(`SELECT COUNT(*) FROM posting_fts WHERE posting_fts MATCH 'animez'`).pluck().get()).toBe(5)
    const evidence = database
      .prepare<
        [],
        { quoted: string; field: string; start_offset: number; end_offset: number; title: string; description: string }
      >(`
        SELECT e.*, t.title, t.description FROM evidence e
        JOIN posting p USING (posting_id) JOIN posting_text t ON t.text_id = p.current_text_id`)
      .all()
    expect(evidence).toHaveLength(10)
    for (const { quoted, field, start_offset, end_offset, title, description } of evidence) {
      expect((field === 'title' ? title : description).slice(start_offset, end_offset)).toBe(quoted)
    }
    expect(problems()).toEqual([])
  })

  it('does not let the next crawl bring the person back', () => {
    store(published, 'page')
    forget(database, NAME, '2026-02-01')
    const writer = new PostingWriter(database)
    const again = writer.write('board', published, '2026-02-02')
    expect(again).toMatchObject({ postingId: 1, isNew: false, isTextNew: false })
    writer.write('board', { ...published, extId: 'new', description: `Bonjour, ${NAME} !` }, '2026-02-02')
    expect(dump()).not.toMatch(/kerguelen/i)
    expect(problems()).toEqual([])
  })

  it('removes a posting whole and does not take it for new afterwards', () => {
    const first = store(published, spellings[0] ?? '')
    store({ ...published, extId: 'other', url: null, description: 'Rien à voir.', title: 'Autre poste' }, 'page')
    for (const pattern of ['https://board.example/yseult-kerguelen/1']) {
      expect(forget(database, pattern, '2026-02-01')).toMatchObject({ postings: 1 })
    }
    expect(database.prepare('SELECT * FROM posting WHERE posting_id = ?').get(first)).toMatchObject({
      forgotten_on_date: '2026-02-01',
      url: null,
      hiring_organization: null,
    })
    expect(database.prepare('SELECT COUNT(*) FROM posting_reading WHERE posting_id = ?').pluck().get(first)).toBe(0)
    expect(database.prepare('SELECT COUNT(*) FROM vacancy').pluck().get()).toBe(1)
    const writer = new PostingWriter(database)
    expect(writer.write('board', published, '2026-02-02')).toEqual({ postingId: first, isNew: false, isTextNew: false })
    expect(database.prepare(`SELECT COUNT(*) FROM posting_text WHERE description <> ''`).pluck().get()).toBe(1)
    expect(problems()).toEqual([])
    expect(forget(database, 'board:other', '2026-02-01')).toMatchObject({ postings: 1 })
    expect(database.prepare('SELECT COUNT(*) FROM vacancy').pluck().get()).toBe(0)
  })

  it('finds a number however it is written, and nothing it only resembles', () => {
    store(
      { ...published, description: 'Tél. 06 98 76 54 32 ou +33 (0)6.98.76.54.32, SIRET 106 987 654 320 00012' },
      '0698765432',
    )
    expect(forget(database, '0698765432', '2026-02-01')).toMatchObject({ captures: 1 })
    expect(dump()).not.toMatch(/98.?76.?54.?32(?! 000)/)
    expect(dump()).toContain('106 987 654 320 00012')
  })

  it('says when a reader keeps the log from being emptied', () => {
    store(published, 'page')
    const reader = openDatabase({ path, migrationsFolder, readOnly: true })
    const rows = reader.prepare('SELECT * FROM posting').iterate()
    rows.next()
    expect(forget(database, NAME, '2026-02-01').logKept).toBe(true)
    rows.return?.()
    reader.close()
    expect(forget(database, NAME, '2026-02-01').logKept).toBe(false)
    expect(rawFiles()).not.toContain('Kerguelen')
  })

  it('refuses an empty pattern', () => {
    expect(() => forget(database, ' — ', '2026-02-01')).toThrow(/holds no word/)
  })
})
