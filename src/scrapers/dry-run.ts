import type { Accounting } from '../domain/accounting.ts'
import type { Capture } from '../domain/capture.ts'
import type { CrawlSink, Lease, ParsedPage, SourceHealth } from '../domain/crawl.ts'
import type { Issue } from '../domain/issue.ts'
import type { PostingDraft } from '../domain/posting.ts'
import type { FillField } from '../domain/source.ts'
import type { OpenedSource } from './crawl.ts'
import { MemoryFrontier } from './memory-frontier.ts'

/** What a look at one source found. */
export interface DryRunFinds {
  readonly postings: readonly PostingDraft[]
  readonly issues: readonly Issue[]
}

/** `vigie crawl --dry-run`: the whole road to a source and through its parser, and nothing stored. */
export class DryRun {
  readonly #sinks = new Map<string, CollectingSink>()

  /** Takes the place of the store's run in `crawl`. */
  openSource(sourceId: string): OpenedSource {
    const frontier = new MemoryFrontier()
    const sink = new CollectingSink(frontier)
    this.#sinks.set(sourceId, sink)
    return { kind: 'open', frontier, sink }
  }

  /** What was read from a source, in the order in which it was read. */
  finds(sourceId: string): DryRunFinds {
    const sink = this.#sinks.get(sourceId)
    return { postings: sink?.postings ?? [], issues: sink?.issues ?? [] }
  }
}

const FILLED: Readonly<Record<FillField, (draft: PostingDraft) => unknown>> = {
  title: (draft) => draft.title,
  description: (draft) => draft.description,
  hiringOrganization: (draft) => draft.hiringOrganization,
  jobLocation: (draft) => draft.jobLocation,
  employmentType: (draft) => draft.employmentType,
  salaryText: (draft) => draft.salaryText,
  baseSalary: (draft) => draft.baseSalary,
  datePosted: (draft) => draft.datePosted,
}

class CollectingSink implements CrawlSink {
  readonly issues: Issue[] = []
  readonly #frontier: MemoryFrontier
  readonly #drafts = new Map<string, PostingDraft>()
  readonly #skipped: Record<string, number> = {}
  #records = 0
  #pages = 0
  #bytes = 0
  #rung: ParsedPage['rung'] | null = null

  constructor(frontier: MemoryFrontier) {
    this.#frontier = frontier
  }

  get postings(): readonly PostingDraft[] {
    return [...this.#drafts.values()]
  }

  record(lease: Lease, capture: Capture, page: ParsedPage): void {
    this.#pages += 1
    this.#bytes += capture.body.byteLength
    this.#rung = page.rung
    this.#records += page.postings.length + page.skipped.length
    for (const draft of page.postings) {
      if (this.#drafts.has(draft.extId)) this.#skip('duplicate-in-input')
      else this.#drafts.set(draft.extId, draft)
    }
    for (const { reason } of page.skipped) this.#skip(reason)
    this.issues.push(...page.issues)
    this.#frontier.enqueue(page.follow)
    this.#frontier.complete(lease)
  }

  recall(): null {
    return null
  }

  recordUnchanged(lease: Lease): void {
    this.#frontier.complete(lease)
  }

  note(issue: Issue): void {
    this.issues.push(issue)
  }

  health(): SourceHealth {
    const drafts = this.postings
    const filled = Object.fromEntries(
      Object.entries(FILLED).map(([field, read]) => {
        return [field, drafts.filter((draft) => read(draft) !== null && read(draft) !== '').length]
      }),
    ) as Record<FillField, number>
    return {
      ...{ postings: drafts.length, postingsNew: drafts.length, pages: this.#pages, bytes: this.#bytes, filled },
      ...{
        rung: this.#rung,
        previousRung: null,
        recentGoodRuns: [],
        shrunkRuns: [],
        emptyDays: 0,
        lostPages: 0,
        accounting: this.#accounting(),
      },
      issues: countBy(this.issues.map(({ code }) => code)),
    }
  }

  #accounting(): readonly Accounting[] {
    const { queued, leased, done, failed } = this.#frontier.counts()
    const left = { 'still-queued': queued + leased, failed, 'left-out': done - this.#pages }
    const skipped = Object.fromEntries(Object.entries(left).filter(([, count]) => count > 0))
    return [
      { stage: 'fetch', in: queued + leased + done + failed, out: this.#pages, skipped },
      { stage: 'parse', in: this.#records, out: this.#drafts.size, skipped: { ...this.#skipped } },
    ]
  }

  #skip(reason: string): void {
    this.#skipped[reason] = (this.#skipped[reason] ?? 0) + 1
  }
}

function countBy(codes: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
