import { readFileSync } from 'node:fs'
import { withoutByteOrderMark } from '../domain/byte-order-mark.ts'
import { plainMessage, whyUnreadable } from '../domain/file-fault.ts'
import { UserError } from './user-error.ts'

/** One line of a labelled file. */
export interface GoldLine {
  readonly file: string
  /** From 1. */
  readonly number: number
  readonly text: string
  readonly value: Readonly<Record<string, unknown>>
}

const EXAMPLE = 'fixtures/gold/ads.jsonl and fixtures/gold/salary.jsonl show what a line looks like'

/**
 * The lines of a labelled file that are not blank, each one JSON object.
 *
 * @throws UserError that names the file, and the line where there is one.
 */
export function readGoldLines(file: string): readonly GoldLine[] {
  const lines = textOf(file)
    .split('\n')
    .map((text, index) => ({ file, number: index + 1, text }))
    .filter(({ text }) => text.trim() !== '')
  if (lines.length === 0) throw new UserError(`The labelled file ${file} is empty: ${EXAMPLE}.`)
  return lines.map((line) => ({ ...line, value: objectOf(line) }))
}

/** Runs what reads a line; what it says of a wrong one becomes a message with file and line. @throws UserError */
export function atLine<Result>(line: Omit<GoldLine, 'value'>, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw wrongLine(line, describe(error), error)
  }
}

/** The error for a line: `FILE:NUMBER`, what is wrong, where to look. */
export function wrongLine({ file, number }: Omit<GoldLine, 'value'>, why: string, cause?: unknown): UserError {
  return new UserError(`${file}:${number}: ${why}; ${EXAMPLE}.`, { cause })
}

function textOf(file: string): string {
  try {
    return withoutByteOrderMark(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UserError(`Cannot read the labelled file ${file}: ${whyUnreadable(error)}. Check the path.`, {
      cause: error,
    })
  }
}

function objectOf(line: Omit<GoldLine, 'value'>): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(line.text)
  } catch (error) {
    throw wrongLine(line, 'it is not JSON', error)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw wrongLine(line, 'it is not a JSON object')
}

/** The first thing a schema says, with the key it says it of. */
function describe(error: unknown): string {
  const [issue] = issuesOf(error)
  if (issue === undefined) return plainMessage(error)
  return `\`${issue.path.join('.')}\`: ${plainMessage(new Error(issue.message))}`
}

interface SchemaIssue {
  readonly path: readonly (string | number)[]
  readonly message: string
}

function issuesOf(error: unknown): readonly SchemaIssue[] {
  return error instanceof Error && 'issues' in error && Array.isArray(error.issues)
    ? (error.issues as readonly SchemaIssue[])
    : []
}
