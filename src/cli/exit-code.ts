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

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
