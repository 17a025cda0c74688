/** What one stage took in, passed on and left out. It must balance: `in = out + Σ skipped`. */
export interface Accounting {
  readonly stage: string
  readonly in: number
  readonly out: number
  /** Reason code → count. */
  readonly skipped: Readonly<Record<string, number>>
}

/** True when nothing went missing between the records taken in, passed on and skipped with a reason. */
export function balances(accounting: Accounting): boolean {
  let skipped = 0
  for (const count of Object.values(accounting.skipped)) skipped += count
  return accounting.in === accounting.out + skipped
}
