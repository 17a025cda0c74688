import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeRunLock } from '../../src/store/run-lock.ts'

const database = () => join(mkdtempSync(join(tmpdir(), 'vigie-lock-')), 'vigie.sqlite')

describe('takeRunLock', () => {
  it('refuses a second holder, names the first, and lets it in after the release', () => {
    const path = database()
    const lock = takeRunLock(path)
    expect(takeRunLock(path)).toEqual({ heldBy: process.pid })
    if ('release' in lock) lock.release()
    expect(takeRunLock(path)).toHaveProperty('release')
  })

  it('is free again the moment its holder is killed', async () => {
    const path = database()
    const script = `import { takeRunLock } from ${JSON.stringify(resolve(import.meta.dirname, '../../src/store/run-lock.ts'))}
      takeRunLock(${JSON.stringify(path)}); console.log('held'); setInterval(() => {}, 1000)`
    const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    expect(takeRunLock(path)).toEqual({ heldBy: holder.pid })
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    expect(takeRunLock(path)).toHaveProperty('release')
  })
})
