import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** Compiles the product when it is not there yet: tests of the command line run what users run. */
export function setup(): void {
  const root = resolve(import.meta.dirname, '..')
  if (existsSync(resolve(root, 'dist/src/main.js'))) return
  const compiler = resolve(root, 'node_modules/typescript/bin/tsc')
  const { error } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (error !== undefined) throw error
}
