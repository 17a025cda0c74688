const LEAST_INTERVAL_MS = 100

/** One line on stderr that is written over; silent when stderr is no terminal or progress is not wanted. */
export class ProgressLine {
  readonly #isShown: boolean
  #lastShown = 0

  constructor(quiet: boolean) {
    this.#isShown = !quiet && process.stderr.isTTY === true
  }

  /** Shows a text, at most ten times a second. */
  show(text: string): void {
    if (!this.#isShown) return
    const now = performance.now()
    if (now - this.#lastShown < LEAST_INTERVAL_MS) return
    this.#lastShown = now
    process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`)
  }

  /** Removes the line. */
  clear(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[2K')
  }
}
