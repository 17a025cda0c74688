import { existsSync } from 'node:fs'
import type { Claim } from '../domain/claim.ts'
import { type ClaimPage, claimPage } from '../report/claims/claim-page.ts'
import type { PageLine } from '../report/claims/describe-counted.ts'
import { type CountedVerdict, lastVerdictLines, verdictWord } from '../report/claims/last-verdict-lines.ts'
import type { VigieDatabase } from '../store/open-database.ts'
import { readGroupVacancies } from '../store/snapshots/read-group-vacancies.ts'
import { type LastVerdict, readLastVerdicts } from '../store/snapshots/read-last-verdicts.ts'
import { readConfig } from './config/read-config.ts'
import { nearest } from './config/suggest.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { loadClaims } from './load-claims.ts'
import { openExistingStore } from './open-store.ts'
import { say, sayJson } from './say.ts'
import { UserError } from './user-error.ts'

type ClaimsOptions = GlobalOptions & { readonly lang?: 'fr' | 'en' }

/** `vigie claims [id]`: the claims with the verdict of the last snapshot, or one of them on a page of its own. */
export async function runClaims(options: ClaimsOptions, [id]: readonly string[]): Promise<ExitCode> {
  const config = readConfig(options)
  const { claims, articles } = loadClaims()
  if (id !== undefined) {
    const claim = claims.find((each) => each.id === id) ?? unknownClaim(id, claims)
    const counted = fromDatabase(config.database, (database) => lastVerdictOf(database, claim.id))
    if (options.json === true) sayJson({ ...claim, lastVerdict: counted?.last ?? null })
    else {
      // English as all that commands print, unless asked otherwise; the article's words are French in any case.
      const lang = options.lang ?? 'en'
      const article = articles.find((each) => each.id === claim.article)
      sayClaim(claimPage(claim, { article, claims, lang }), lastVerdictLines(claim, counted, lang))
    }
    return EXIT.ok
  }
  const verdicts = fromDatabase(config.database, readLastVerdicts) ?? new Map<string, LastVerdict>()
  if (options.json === true) {
    sayJson(claims.map((claim) => ({ ...claim, lastVerdict: verdicts.get(claim.id) ?? null })))
    return EXIT.ok
  }
  const lang = options.lang ?? config.language
  const width = Math.max(...claims.map((claim) => claim.id.length))
  for (const article of articles) {
    say(`\n${article.id}  ${article.title}${article.datePublished === null ? '' : ` (${article.datePublished})`}`)
    for (const claim of claims.filter((each) => each.article === article.id)) {
      const verdict = verdicts.get(claim.id)?.verdict
      const word = verdict === undefined ? '' : verdictWord(verdict, lang)
      say(cut(`  ${claim.id.padEnd(width)}  ${word.padEnd(WIDEST_VERDICT)}  ${claim.statement[lang]}`))
    }
  }
  return EXIT.ok
}

const WIDEST_VERDICT = 17

/** A line no wider than the terminal; whole where the output goes into a file or a pipe. */
function cut(line: string): string {
  const width = process.stdout.columns
  return width === undefined || line.length <= width ? line : `${line.slice(0, width - 1)}…`
}

/** What a database says; null when there is none yet. */
function fromDatabase<Read>(path: string, read: (database: VigieDatabase) => Read): Read | null {
  if (!existsSync(path)) return null
  const database = openExistingStore(path)
  try {
    return read(database)
  } finally {
    database.close()
  }
}

function lastVerdictOf(database: VigieDatabase, claimId: string): CountedVerdict | null {
  const last = readLastVerdicts(database).get(claimId)
  return last === undefined ? null : { last, groupVacancies: readGroupVacancies(database, last.snapshotId, claimId) }
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

function sayClaim(page: ClaimPage, last: readonly PageLine[]): void {
  say(`${page.id}  ${page.theme}\n`)
  for (const statement of page.statements) sayWrapped('  ', statement)
  sayWrapped('  ', page.article)
  const all = [...page.parts.flatMap(({ lines }) => lines), ...last]
  const width = Math.max(...all.map(([label]) => label.length))
  for (const { heading, lines } of page.parts) {
    say(`\n${heading}`)
    for (const [label, text] of lines) sayWrapped(`  ${label.padEnd(width)}  `, text)
  }
  say('')
  for (const [label, text] of last) sayWrapped(`${label.padEnd(width + 2)}  `, text)
}

/** A text in lines no wider than the page, each under the first. */
function sayWrapped(before: string, text: string): void {
  const room = Math.max(LEAST_TEXT, Math.min(process.stdout.columns ?? PAGE, PAGE) - before.length)
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  for (const [index, line] of lines.entries()) say(`${index === 0 ? before : ' '.repeat(before.length)}${line}`)
}

const PAGE = 100
const LEAST_TEXT = 30
