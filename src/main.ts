#!/usr/bin/env node
import { CommanderError } from 'commander'
import { EXIT, type ExitCode } from './cli/exit-code.ts'
import { createProgram } from './cli/program.ts'
import { reportFailure } from './cli/report-failure.ts'

let exitCode: ExitCode = EXIT.ok
const program = createProgram((code) => {
  exitCode = code
})

// `vigie query … | head` closes the pipe early: that is the reader's right, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode)
  process.stderr.write(`vigie: cannot write the output: ${error.message}\n`)
  process.exit(EXIT.usage)
})

try {
  if (process.argv.length <= 2) program.help()
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage
  else exitCode = reportFailure(error)
}
process.exitCode = exitCode
