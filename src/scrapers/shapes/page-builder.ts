import type { Rung } from '../../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../domain/crawl.ts'
import type { SkipReason } from '../../domain/issue.ts'
import type { PostingDraft } from '../../domain/posting.ts'
import { endsCut } from './ends-cut.ts'
import { IssueLog } from './issue-log.ts'

/** Collects what a parser makes of one capture; a posting without key, title or text is skipped with its reason. */
export class PageBuilder {
  readonly log = new IssueLog()
  readonly #postings: PostingDraft[] = []
  readonly #skipped: { readonly reason: SkipReason; readonly ref: string | null }[] = []
  readonly #follow: CrawlRequest[] = []
  readonly #seen = new Set<string>()

  /** Number of records taken in so far: postings and skipped ones. */
  get size(): number {
    return this.#postings.length + this.#skipped.length
  }

  add(draft: PostingDraft): void {
    const reason = this.#reasonToSkip(draft)
    if (reason !== null) {
      this.skip(reason, draft.extId || draft.url)
      return
    }
    this.#seen.add(draft.extId)
    this.#postings.push(draft.isTruncated || !endsCut(draft.description) ? draft : { ...draft, isTruncated: true })
  }

  skip(reason: SkipReason, ref: string | null): void {
    this.#skipped.push({ reason, ref })
  }

  follow(request: CrawlRequest): void {
    this.#follow.push(request)
  }

  build(rung: Rung): ParsedPage {
    return {
      postings: this.#postings,
      skipped: this.#skipped,
      follow: this.#follow,
      issues: this.log.list(),
      rung,
    }
  }

  #reasonToSkip(draft: PostingDraft): SkipReason | null {
    if (draft.extId === '') return 'no-id'
    if (this.#seen.has(draft.extId)) return 'duplicate-in-input'
    if (draft.title === '') return 'no-title'
    return draft.description === '' ? 'no-text' : null
  }
}
