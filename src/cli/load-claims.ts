import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, Claim } from '../domain/claim.ts'
import { linkDisputes } from '../report/claims/link-disputes.ts'
import { parseClaims } from '../report/claims/parse-claims.ts'
import { shipped } from './package-root.ts'

/** All claims of the shipped articles, in the order of files and entries. */
export interface ClaimCatalogue {
  readonly articles: readonly Article[]
  readonly claims: readonly Claim[]
  /** Changes when any file of claims does. */
  readonly version: string
}

/** Reads the claims of every article of `claims/`. Throws ClaimFileError for a file that cannot be used. */
export function loadClaims(folder: string = shipped('claims')): ClaimCatalogue {
  const hash = createHash('sha256')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      hash.update(`${name}\n${text}\n`)
      return parseClaims(text, name)
    })
  return {
    articles: files.map(({ article }) => article),
    claims: linkDisputes(files.flatMap(({ claims }) => claims)),
    version: hash.digest('hex').slice(0, 12),
  }
}
