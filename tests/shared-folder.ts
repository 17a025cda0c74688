import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const FOLDER = process.env['VIGIE_SHARED'] ?? resolve(import.meta.dirname, '../../shared')

/**
 * Path of a file in the folder of real ads and pages that lies beside the checkout (or where `VIGIE_SHARED` points);
 * null when it is absent. That material belongs to others and is no part of the project: tests on it are skipped there.
 */
export function sharedPath(name: string): string | null {
  const path = resolve(FOLDER, name)
  return existsSync(path) ? path : null
}
