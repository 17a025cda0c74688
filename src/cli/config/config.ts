/** The operator's configuration, validated, every path absolute and every duration in milliseconds. */
export interface Config {
  /** File it was read from; null for the built-in defaults. */
  readonly file: string | null
  readonly database: string
  readonly reports: string
  /** Address a site owner can turn to; part of the User-Agent, required for any host but loopback. */
  readonly contact: string | null
  readonly delayMs: number | null
  /** Least share (0–1) of the sources that must have been read completely in the last 7 nights for claims to be judged. */
  readonly coverage: number
  readonly language: 'fr' | 'en'
  /** Asked once after each night without a fault (a dead-man switch); null for none. */
  readonly ping: string | null
  readonly sources: readonly ConfiguredSource[]
  /** Private or loopback hosts (`host` or `host:port`) that may be fetched. */
  readonly allowHosts: readonly string[]
}

/** One source of the configuration. */
export interface ConfiguredSource {
  readonly id: string
  /** Key of the registry of source types. */
  readonly use: string
  readonly url: string | null
  readonly delayMs: number | null
  /** Keys of the source type's own. */
  readonly extra: Readonly<Record<string, string | number | boolean | readonly string[]>>
}
