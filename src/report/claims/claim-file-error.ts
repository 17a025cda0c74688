/** A claims file cannot be used: which, why, what to do. A mistake in data, not a bug. */
export class ClaimFileError extends Error {
  override readonly name = 'ClaimFileError'

  constructor(fileName: string, why: string, options?: ErrorOptions) {
    super(
      `The claims file ${fileName} cannot be used: ${why}. Correct it; docs/method.md describes the format.`,
      options,
    )
  }
}
