import { EXIT, type ExitCode } from './exit-code.ts'

/** A user's mistake or a fact of the machine: shown as one message without a stack trace. Say what, why, what to do. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly exitCode: ExitCode

  constructor(message: string, options: { readonly exitCode?: ExitCode; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.exitCode = options.exitCode ?? EXIT.usage
  }
}
