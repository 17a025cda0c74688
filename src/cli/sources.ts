import { existsSync } from 'node:fs'
import { refusedSources } from '../scrapers/refused-sources.ts'
import { sources as registry } from '../scrapers/registry.ts'
import type { SourceType } from '../scrapers/source-contract.ts'
import { readSourceStatus, type SourceStatus } from '../store/crawl/source-status.ts'
import { readConfig } from './config/read-config.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openForReading } from './open-store.ts'
import { say, sayJson } from './say.ts'
import { formatTable } from './table.ts'

/** `vigie sources`: what the database holds of each source, which types there are, and what is not crawled and why. */
export async function runSources(options: GlobalOptions): Promise<ExitCode> {
  const config = readConfig(options)
  const known = existsSync(config.database) ? readKnown(config.database) : []
  const types = Object.values(registry) as readonly SourceType[]
  if (options.json === true) {
    sayJson({
      sources: known,
      configured: config.sources,
      types: types.map(({ sheet }) => sheet),
      refused: refusedSources,
    })
    return EXIT.ok
  }
  if (known.length > 0) sayKnown(known)
  say('Source types (use: in the configuration)\n')
  for (const { sheet, options: keys } of types) {
    const takes = Object.keys(keys)
    say(
      `${sheet.id.padEnd(16)} ${sheet.name}; ${sheet.kind}; keeps ${sheet.keeps}${takes.length === 0 ? '' : `; options: ${takes.join(', ')}`}`,
    )
    say(`${''.padEnd(16)} permission: ${sheet.permission}`)
    say(`${''.padEnd(16)} terms: ${sheet.terms}`)
  }
  say('\nNot crawled\n')
  for (const { name, reason, instead } of refusedSources) say(`${name}\n  ${reason}\n  ${instead}`)
  return EXIT.ok
}

function sayKnown(known: readonly SourceStatus[]): void {
  say('Sources in the database\n')
  say(
    formatTable(
      ['source', 'type', 'ads', 'live', 'last run', 'outcome', 'last whole run', 'ads then'],
      known.map((each) => [
        ...[each.sourceId, each.sourceType, each.postings, each.postingsLive],
        ...[each.lastRunOn, each.lastOutcome, each.lastGoodRunOn, each.lastGoodPostings],
      ]),
    ),
  )
  for (const { sourceId, lastExplanation } of known)
    if (lastExplanation !== null) say(`${sourceId}: ${lastExplanation}`)
  say('')
}

function readKnown(path: string): readonly SourceStatus[] {
  const database = openForReading(path)
  try {
    return readSourceStatus(database)
  } finally {
    database.close()
  }
}
