import type { Claim } from '../../domain/claim.ts'
import type { Estimate, Verdict } from '../../domain/verdict.ts'
import type { VigieDatabase } from '../open-database.ts'
import { listClaimSamples } from './claim-samples.ts'
import { populationSql } from './feature-sql.ts'
import { type MarketFacts, makeMarketFacts } from './market-facts.ts'
import { valueSql } from './read-sample.ts'
import { withoutForeignKeys } from './without-foreign-keys.ts'
import { listWordQueries } from './word-queries.ts'

/** A figure of the snapshot as every SQLite client can read it. */
export interface StatCell {
  readonly stat: string
  readonly group: string
  readonly estimate: Estimate | null
  readonly vacancies: number
}

/** What of a report is kept in tables. */
export interface SnapshotRecord {
  readonly snapshotId: string
  readonly asOfDate: string
  readonly windowFrom: string | null
  readonly versions: Readonly<Record<string, string>>
  readonly cells: readonly StatCell[]
  readonly verdicts: readonly {
    readonly claim: Claim
    readonly verdict: Verdict
    readonly estimate: Estimate | null
    readonly band: { readonly low: number | null; readonly high: number | null } | null
    readonly caveats: readonly string[]
    readonly fragile: boolean
  }[]
}

/**
 * Stores a snapshot with its figures, verdicts and the vacancies behind each, in one transaction; one of the same name
 * is replaced.
 *
 * @param finish the last step of the transaction: when it throws, everything stays as it was.
 */
export function storeSnapshot(db: VigieDatabase, record: SnapshotRecord, finish: () => void = () => {}): void {
  const { snapshotId, asOfDate, windowFrom, versions, cells } = record
  const claims = record.verdicts.map(({ claim }) => claim)
  const facts = makeMarketFacts(db, { asOfDate, fromDate: windowFrom }, listWordQueries(claims))
  putInOrder(db)
  // In the order of the keys every row is appended: pages fill up and are written once.
  const inKeyOrder = [...record.verdicts].sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1))
  const write = db.transaction(() => {
    db.prepare('DELETE FROM snapshot WHERE snapshot_id = ?').run(snapshotId)
    db.prepare('INSERT INTO snapshot VALUES (?, ?, ?, ?)').run(
      snapshotId,
      asOfDate,
      windowFrom,
      JSON.stringify(versions),
    )
    storeClaims(db, claims)
    storeCells(db, snapshotId, cells)
    for (const line of inKeyOrder) storeVerdict(db, facts, snapshotId, line)
    finish()
  })
  // Replacing a snapshot needs the keys, to take its rows along; a new one has nothing to take.
  const isNew = db.prepare('SELECT 1 FROM snapshot WHERE snapshot_id = ?').get(snapshotId) === undefined
  if (isNew) withoutForeignKeys(db, write)
  else write()
  db.exec('DROP TABLE temp.market_in_order')
}

/** The facts once more in the order of the vacancies: rows of `verdict_vacancy` then need no sort for each claim. */
function putInOrder(db: VigieDatabase): void {
  db.exec(`
    DROP TABLE IF EXISTS temp.market_in_order;
    CREATE TEMP TABLE market_in_order AS
    SELECT f.vacancy_id AS vacancy_id, c.cluster_key, f.*
    FROM temp.market_fact f JOIN temp.market_cluster c ON c.cluster_no = f.cluster_no ORDER BY f.vacancy_id`)
}

function storeClaims(db: VigieDatabase, claims: readonly Claim[]): void {
  const insert = db.prepare(
    `INSERT INTO claim VALUES (?, ?, ?, ?, ?) ON CONFLICT (claim_id) DO UPDATE SET article_id = excluded.article_id,
       statement_fr = excluded.statement_fr, statement_en = excluded.statement_en, claim_json = excluded.claim_json`,
  )
  for (const claim of claims) {
    insert.run(claim.id, claim.article, claim.statement.fr, claim.statement.en, JSON.stringify(claim))
  }
}

function storeCells(db: VigieDatabase, snapshotId: string, cells: readonly StatCell[]): void {
  const insert = db.prepare('INSERT INTO stat_cell VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  for (const { stat, group, estimate, vacancies } of cells) {
    insert.run(
      snapshotId,
      stat,
      group,
      estimate?.unit ?? 'count',
      estimate?.value ?? null,
      estimate?.low ?? null,
      estimate?.high ?? null,
      estimate?.nPostings ?? 0,
      estimate?.nVacancies ?? vacancies,
      estimate?.nEmployers ?? 0,
      estimate?.shareMissing ?? 0,
    )
  }
}

function storeVerdict(
  db: VigieDatabase,
  facts: MarketFacts,
  snapshotId: string,
  { claim, verdict, estimate, band, caveats, fragile }: SnapshotRecord['verdicts'][number],
): void {
  db.prepare('INSERT INTO verdict VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    snapshotId,
    claim.id,
    verdict,
    estimate?.value ?? null,
    estimate?.low ?? null,
    estimate?.high ?? null,
    estimate?.unit ?? null,
    band?.low ?? null,
    band?.high ?? null,
    estimate?.nVacancies ?? 0,
    estimate?.nEmployers ?? 0,
    estimate?.shareMissing ?? 0,
    fragile ? 1 : 0,
    JSON.stringify(caveats),
  )
  const samples = [...listClaimSamples(claim.test)].sort((a, b) => (a.side < b.side ? -1 : a.side > b.side ? 1 : 0))
  for (const { side, population, counted } of samples) {
    db.prepare(
      `INSERT OR IGNORE INTO verdict_vacancy
       SELECT :snapshot, :claim, vacancy_id, :side, ${valueSql(counted, facts)}, cluster_key
       FROM temp.market_in_order WHERE ${populationSql(population, facts.bits)} ORDER BY rowid`,
    ).run({ snapshot: snapshotId, claim: claim.id, side })
  }
}
