/** Options that every command takes. */
export interface GlobalOptions {
  readonly config?: string
  /** True when `--database` stands without a file: `vigie doctor --database`. */
  readonly database?: string | true
  readonly json?: boolean
  readonly quiet?: boolean
}
