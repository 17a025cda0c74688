import { type ExplainedField, type ExplainedReading, explainReading } from '../classify/role/explain-reading.ts'
import type { PostingReading } from '../domain/reading.ts'
import { findPosting } from '../store/readings/find-posting.ts'
import { readConfig } from './config/read-config.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openReader } from './open-reader.ts'
import { openForReading } from './open-store.ts'
import { say, sayJson } from './say.ts'
import { UserError } from './user-error.ts'

type ExplainOptions = GlobalOptions & { readonly format?: 'text' | 'html' }

/** `vigie explain POSTING`: the ad with the words its reading rests on, and what made its role. */
export async function runExplain(options: ExplainOptions, [reference = '']: readonly string[]): Promise<ExitCode> {
  const config = readConfig(options)
  const database = openForReading(config.database)
  try {
    const posting = findPosting(database, reference)
    if (posting === null) {
      throw new UserError(
        `No posting is called ${reference}. Give its number, its own reference or its address: vigie query search-ads words=… finds some.`,
      )
    }
    const reading = openReader()(posting.input)
    const explained = explainReading(posting.input, reading)
    if (options.json === true) sayJson({ ...explained, reading })
    else if (options.format === 'html') say(explainHtml(explained))
    else sayExplained(explained, reading, process.stdout.isTTY === true)
    return EXIT.ok
  } finally {
    database.close()
  }
}

const UNDERLINE = ['\u001b[4m', '\u001b[24m'] as const
const DIM = ['\u001b[2m', '\u001b[22m'] as const

function sayExplained({ fields, contributions }: ExplainedReading, reading: PostingReading, colour: boolean): void {
  for (const { field, segments } of fields) {
    say(`${field}\n`)
    say(segments.map((segment) => styled(segment, colour)).join(''))
    say('')
  }
  const scores = Object.entries(reading.roleScores).map(([role, score]) => `${role} ${score.toFixed(2)}`)
  say(`role ${reading.role}${reading.roleSure ? '' : ' (not sure)'}, title ${reading.titleRole}; ${scores.join(', ')}`)
  for (const { feature, value, contribution } of contributions) {
    say(
      `  ${contribution >= 0 ? '+' : '−'}${Math.abs(contribution).toFixed(2)}  ${feature} = ${Number(value.toPrecision(3))}`,
    )
  }
}

function styled({ text, readings }: ExplainedField['segments'][number], colour: boolean): string {
  if (readings.length === 0) return text
  const label = `[${readings.join(', ')}]`
  return colour ? `${UNDERLINE[0]}${text}${UNDERLINE[1]}${DIM[0]}${label}${DIM[1]}` : `_${text}_${label}`
}

/** The same as an HTML fragment: `<mark>` with the readings as its title. */
export function explainHtml({ id, fields }: ExplainedReading): string {
  const body = fields.map(({ field, segments }) => {
    const text = segments.map(({ text: words, readings }) =>
      readings.length === 0
        ? escapeHtml(words)
        : `<mark title="${escapeHtml(readings.join(', '))}">${escapeHtml(words)}</mark>`,
    )
    return `<h3>${field}</h3>\n<p style="white-space:pre-wrap"><bdi>${text.join('')}</bdi></p>`
  })
  return `<article data-posting="${escapeHtml(id)}">\n${body.join('\n')}\n</article>`
}

const HTML_SPECIAL = /[&<>"']/g

function escapeHtml(text: string): string {
  return text.replace(HTML_SPECIAL, (character) => `&#${character.charCodeAt(0)};`)
}
