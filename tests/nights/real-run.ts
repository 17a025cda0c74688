import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ROOT, temporaryFolder } from '../cli/run-vigie.ts'

/** A `vigie run` under way in a process of its own. */
export interface RealRun {
  readonly pid: number
  readonly ended: Promise<Ended>
  /** What it has said on stderr so far. */
  said(): string
  kill(signal: NodeJS.Signals): void
}

/** How such a process ended. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** How to start it. */
export interface StartOptions {
  /** Longest file it may write, KiB: what a full disk does, without a disk. */
  readonly fileLimitKib?: number
  /** As a user whom file rights bind; the tests themselves may run as root. */
  readonly asNobody?: boolean
}

const NOBODY = 65_534

/** An empty folder with a configuration for one career site; its paths. */
export function nightFolder(origin: string) {
  const folder = temporaryFolder()
  chmodSync(folder, 0o777)
  const config = join(folder, 'vigie.yaml')
  writeFileSync(
    config,
    `database: data/vigie.sqlite
reports: reports
delay: 20ms
sources:
  - id: carrieres
    use: career-site
    url: ${origin}/
allowHosts: ["${new URL(origin).host}"]
`,
  )
  return { folder, config, database: join(folder, 'data/vigie.sqlite'), reports: join(folder, 'reports') }
}

/** Starts the built command as an operator does. */
export function startRun(config: string, more: readonly string[] = [], options: StartOptions = {}): RealRun {
  const command = [process.execPath, join(ROOT, 'dist/src/main.js'), 'run', '--config', config, ...more]
  const limited = options.fileLimitKib === undefined ? '' : `ulimit -f ${options.fileLimitKib}; `
  const isRoot = process.getuid?.() === 0
  const child = spawn('bash', ['-c', `${limited}exec "$@"`, 'bash', ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.asNobody === true && isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  return { pid: child.pid ?? 0, ended, said: () => stderr, kill: (signal) => void child.kill(signal) }
}

/** One number from a database. */
export function countIn(path: string, sql: string): number {
  const database = new Database(path, { readonly: true })
  try {
    return Number(database.prepare(sql).pluck().get())
  } finally {
    database.close()
  }
}

/** The summary that the last run left in the folder of reports; null when there is none. */
export function lastSummary(reports: string): Record<string, unknown> | null {
  const path = join(reports, 'summary.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : null
}
