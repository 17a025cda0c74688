import { createReadStream, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { withoutByteOrderMark } from '../domain/byte-order-mark.ts'
import { whyUnreadable } from '../domain/file-fault.ts'
import type { PostingReading, ReadInput } from '../domain/reading.ts'
import type { SalaryReading } from '../domain/salary.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openReader } from './open-reader.ts'
import { UserError } from './user-error.ts'

const text = z.string().nullish()
const lineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  title: text,
  description: text,
  company: text,
  contract: text,
  salary: text,
  location: text,
  date: text,
})

/**
 * `vigie read FILE|-`: JSONL in, one JSON line out per line in, same order, no database.
 * A line that is no ad (no JSON object, or one without title and text) gives `{"id":…,"error":…}` at its place, the id
 * null where it tells none, and exit code 3; 4 when there are only such lines.
 */
export async function runRead(_options: GlobalOptions, [file = '-']: readonly string[]): Promise<ExitCode> {
  const read = openReader()
  const input = file === '-' ? process.stdin : openFile(file)
  let lineNo = 0
  let faults = 0
  let ads = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    lineNo++
    if (line.trim() === '') continue
    const parsed = parseLine(lineNo === 1 ? withoutByteOrderMark(line) : line)
    if ('error' in parsed) {
      faults++
      process.stderr.write(`vigie: line ${lineNo}: ${parsed.error}\n`)
      await write({ id: parsed.id, error: parsed.error })
    } else {
      ads++
      await write(readOutput(read(parsed)))
    }
  }
  if (faults === 0) return EXIT.ok
  return ads === 0 ? EXIT.nothing : EXIT.partial
}

function openFile(file: string): NodeJS.ReadableStream {
  try {
    if (statSync(file).isFile()) return createReadStream(file)
  } catch (error) {
    throw new UserError(`Cannot read ${file}: ${whyUnreadable(error)}. Give a JSONL file, or - to read from stdin.`, {
      cause: error,
    })
  }
  throw new UserError(`Cannot read ${file}: it is not a file. Give a JSONL file, or - to read from stdin.`)
}

/** A line that is no ad. */
interface Refused {
  readonly id: string | null
  readonly error: string
}

function parseLine(line: string): ReadInput | Refused {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { id: null, error: 'not valid JSON' }
  }
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { id: null, error: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not an ad'}` }
  }
  const ad = parsed.data
  const id = ad.id === null || ad.id === undefined ? '' : String(ad.id)
  const [title, description] = [ad.title ?? '', ad.description ?? '']
  if (title.trim() === '' && description.trim() === '')
    return { id: id === '' ? null : id, error: 'neither title nor text: there is nothing to read' }
  return {
    ...{ id, title, description },
    company: ad.company ?? null,
    contract: ad.contract ?? null,
    salary: ad.salary ?? null,
    location: ad.location ?? null,
    date: ad.date ?? null,
  }
}

async function write(value: object): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return
  // A slow reader at the other end of the pipe must not make us buffer the whole output.
  await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()))
}

/** The documented output of `vigie read` for one ad. */
export function readOutput(reading: PostingReading): object {
  return {
    id: reading.id,
    role: reading.role,
    titleRole: reading.titleRole,
    roleScores: reading.roleScores,
    mismatch: reading.mismatch,
    missions: reading.missions,
    strategyLevel: reading.strategyLevel,
    skills: reading.skills,
    tools: reading.tools,
    platforms: reading.platforms,
    contract: reading.attributes.contract,
    educationYears: reading.attributes.educationYears,
    experienceYears: reading.attributes.experienceYears,
    salary: salaryOutput(reading.salary),
    evidence: reading.evidence,
    roleSure: reading.roleSure,
    version: reading.version,
  }
}

function salaryOutput(salary: SalaryReading): object {
  if (salary.kind !== 'stated') return salary
  const { grossAnnualEurEstimated, ...stated } = salary
  return grossAnnualEurEstimated === null ? stated : { ...stated, grossAnnualEurEstimated }
}
