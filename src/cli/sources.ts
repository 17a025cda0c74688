import { existsSync } from 'node:fs'
import { isoDay } from '../domain/clock.ts'
import { refusedSources } from '../scrapers/refused-sources.ts'
import { sources as registry } from '../scrapers/registry.ts'
import type { SourceType } from '../scrapers/source-contract.ts'
import { readSources, type SourceState } from '../store/statistics/read-sources.ts'
import { readConfig } from './config/read-config.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openForReading } from './open-store.ts'
import { say, sayJson } from './say.ts'
import { systemClock } from './system-clock.ts'
import { formatTable } from './table.ts'

/** `vigie sources`: what the database holds of each source, which types there are, and what is not crawled and why. */
export async function runSources(options: GlobalOptions): Promise<ExitCode> {
  const config = readConfig(options)
  const states = existsSync(config.database) ? readStates(config.database) : []
  const types = Object.values(registry) as readonly SourceType[]
  if (options.json === true) {
    sayJson({
      sources: states,
      configured: config.sources,
      types: types.map(({ sheet }) => sheet),
      refused: refusedSources,
    })
    return EXIT.ok
  }
  if (states.length > 0) {
    say('Sources in the database\n')
    say(
      formatTable(
        ['source', 'kind', 'last run', 'outcome', 'postings', 'new', 'gone'],
        states.map((each) => [
          ...[each.sourceId, each.kind, each.lastRunAt?.slice(0, 16).replace('T', ' ') ?? '', each.outcome ?? ''],
          ...[each.postings, each.postingsNew, each.postingsGone],
        ]),
      ),
    )
    say('')
  }
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

function readStates(path: string): readonly SourceState[] {
  const database = openForReading(path)
  try {
    return readSources(database, isoDay(systemClock.now()))
  } finally {
    database.close()
  }
}
