import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string

/** Gives all temporary files of a test run one folder: tests may leave there what they like. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'vigie-tests-'))
  // Some tests run the product as another user.
  chmodSync(folder, 0o755)
  process.env['TMPDIR'] = folder
}

/** Takes the folder away when all tests have ended. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
