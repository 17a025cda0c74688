/** Options that every command takes. */
export interface GlobalOptions {
  readonly config?: string
  readonly database?: string
  readonly json?: boolean
  readonly quiet?: boolean
}
