import { EXIT, type ExitCode } from './exit-code.ts'

// Known by name: importing their classes would load the database and the crawler for `vigie --help`.
const USER_FACING = new Set([
  'UserError',
  'DatabaseUnusableError',
  'DumpError',
  'ProfilesError',
  'ClaimFileError',
  'QueryRefusedError',
])

/** The exit code that an error ends a command with. */
export function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof Error) || !USER_FACING.has(error.name)) return EXIT.bug
  return 'exitCode' in error && typeof error.exitCode === 'number' ? (error.exitCode as ExitCode) : EXIT.usage
}

/** Writes a failure to stderr: one message for a user's mistake, the whole stack for a bug. Returns the exit code. */
export function reportFailure(error: unknown): ExitCode {
  const exitCode = exitCodeOf(error)
  if (!(error instanceof Error)) process.stderr.write(`vigie: ${String(error)}\n`)
  else if (exitCode === EXIT.bug) {
    process.stderr.write(`vigie: a bug, please report it with this trace\n${error.stack ?? error.message}\n`)
  } else process.stderr.write(`vigie: ${error.message}\n`)
  return exitCode
}
