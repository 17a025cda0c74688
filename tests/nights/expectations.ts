import type { NightResult } from '../../src/cli/stages/night.ts'
import type { SourceRunSummary } from '../../src/domain/crawl.ts'
import type { Fault, PlannedNight } from './plan.ts'

/** How a night's summary, or the message its run ended with, must name each kind of fault. */
const NAMES: Readonly<Record<Fault['kind'], RegExp | null>> = {
  storm: /http-429/,
  // The outcome of a run, or an issue of one that was taken up again.
  throttled: /"outcome":"throttled"|"throttled":[1-9]/,
  'robots-closed': /robots\.txt[^"]*disallows/,
  'robots-broken': /robots\.txt[^"]*cannot be had/,
  forbidden: /refused [^"]*\(403\)/,
  challenge: /check against robots/,
  layout: /layout-changed/,
  flaky: /http-500/,
  garbled: /no ad in them could be read/,
  truncated: /xml-truncated/,
  down: /robots\.txt[^"]*cannot be had|could not be reached|failed \d+ times in a row/,
  empty: /names no ad/,
  token: /token-expired/,
  'disk-full': /disk is full/i,
  'clock-jump': /clock-set-(back|forward)/,
  'clock-ahead': /clock-set-back/,
  kill: /"resumed":true/,
  'two-runs': /exit 75: Another vigie/,
  reader: /"logKept":true/,
  // Nothing is wrong on such a night: two runs of one day must simply both be right, which the plan's truth checks.
  'daylight-saving': null,
}

/** Issue codes that wake somebody up. */
const ALARMS = [
  ...['too-few-postings', 'too-many-postings', 'fill-rate', 'fewer-than-usual', 'more-than-usual', 'rung-dropped'],
  ...['role-mix-drift', 'pay-share-drift', 'pay-drift', 'layout-changed', 'listing-incomplete'],
]

/** Faults of a night that nothing of what was said names. */
export function nameFaults(night: PlannedNight, said: readonly string[]): readonly string[] {
  return night.faults.flatMap((fault) => {
    const name = NAMES[fault.kind]
    if (name === null || said.some((text) => concerning(fault, text).some((part) => name.test(part)))) return []
    return [`night ${night.index}: ${JSON.stringify(fault)} is not named in ${said.join('\n').slice(0, 3_000)}`]
  })
}

/** The part of a summary that speaks of the fault's source; the whole of a message. */
function concerning(fault: Fault, text: string): readonly string[] {
  if (!('board' in fault) || !text.startsWith('{')) return [text]
  const { sources } = JSON.parse(text) as { readonly sources: readonly { readonly sourceId: string }[] }
  return sources.filter(({ sourceId }) => sourceId === fault.board).map((source) => JSON.stringify(source))
}

/** Alarms of a night about sources that nothing has happened to. */
export function countAlarms(night: PlannedNight, results: readonly NightResult[]): readonly string[] {
  const hit = new Set<string>(night.faults.flatMap((fault) => ('board' in fault ? [fault.board] : [])))
  const alarms = results.flatMap(({ crawled, drift }) => [
    ...crawled.sources.flatMap((source) => alarmsOf(source).map((alarm) => ({ sourceId: source.sourceId, alarm }))),
    ...drift.map(({ sourceId, issue }) => ({ sourceId, alarm: issue.code })),
  ])
  // A full disk is no source's own fault: it concerns them all, and what it does to them must bear its name.
  const isDiskFull = night.faults.some(({ kind }) => kind === 'disk-full')
  const isOfDisk = (alarm: string) => isDiskFull && NAMES['disk-full']?.test(alarm) === true
  const quiet = alarms.filter(({ sourceId, alarm }) => !hit.has(sourceId) && !isOfDisk(alarm))
  return [...new Set(quiet.map(({ sourceId, alarm }) => `night ${night.index} ${sourceId}: ${alarm}`))]
}

function alarmsOf({ issues, outcome, explanation }: SourceRunSummary): readonly string[] {
  const codes = Object.keys(issues).filter((code) => ALARMS.includes(code))
  return outcome === 'complete' ? codes : [...codes, `${outcome}, ${explanation}`]
}
