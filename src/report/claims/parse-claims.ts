import { parse } from 'yaml'
import type { z } from 'zod'
import type { Article, Claim } from '../../domain/claim.ts'
import { ClaimFileError } from './claim-file-error.ts'
import { claimFileSchema } from './claim-schema.ts'
import { linkDisputes } from './link-disputes.ts'

/** One file of `claims/`: an article and what it states. */
export interface ClaimFile {
  readonly article: Article
  readonly claims: readonly Claim[]
}

/**
 * Reads one claims file.
 *
 * @throws ClaimFileError naming the file, the claim and what is wrong with it.
 */
export function parseClaims(yamlText: string, fileName: string): ClaimFile {
  let data: unknown
  try {
    data = parse(yamlText)
  } catch (cause) {
    throw new ClaimFileError(fileName, cause instanceof Error ? cause.message : String(cause), { cause })
  }
  const result = claimFileSchema.safeParse(data)
  if (!result.success) {
    const { path, message } = tellingIssue(result.error.issues)
    throw new ClaimFileError(fileName, `${describePath(data, path)}: ${message}`)
  }
  const { article, claims } = result.data
  const ids = new Set<string>()
  for (const { id } of claims) {
    if (!id.startsWith(`${article.id}-`)) {
      throw new ClaimFileError(fileName, `the id ${id} does not begin with the article's own, ${article.id}-`)
    }
    if (ids.has(id)) throw new ClaimFileError(fileName, `the id ${id} is there twice`)
    ids.add(id)
  }
  return { article, claims: linkDisputes(claims.map((claim) => ({ ...claim, article: article.id, against: [] }))) }
}

function describePath(data: unknown, path: readonly PropertyKey[]): string {
  const [list, index] = path
  if (list !== 'claims' || typeof index !== 'number') return path.join('.') || 'the file'
  const claims: unknown = typeof data === 'object' && data !== null && 'claims' in data ? data.claims : null
  const claim: unknown = Array.isArray(claims) ? claims[index] : null
  const id = typeof claim === 'object' && claim !== null && 'id' in claim ? String(claim.id) : `number ${index + 1}`
  return `claim ${id}, ${path.slice(2).join('.')}`
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** Of a union's failed branches the one that got furthest says what is wrong. */
function tellingIssue(issues: readonly z.core.$ZodIssue[]): Issue {
  const found = issues.map((issue): Issue => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue
    const [deepest] = issue.errors
      .map(tellingIssue)
      .sort((a, b) => Number(isOtherBranch(a)) - Number(isOtherBranch(b)) || b.path.length - a.path.length)
    return deepest === undefined ? issue : { path: [...issue.path, ...deepest.path], message: deepest.message }
  })
  return found.sort((a, b) => b.path.length - a.path.length)[0] ?? { path: [], message: 'invalid' }
}

function isOtherBranch({ path }: Issue): boolean {
  return path.at(-1) === 'testable'
}
