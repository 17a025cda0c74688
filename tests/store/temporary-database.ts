import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PostingDraft } from '../../src/domain/posting.ts'
import { EMPTY_POSTING } from '../../src/domain/posting.ts'
import type { SourceRecord } from '../../src/domain/source.ts'
import { openDatabase, type VigieDatabase } from '../../src/store/open-database.ts'

export const migrationsFolder = join(import.meta.dirname, '../../db/migrations')

export function temporaryPath(): string {
  return join(mkdtempSync(join(tmpdir(), 'vigie-store-')), 'vigie.sqlite')
}

export function temporaryDatabase(): VigieDatabase {
  return openDatabase({ path: temporaryPath(), migrationsFolder })
}

export const BOARD: SourceRecord = {
  sourceId: 'board',
  sourceType: 'feed',
  name: 'A board',
  kind: 'job-board',
  homePage: null,
  terms: 'written for this test',
  permission: 'written for this test',
  keeps: 'text',
}

export function draft(fields: Partial<PostingDraft> = {}): PostingDraft {
  return {
    ...EMPTY_POSTING,
    extId: 'a-1',
    title: 'Community manager F/H',
    description: 'Vous animez nos communautés et vous modérez les commentaires.',
    ...fields,
  }
}
