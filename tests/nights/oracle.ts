import type { VigieDatabase } from '../../src/store/open-database.ts'
import { boardDayOf, type PlannedNight } from './plan.ts'

interface RunRow {
  readonly runSourceId: number
  readonly sourceId: string
  readonly outcome: string
  readonly day: string
}

interface SeenRun {
  readonly isComplete: boolean
  readonly refs: ReadonlySet<string>
}

interface Known {
  goneOn: string | null
  everSeen: boolean
}

/**
 * Keeps its own book of what the plan's nights must have left in the database, and compares. It knows the plan and the
 * outcomes of runs, and reads sightings only of runs that did not end well.
 */
export class Oracle {
  readonly #database: VigieDatabase
  readonly #runs = new Map<string, SeenRun[]>()
  readonly #known = new Map<string, Map<string, Known>>()
  readonly #days: string[] = []
  #lastRun = 0

  constructor(database: VigieDatabase) {
    this.#database = database
  }

  /** Takes a night in and returns what differs from the plan, one line each. */
  check(night: PlannedNight): readonly string[] {
    const wrong: string[] = []
    this.#days.push(night.day)
    for (const run of this.#newRuns()) wrong.push(...this.#takeRun(run, night))
    for (const [source, known] of this.#known) wrong.push(...this.#comparePostings(source, known, night))
    wrong.push(...this.#compareTexts(night))
    return wrong
  }

  #newRuns(): readonly RunRow[] {
    const rows = this.#database
      .prepare<[number], RunRow>(`
        SELECT rs.run_source_id AS runSourceId, rs.source_id AS sourceId, rs.outcome, r.seen_on_date AS day
        FROM run_source rs JOIN run r USING (run_id) WHERE rs.run_source_id > ? ORDER BY rs.run_source_id`)
      .all(this.#lastRun)
    this.#lastRun = rows.at(-1)?.runSourceId ?? this.#lastRun
    return rows
  }

  #takeRun({ runSourceId, sourceId, outcome, day }: RunRow, night: PlannedNight): readonly string[] {
    const where = `night ${night.index} (${night.day}) ${sourceId}`
    const wrong: string[] = []
    if (day !== night.day) wrong.push(`${where}: seen on ${day}`)
    const truth = new Set(night.live[sourceId as keyof typeof night.live].map(({ ref }) => ref))
    const seen = new Set(
      this.#database
        .prepare<[number], string>(
          'SELECT ext_id FROM sighting JOIN posting USING (posting_id) WHERE run_source_id = ?',
        )
        .pluck()
        .all(runSourceId),
    )
    const invented = [...seen].filter((ref) => !truth.has(ref))
    if (invented.length > 0) wrong.push(`${where}: ${invented.length} ads seen that were not there: ${invented[0]}`)
    const isComplete = outcome === 'complete'
    const missed = [...truth].filter((ref) => !seen.has(ref))
    if (isComplete && missed.length > 0) wrong.push(`${where}: complete, but ${missed.length} ads missed: ${missed[0]}`)
    if (outcome === 'running') wrong.push(`${where}: still running`)
    this.#book(sourceId, { isComplete, refs: seen }, day)
    return wrong
  }

  #book(sourceId: string, run: SeenRun, day: string): void {
    const runs = this.#runs.get(sourceId) ?? []
    runs.push(run)
    this.#runs.set(sourceId, runs)
    const known = this.#known.get(sourceId) ?? new Map<string, Known>()
    this.#known.set(sourceId, known)
    for (const ref of run.refs) known.set(ref, { goneOn: null, everSeen: true })
    if (!run.isComplete) return
    // Gone: the last two complete runs and whatever ran between them did not see it.
    const before = runs.slice(0, -1).findLastIndex(({ isComplete }) => isComplete)
    if (before < 0) return
    const since = runs.slice(before)
    for (const [ref, state] of known) {
      if (state.goneOn === null && since.every(({ refs }) => !refs.has(ref))) state.goneOn = day
    }
  }

  #comparePostings(sourceId: string, known: ReadonlyMap<string, Known>, night: PlannedNight): readonly string[] {
    const where = `after night ${night.index} ${sourceId}`
    const rows = this.#database
      .prepare<[string], { readonly ref: string; readonly goneOn: string | null }>(
        'SELECT ext_id AS ref, gone_on_date AS goneOn FROM posting WHERE source_id = ?',
      )
      .all(sourceId)
    const wrong: string[] = []
    if (rows.length !== known.size) wrong.push(`${where}: ${rows.length} postings stored, ${known.size} were seen`)
    for (const { ref, goneOn } of rows) {
      const expected = known.get(ref)
      if (expected === undefined) wrong.push(`${where}: ${ref} was never seen`)
      else if (expected.goneOn !== goneOn) wrong.push(`${where}: ${ref} gone on ${goneOn}, not ${expected.goneOn}`)
    }
    return wrong
  }

  /** The current text of every ad that a complete run has just seen is the edition the plan shows. */
  #compareTexts(night: PlannedNight): readonly string[] {
    const find = this.#database.prepare<[string, string], { readonly title: string; readonly description: string }>(`
      SELECT t.title, t.description FROM posting p JOIN posting_text t ON t.text_id = p.current_text_id
      WHERE p.source_id = ? AND p.ext_id = ?`)
    return night.boards.flatMap((board) => {
      if (this.#runs.get(board)?.at(-1)?.isComplete !== true) return []
      return boardDayOf(night, board).ads.flatMap((ad) => {
        const text = find.get(board, ad.ref)
        const last = ad.blocks.at(-1)
        const mark = last !== undefined && 'p' in last ? last.p : ''
        if (text?.title === ad.title && text.description.includes(mark)) return []
        return [`night ${night.index} ${board}: the text of ${ad.ref} is not that of the night`]
      })
    })
  }
}
