/** Where the steps of a run are told to machines. */
export interface RunLog {
  event(name: string, fields: Readonly<Record<string, unknown>>): void
}

/** One JSON object a line on stderr: `{"time":…,"event":…,…}`. */
export const jsonLog: RunLog = {
  event: (event, fields) => {
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), event, ...fields })}\n`)
  },
}

/** Says nothing: the summary at the end is for people. */
export const silentLog: RunLog = { event: () => {} }

/** What the summary of a run that ends with an error can still say. */
export interface Noted {
  /** Whether an interrupted run was taken up again. */
  readonly resumed: boolean
  /** What concerns the machine. */
  readonly issues: readonly object[]
}

/** A log that also keeps what a run should tell even if it fails. */
export function keepNoted(log: RunLog): { readonly log: RunLog; readonly noted: () => Noted } {
  const issues: object[] = []
  let resumed = false
  const event: RunLog['event'] = (name, fields) => {
    if (name === 'issue') issues.push(fields)
    if (name === 'crawl-begun') resumed = fields['resumed'] === true
    log.event(name, fields)
  }
  return { log: { event }, noted: () => ({ resumed, issues }) }
}
