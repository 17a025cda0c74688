import { isRecord, type JsonRecord } from '../shapes/reader.ts'
import { DumpError } from './dump-error.ts'

/** The lines of a JSONL file: records, and numbers of the lines that are none. */
export interface JsonLines {
  readonly records: readonly JsonRecord[]
  /** Line numbers from 1. */
  readonly malformed: readonly { readonly line: number; readonly excerpt: string }[]
}

/** Reads JSONL. @throws DumpError `truncated` when the last line stops in the middle, `malformed` when no line reads. */
export function readJsonLines(text: string, fileName: string): JsonLines {
  const lines = text.split('\n')
  const records: JsonRecord[] = []
  const malformed: { line: number; excerpt: string }[] = []
  let last = 0
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    last = index + 1
    const value = parseOrNull(line)
    if (isRecord(value)) records.push(value)
    else malformed.push({ line: index + 1, excerpt: line.slice(0, 200) })
  }
  if (records.length === 0) {
    throw new DumpError('malformed', fileName, 'no line of it is a JSON object. JSONL has one object on each line.')
  }
  if (malformed.at(-1)?.line === last && !text.endsWith('\n')) {
    const message = `line ${last}, the last, stops in the middle: the file is cut short. Get the whole file and import it again.`
    throw new DumpError('truncated', fileName, message)
  }
  return { records, malformed }
}

/** Reads one JSON document. @throws DumpError `truncated` or `malformed`. */
export function readJsonDocument(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    const end = text.trimEnd()
    const isCut = !end.endsWith('}') && !end.endsWith(']')
    const reason = cause instanceof Error ? cause.message.slice(0, 120) : 'not JSON'
    if (isCut || reason.includes('end of JSON')) {
      const message = 'the JSON stops in the middle: the file is cut short. Get the whole file and import it again.'
      throw new DumpError('truncated', fileName, message, { cause })
    }
    throw new DumpError('malformed', fileName, `it is not JSON (${reason}). Check how it was saved.`, { cause })
  }
}

function parseOrNull(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return null
  }
}
