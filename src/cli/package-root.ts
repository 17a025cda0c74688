import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

/** Folder of the installed package: where claims, profiles, migrations and the bundled market lie. */
export const PACKAGE_ROOT: string = findRoot()

/** Path of a file or folder shipped with the package. */
export function shipped(...parts: readonly string[]): string {
  return join(PACKAGE_ROOT, ...parts)
}

/** Version of the installed package, from its package.json. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(shipped('package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version)
  return '0.0.0'
}
