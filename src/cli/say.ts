/** Writes a line for a person to stdout. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Writes one JSON document to stdout. */
export function sayJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** A count with its noun: `1 ad`, `12 ads`, `3,001 vacancies`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`
}
