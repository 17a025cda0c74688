import type { Feature, Population, Quantity } from '../../domain/claim.ts'
import type { VigieDatabase } from '../open-database.ts'
import { factTable, featureSql, populationSql, quantitySql } from './feature-sql.ts'
import type { MarketFacts } from './market-facts.ts'
import type { Sample } from './sample.ts'

/** What is counted of each vacancy: a number, whether a feature holds (0 or 1), or which of several hold (bit i). */
export type Counted =
  | { readonly quantity: Quantity; readonly withoutOpenPay?: boolean }
  | {
      readonly feature: Feature
      readonly among?: Feature
      /** Only vacancies first seen before this ISO day, or on it and after; the others count as missing. */
      readonly before?: string
      readonly since?: string
    }
  | { readonly features: readonly Feature[] }

/**
 * Counts the vacancies of a population by cluster, source and value: one aggregate in SQL, in a fixed order. A vacancy
 * for which `among` does not hold, or which states no such number, counts as missing.
 */
export function readSample(db: VigieDatabase, facts: MarketFacts, population: Population, counted: Counted): Sample {
  const rows = db
    .prepare<[], readonly [number, number, number | null, number, number, number]>(
      `SELECT cluster_no, source_no, ${valueSql(counted, facts)} AS value, COUNT(*), SUM(is_unnamed), SUM(postings)
       FROM ${factTable(population)} WHERE ${populationSql(population, facts.bits)}
       GROUP BY cluster_no, source_no, value ORDER BY cluster_no, source_no, value`,
    )
    .raw()
    .all()
  const present = rows.filter((row) => row[2] !== null)
  let postings = 0
  let missing = 0
  for (const row of rows) {
    if (row[2] === null) missing += row[3]
    else postings += row[5]
  }
  return {
    cluster: Int32Array.from(present, (row) => row[0]),
    source: Int32Array.from(present, (row) => row[1]),
    value: Float64Array.from(present, (row) => row[2] ?? Number.NaN),
    count: Float64Array.from(present, (row) => row[3]),
    unnamed: Float64Array.from(present, (row) => row[4]),
    postings,
    missing,
  }
}

/** SQL over `market_fact` for what is counted of a vacancy. */
export function valueSql(counted: Counted, facts: MarketFacts): string {
  if ('quantity' in counted) {
    const sql = quantitySql(counted.quantity)
    return counted.withoutOpenPay === true ? `CASE WHEN is_pay_open = 0 THEN ${sql} END` : sql
  }
  if ('features' in counted) {
    const bits = counted.features.map((feature, index) => `(${featureSql(feature, facts.bits)} << ${index})`)
    return bits.length === 0 ? '0' : `(${bits.join(' | ')})`
  }
  const sql = featureSql(counted.feature, facts.bits)
  const conditions = [
    ...(counted.among === undefined ? [] : [featureSql(counted.among, facts.bits)]),
    ...(counted.before === undefined ? [] : [`first_seen_on_date < '${counted.before}'`]),
    ...(counted.since === undefined ? [] : [`first_seen_on_date >= '${counted.since}'`]),
  ]
  return conditions.length === 0 ? sql : `CASE WHEN ${conditions.join(' AND ')} THEN ${sql} END`
}
