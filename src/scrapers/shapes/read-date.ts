import { isoDay } from '../../domain/clock.ts'

/** A date as read: its day, or why there is none. `isExact` is false when only a month was stated (day 1 is taken). */
export type DateReading =
  | { readonly kind: 'day'; readonly day: string; readonly isExact: boolean }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly written: string }

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i
const MONTH_ONLY = /^(\d{4})-(\d{2})$/
const FRENCH_NUMERIC = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ ,àT]+\d{1,2}[:h]\d{2}(?::\d{2})?)?$/i
const DAY_FIRST =
  /^(?:[a-zéû]+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?\s+([a-zéûô]+)\.?,?\s+(\d{4})(?:[\s,à]+(\d{1,2}[:h]\d{2}(?::\d{2})?)?\s*(.{0,12}))?$/i
const MONTH_FIRST = /^(?:[a-z]+,?\s+)?([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i
const MONTH_NAME_ONLY = /^([a-zéûô]+)\.?\s+(\d{4})$/i
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const EPOCH = /^\d{10}(?:\d{3})?$/
const ZONE = /^(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i
const LONGEST = 64

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['janvier', 'janv', 'jan', 'january'],
    ['février', 'fevrier', 'févr', 'fevr', 'fév', 'fev', 'feb', 'february'],
    ['mars', 'mar', 'march'],
    ['avril', 'avr', 'apr', 'april'],
    ['mai', 'may'],
    ['juin', 'jun', 'june'],
    ['juillet', 'juil', 'jul', 'july'],
    ['août', 'aout', 'aug', 'august'],
    ['septembre', 'sept', 'sep', 'september'],
    ['octobre', 'oct', 'october'],
    ['novembre', 'nov', 'november'],
    ['décembre', 'decembre', 'déc', 'dec', 'december'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

/**
 * Reads the many ways in which sources write a date. With a time and an offset, the day is the one in Paris; numbers
 * parted by slashes are day, month, year (the French order). Epochs are seconds or milliseconds.
 */
export function readDate(value: unknown): DateReading {
  if (value === null || value === undefined || value === '') return { kind: 'absent' }
  if (typeof value === 'number') return fromEpoch(value, String(value))
  if (typeof value !== 'string') return { kind: 'unreadable', written: typeof value }
  const written = value.trim()
  if (written === '') return { kind: 'absent' }
  if (written.length > LONGEST) return { kind: 'unreadable', written: written.slice(0, LONGEST) }
  return fromIso(written) ?? fromWords(written) ?? { kind: 'unreadable', written }
}

function fromIso(written: string): DateReading | null {
  const iso = ISO.exec(written)
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, zone] = iso
    const plain = fromParts(year, month, day, written)
    if (zone === undefined || hour === undefined || plain.kind !== 'day') return plain
    return fromInstant(`${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${normalZone(zone)}`, written)
  }
  const month = MONTH_ONLY.exec(written)
  if (month !== null) return fromParts(month[1], month[2], '1', written, false)
  const compact = COMPACT.exec(written)
  if (compact !== null) return fromParts(compact[1], compact[2], compact[3], written)
  if (EPOCH.test(written)) return fromEpoch(Number(written), written)
  return null
}

function fromWords(written: string): DateReading | null {
  const french = FRENCH_NUMERIC.exec(written)
  if (french !== null) return fromParts(french[3], french[2], french[1], written)
  const dayFirst = DAY_FIRST.exec(written)
  if (dayFirst !== null) return fromDayFirst(dayFirst, written)
  const monthFirst = MONTH_FIRST.exec(written)
  if (monthFirst !== null) return fromParts(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2], written)
  const month = MONTH_NAME_ONLY.exec(written)
  if (month !== null) return fromParts(month[2], monthNumber(month[1]), '1', written, false)
  return null
}

// `Wed, 26 Feb 2025 16:40:27 +0100` of RSS, and `14 août 2025, 16:00`.
function fromDayFirst(match: RegExpExecArray, written: string): DateReading {
  const [, day = '', name, year, time, zone = ''] = match
  const month = monthNumber(name)
  if (time === undefined || !ZONE.test(zone)) return fromParts(year, month, day, written)
  const clock = time.replace('h', ':')
  const instant = `${year}-${pad(month)}-${pad(day)}T${clock.length < 6 ? `${clock.padStart(5, '0')}:00` : clock.padStart(8, '0')}`
  return fromInstant(`${instant}${normalZone(zone)}`, written)
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.get((name ?? '').toLowerCase()) ?? 0)
}

function normalZone(zone: string): string {
  if (!zone.startsWith('+') && !zone.startsWith('-')) return 'Z'
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}

function fromInstant(instant: string, written: string): DateReading {
  const epoch = Date.parse(instant)
  return Number.isNaN(epoch) ? { kind: 'unreadable', written } : fromEpoch(epoch, written)
}

function fromEpoch(epoch: number, written: string): DateReading {
  const ms = Math.abs(epoch) < 1e11 ? epoch * 1000 : epoch
  if (!Number.isFinite(ms) || ms < FIRST_MS || ms > LAST_MS) return { kind: 'unreadable', written }
  return { kind: 'day', day: isoDay(ms), isExact: true }
}

// Before the web had job ads, or past any deadline: not a date of an ad.
const FIRST_MS = Date.UTC(1990, 0, 1)
const LAST_MS = Date.UTC(2100, 0, 1)

function fromParts(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  written: string,
  isExact = true,
): DateReading {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const date = new Date(Date.UTC(y, m - 1, d))
  const isReal = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  if (!isReal || date.getTime() < FIRST_MS || date.getTime() > LAST_MS) return { kind: 'unreadable', written }
  return { kind: 'day', day: `${year}-${pad(String(m))}-${pad(String(d))}`, isExact }
}

function pad(value: string): string {
  return value.padStart(2, '0')
}
