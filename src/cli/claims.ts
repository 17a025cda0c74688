import { existsSync } from 'node:fs'
import type { Claim } from '../domain/claim.ts'
import { populationLabel } from '../report/judge/population-label.ts'
import { measureLabel } from '../report/judge/write-sentence.ts'
import { formatFigure, formatInterval } from '../report/render/language/format-figures.ts'
import { type LastVerdict, readLastVerdicts } from '../store/snapshots/read-last-verdicts.ts'
import { readConfig } from './config/read-config.ts'
import { nearest } from './config/suggest.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { loadClaims } from './load-claims.ts'
import { openExistingStore } from './open-store.ts'
import { counted, say, sayJson } from './say.ts'
import { UserError } from './user-error.ts'

type ClaimsOptions = GlobalOptions & { readonly lang?: 'fr' | 'en' }
type Verdicts = ReadonlyMap<string, LastVerdict>

/** `vigie claims [id]`: the claims with the verdict of the last snapshot, or one of them with its test. */
export async function runClaims(options: ClaimsOptions, [id]: readonly string[]): Promise<ExitCode> {
  const config = readConfig(options)
  const { claims, articles } = loadClaims()
  const verdicts = lastVerdicts(config.database)
  const lang = options.lang ?? config.language
  if (id !== undefined) {
    const claim = claims.find((each) => each.id === id) ?? unknownClaim(id, claims)
    const verdict = verdicts.get(claim.id) ?? null
    if (options.json === true) sayJson({ ...claim, lastVerdict: verdict })
    else sayClaim(claim, verdict, lang)
    return EXIT.ok
  }
  if (options.json === true) {
    sayJson(claims.map((claim) => ({ ...claim, lastVerdict: verdicts.get(claim.id) ?? null })))
    return EXIT.ok
  }
  const width = Math.max(...claims.map((claim) => claim.id.length))
  for (const article of articles) {
    say(`\n${article.id}  ${article.title}${article.datePublished === null ? '' : ` (${article.datePublished})`}`)
    for (const claim of claims.filter((each) => each.article === article.id)) {
      const verdict = verdicts.get(claim.id)?.verdict ?? ''
      say(cut(`  ${claim.id.padEnd(width)}  ${verdict.padEnd(17)}  ${claim.statement[lang]}`))
    }
  }
  return EXIT.ok
}

/** A line no wider than the terminal; whole where the output goes into a file or a pipe. */
function cut(line: string): string {
  const width = process.stdout.columns
  return width === undefined || line.length <= width ? line : `${line.slice(0, width - 1)}…`
}

function lastVerdicts(path: string): Verdicts {
  if (!existsSync(path)) return new Map()
  const database = openExistingStore(path)
  try {
    return readLastVerdicts(database)
  } finally {
    database.close()
  }
}

function unknownClaim(id: string, claims: readonly Claim[]): never {
  const near = nearest(
    id,
    claims.map((claim) => claim.id),
  )
  throw new UserError(
    `No claim is called ${id}.${near === null ? ' vigie claims lists them all.' : ` Did you mean ${near}?`}`,
  )
}

function sayClaim(claim: Claim, last: LastVerdict | null, lang: 'fr' | 'en'): void {
  say(`${claim.id}: ${claim.statement[lang]}`)
  const { test } = claim
  if (test.testable === 'no') {
    say(`not testable: ${test.reason[lang]}`)
    return
  }
  const { population, measure, comparator, proxy, direction, minVacancies, minEmployers, caveats } = test
  const lines: readonly (readonly [string, string | null])[] = [
    ['judged on', populationLabel(population)[lang]],
    ['figure', measureLabel(measure, {})[lang]],
    ['proxy', proxy === null ? null : `${proxy[lang]} (${direction})`],
    ['at least', `${minVacancies} vacancies of ${minEmployers} employers`],
    ['caveats', caveats.length === 0 ? null : caveats.join(', ')],
    ['against', claim.against.length === 0 ? null : claim.against.join(', ')],
    ['last verdict', last === null ? 'none yet: vigie report' : verdictOf(last, lang)],
    ['population', JSON.stringify(population)],
    ['measure', JSON.stringify(measure)],
    ['compared with', JSON.stringify(comparator)],
  ]
  for (const [name, value] of lines) if (value !== null) say(`  ${name.padEnd(14)} ${value}`)
}

function verdictOf(last: LastVerdict, lang: 'fr' | 'en'): string {
  const { verdict, snapshotId, value, low, high, unit, vacancyCount, employerCount } = last
  const on = `${counted(vacancyCount, 'vacancy', 'vacancies')} of ${counted(employerCount, 'employer')}`
  if (value === null || low === null || high === null || unit === null) return `${verdict} (${snapshotId}), ${on}`
  return `${verdict} (${snapshotId}): ${formatFigure(value, unit, lang)} [${formatInterval(low, high, unit, lang)}], ${on}`
}
