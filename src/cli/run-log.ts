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

/** A log that also keeps what concerns the machine, for the summary of a run that ends with an error. */
export function keepIssues(log: RunLog): { readonly log: RunLog; readonly issues: readonly object[] } {
  const issues: object[] = []
  const event: RunLog['event'] = (name, fields) => {
    if (name === 'issue') issues.push(fields)
    log.event(name, fields)
  }
  return { log: { event }, issues }
}
