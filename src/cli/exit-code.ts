/** What a finished command tells the shell; the same numbers in every command. */
export const EXIT = {
  ok: 0,
  /** A bug of vigie: the stack trace is shown, please report it. */
  bug: 1,
  /** Usage or configuration: the message says what, why and what to do. */
  usage: 2,
  /** Something usable came out, but a source failed or went silent, or a record could not be read. */
  partial: 3,
  /** Nothing usable came out. */
  nothing: 4,
  /** Another run holds the lock of this database (EX_TEMPFAIL of sysexits.h: try again later). */
  alreadyRunning: 75,
} as const

/** What each exit code says, in the order of the codes; for the help and the documentation. */
export const EXIT_MEANINGS: readonly (readonly [code: ExitCode, says: string])[] = [
  [EXIT.ok, 'done'],
  [EXIT.bug, 'a bug of vigie: please report the trace'],
  [EXIT.usage, 'usage, configuration, or a file or folder that cannot be used: the message says what to do'],
  [EXIT.partial, 'partial: a source failed or a record could not be read; the rest is good'],
  [EXIT.nothing, 'nothing usable came out'],
  [EXIT.alreadyRunning, 'another vigie is working on this database: try again later'],
]

/** What the codes of single commands rest on, where it does not go without saying. */
export const EXIT_NOTES: Readonly<Record<string, string>> = {
  import:
    '3 when a record was left out as faulty (malformed, without id or title), 4 when every one was left out; an ad without a text, one twice or one known already is no fault.',
  read: '3 when a line was no ad (no JSON object, neither title nor text), 4 when none was one; its place in the output holds the error.',
  report: '4 when no vacancy lies in the window: the message says what the database holds and which command judges it.',
}

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
