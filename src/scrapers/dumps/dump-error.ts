/** Why a file of saved ads cannot be read at all. */
export type DumpErrorCode = 'unknown-format' | 'truncated' | 'malformed' | 'missing-column' | 'unknown-field' | 'empty'

/** A file that cannot be read: the message says what, why and what to do. Nothing was yielded before it is thrown. */
export class DumpError extends Error {
  readonly code: DumpErrorCode
  readonly fileName: string

  constructor(code: DumpErrorCode, fileName: string, message: string, options?: ErrorOptions) {
    super(`${fileName}: ${message}`, options)
    this.name = 'DumpError'
    this.code = code
    this.fileName = fileName
  }
}
