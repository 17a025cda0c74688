import type { CrawlRequest, CrawlSink, RunOutcome, SourceHealth, SourceRunSummary } from '../domain/crawl.ts'
import type { Issue } from '../domain/issue.ts'
import { checkAssertions } from './check-assertions.ts'
import { DEFAULT_BUDGET } from './crawl-budget.ts'
import { believeEmpty, explainSilence, LISTING_INCOMPLETE } from './explain-silence.ts'
import { AssertionFailedError } from './http/errors.ts'
import { PageVisitor, type StopReason } from './page-visitor.ts'
import { ProgressMeter } from './progress.ts'
import type { SourceRun } from './source-run.ts'

/** Pages of one source under way at once, from the question to the stored answer, when a benchmark's clock sets no limit. */
const MOST_IN_FLIGHT = 16
/** Outcomes whose finds are judged by the source's assertions. */
const JUDGED: readonly RunOutcome[] = ['complete', 'partial']

/**
 * Crawls one source to the end of its queue, its budget or its host's patience. Never throws for what a host or page
 * does: the summary says how it ended, in words a person can act on.
 */
export async function runSource(run: SourceRun): Promise<SourceRunSummary> {
  const { source, sink, frontier } = run
  const seeds = source.type.seeds(source.options, run.today)
  frontier.enqueue(seeds)
  const stop = await drain(run, seeds)
  const found = new Finds(sink)
  const ended = stop ?? endOfQueue(run, found)
  const { outcome, explanation } = JUDGED.includes(ended.outcome) ? assess(run, ended, found) : ended
  const { health } = found
  return {
    sourceId: source.options.id,
    outcome,
    explanation,
    pages: health.pages,
    bytes: health.bytes,
    postingsFound: health.postings,
    postingsNew: health.postingsNew,
    accounting: health.accounting,
    issues: health.issues,
  }
}

async function drain(run: SourceRun, seeds: readonly CrawlRequest[]): Promise<StopReason | null> {
  const { frontier, clock, hostClock, signal, source } = run
  const budget = { ...DEFAULT_BUDGET, ...source.budget }
  const deadline = Math.min(run.deadline, clock.now() + budget.maxMs)
  const meter = new ProgressMeter(source.options.id)
  const report = (waitingUntil: number | null) =>
    run.onProgress?.(meter.read(frontier.counts(), clock.now(), waitingUntil))
  const visitor = new PageVisitor(run, seeds, budget, deadline)
  const inFlight = new Set<Promise<void>>()
  let wake = () => {}
  const most = Math.min(hostClock.maxInFlightPerHost, MOST_IN_FLIGHT)
  report(null)
  while (visitor.stopReason === null) {
    for (const lease of inFlight.size < most ? frontier.lease(most - inFlight.size, clock.now()) : []) {
      const visit = visitor
        .visit(lease)
        .catch((error: unknown) => visitor.crash(error))
        .finally(() => {
          inFlight.delete(visit)
          meter.tick(clock.now())
          wake()
        })
      inFlight.add(visit)
    }
    if (inFlight.size > 0) {
      // No `Promise.race`: it would hang a reaction on every page under way, each time.
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      report(null)
      continue
    }
    const due = frontier.nextDue()
    if (due === null) break
    if (due > deadline) {
      visitor.outOfTime(source.options.url)
      break
    }
    report(due)
    await clock.sleep(Math.max(1, due - clock.now()), signal).catch(() => visitor.interrupt())
  }
  await Promise.all(inFlight)
  report(null)
  return visitor.stopReason
}

/** What a drained run found, counted again only after something was noted: it takes a look at every page of the run. */
class Finds {
  readonly #sink: CrawlSink
  #health: SourceHealth

  constructor(sink: CrawlSink) {
    this.#sink = sink
    this.#health = sink.health()
  }

  get health(): SourceHealth {
    return this.#health
  }

  note(issues: readonly Issue[]): void {
    for (const issue of issues) this.#sink.note(issue)
    if (issues.length > 0) this.#health = this.#sink.health()
  }
}

function endOfQueue({ frontier }: SourceRun, found: Finds): StopReason {
  const { done, failed } = frontier.counts()
  const { postings, issues } = found.health
  const isWhole = issues[LISTING_INCOMPLETE] === undefined
  if (failed === 0 && isWhole) return { outcome: 'complete', explanation: null }
  if (postings === 0) return fallSilent(found)
  const missing = failed > 0 ? `${failed} of ${done + failed} pages could not be fetched.` : ''
  const cut = isWhole ? '' : `A listing could not be read whole (${Object.keys(issues).join(', ')}).`
  const what = [cut, missing].filter((part) => part !== '').join(' ')
  return { outcome: 'partial', explanation: `${what} What was read is kept, nothing is marked gone.` }
}

function fallSilent(found: Finds): StopReason {
  const { issue, outcome, explanation } = explainSilence(found.health)
  if (found.health.issues[issue.code] === undefined) found.note([issue])
  return { outcome, explanation }
}

function assess({ source }: SourceRun, ended: StopReason, found: Finds): StopReason {
  if (source.limit !== undefined) return ended
  const { assertions } = source.type.sheet
  const empty = ended.outcome === 'complete' && found.health.postings === 0 && believeEmpty(found.health, assertions)
  if (empty) {
    found.note([empty])
    return ended
  }
  const { failures, warnings } = checkAssertions(assertions, found.health)
  found.note([...warnings, ...failures])
  if (failures.length === 0) return ended
  if (found.health.postings === 0) return fallSilent(found)
  const error = new AssertionFailedError(describe(failures, ended))
  return { outcome: 'failed', explanation: error.message }
}

function describe(failures: readonly Issue[], { explanation }: StopReason): string {
  const what = failures.map(({ message }) => message).join(' ')
  const why = explanation ?? 'What was read is kept, nothing is marked gone.'
  return `Less than a healthy run: ${what} ${why} Look at the source by hand.`
}
