import { loadProfiles } from '../classify/lexicon/load-profiles.ts'
import {
  type ExplainedField,
  type ExplainedReading,
  type ExplainedStep,
  explainReading,
} from '../classify/role/explain-reading.ts'
import { findPosting } from '../store/readings/find-posting.ts'
import { readConfig } from './config/read-config.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { roleLine, signed, stepTitle, sumLines, whyNoScore } from './explain-role.ts'
import type { GlobalOptions } from './global-options.ts'
import { openReader, PROFILES_FOLDER } from './open-reader.ts'
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
    const { roleModel } = loadProfiles(PROFILES_FOLDER)
    const explained = explainReading(posting.input, reading, roleModel)
    const role = roleLine(reading, roleModel?.sureFrom ?? null)
    if (options.json === true) sayJson({ ...explained, reading })
    else if (options.format === 'html') say(explainHtml(explained, role))
    else sayExplained(explained, role, process.stdout.isTTY === true)
    return EXIT.ok
  } finally {
    database.close()
  }
}

const UNDERLINE = ['\u001b[4m', '\u001b[24m'] as const
const DIM = ['\u001b[2m', '\u001b[22m'] as const

function sayExplained(explained: ExplainedReading, role: string, colour: boolean): void {
  for (const { field, segments } of explained.fields) {
    say(`${field}\n`)
    say(segments.map((segment) => styled(segment, colour)).join(''))
    say('')
  }
  say(role)
  const none = whyNoScore(explained)
  if (none !== null) say(none)
  for (const step of explained.steps) {
    say(`\n${stepTitle(step)}`)
    for (const { what, hundredths } of sumLines(step)) say(`  ${signed(hundredths).padStart(6)}  ${what}`)
  }
}

function styled({ text, readings }: ExplainedField['segments'][number], colour: boolean): string {
  if (readings.length === 0) return text
  const label = `[${readings.join(', ')}]`
  return colour ? `${UNDERLINE[0]}${text}${UNDERLINE[1]}${DIM[0]}${label}${DIM[1]}` : `_${text}_${label}`
}

/** The same as an HTML fragment: `<mark>` with the readings as its title, then the role with one table for each step. */
export function explainHtml(explained: ExplainedReading, role: string): string {
  const body = explained.fields.map(({ field, segments }) => {
    const text = segments.map(({ text: words, readings }) =>
      readings.length === 0
        ? escapeHtml(words)
        : `<mark title="${escapeHtml(readings.join(', '))}">${escapeHtml(words)}</mark>`,
    )
    return `<h3>${field}</h3>\n<p style="white-space:pre-wrap"><bdi>${text.join('')}</bdi></p>`
  })
  const none = whyNoScore(explained)
  const made = none === null ? explained.steps.map(stepTable) : [`<p>${escapeHtml(none)}</p>`]
  const parts = [...body, '<h3>role</h3>', `<p>${escapeHtml(role)}</p>`, ...made]
  return `<article data-posting="${escapeHtml(explained.id)}">\n${parts.join('\n')}\n</article>`
}

function stepTable(step: ExplainedStep): string {
  const rows = sumLines(step).map(
    ({ what, hundredths }) => `<tr><td align="right">${signed(hundredths)}</td><td>${escapeHtml(what)}</td></tr>`,
  )
  return `<table data-step="${step.step}">\n<caption>${escapeHtml(stepTitle(step))}</caption>\n${rows.join('\n')}\n</table>`
}

const HTML_SPECIAL = /[&<>"']/g

function escapeHtml(text: string): string {
  return text.replace(HTML_SPECIAL, (character) => `&#${character.charCodeAt(0)};`)
}
