/** Where the time comes from. Only `main` makes a real one; tests and the demo pass their own. */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number
  /** Resolves after `ms` milliseconds of this clock, or rejects when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A clock that also knows how much time has passed, however its hour is set meanwhile. */
export interface SteadyClock extends Clock {
  /** Milliseconds since a moment of its own; it never goes back, and only time that passes makes it go on. */
  elapsed(): number
}

/** The ISO day `YYYY-MM-DD` of an instant in a time zone (default Europe/Paris, the market's own). */
export function isoDay(epochMs: number, timeZone = 'Europe/Paris'): string {
  let format = dayFormats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    dayFormats.set(timeZone, format)
  }
  return format.format(epochMs)
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()
