import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ClaimFile, parseClaims } from '../../src/report/claims/parse-claims.ts'

const FOLDER = join(import.meta.dirname, '../../claims')

/** The project's own claims. */
export function readClaimFiles(): readonly ClaimFile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parseClaims(readFileSync(join(FOLDER, name), 'utf8'), name))
}
