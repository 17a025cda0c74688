import type { VigieDatabase } from './open-database.ts'

/** Whose ads a database holds: those of the bundled sample market, those of real employers, none yet; never both. */
export interface MarketKinds {
  /** A night of the sample market was begun. */
  readonly sample: boolean
  /** A crawl or an import brought ads. */
  readonly real: boolean
}

/** Whose ads a database holds. */
export function readMarketKinds(database: VigieDatabase): MarketKinds {
  const row = database
    .prepare<[], { readonly sample: number; readonly real: number }>(
      `SELECT EXISTS (SELECT 1 FROM run WHERE kind = 'demo') AS sample,
         EXISTS (SELECT 1 FROM run_source JOIN run USING (run_id) WHERE kind <> 'demo' AND postings_new > 0) AS real`,
    )
    .get()
  return { sample: row?.sample === 1, real: row?.real === 1 }
}
