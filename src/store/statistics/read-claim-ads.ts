import type { Population } from '../../domain/claim.ts'
import type { VigieDatabase } from '../open-database.ts'
import { factTable, populationSql } from './feature-sql.ts'
import type { MarketFacts } from './market-facts.ts'
import { type Counted, valueSql } from './read-sample.ts'

/** The vacancies behind a verdict. */
export interface ClaimAds {
  /** Vacancy ids: highest value first (those with the feature), newest first among equals. */
  readonly vacancyIds: readonly number[]
  /** How many there are in all. */
  readonly count: number
}

/** Ids of the first `limit` vacancies of a population that have a value. */
export function readClaimAds(
  db: VigieDatabase,
  facts: MarketFacts,
  population: Population,
  counted: Counted,
  limit: number,
): readonly number[] {
  return db
    .prepare<{ limit: number }, number>(
      `SELECT vacancy_id FROM (SELECT vacancy_id, ${valueSql(counted, facts)} AS value FROM ${factTable(population)}
         WHERE ${populationSql(population, facts.bits)})
       WHERE value IS NOT NULL ORDER BY value > 0 DESC, vacancy_id DESC LIMIT :limit`,
    )
    .pluck()
    .all({ limit })
}
