import type { IssueLog } from './issue-log.ts'
import { inlineText, plainText, tidy } from './plain-text.ts'
import { readDate } from './read-date.ts'

/** An object of a parsed JSON document. Its keys are data: read them through `Reader`, never copy them onto another. */
export type JsonRecord = Readonly<Record<string, unknown>>

/** True for a JSON object that is not a list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Audits one record: every key is taken or explicitly ignored. `rest` reports each left-over key as `unmapped-field`;
 * a value of another type than asked for is reported as `unreadable-value` and read as null, never as a default.
 */
export class Reader {
  readonly #record: JsonRecord
  readonly #log: IssueLog
  readonly #taken = new Set<string>()
  readonly #children: Reader[] = []
  readonly path: string
  /** Reference of the posting, for issues. */
  ref: string | null

  constructor(record: JsonRecord, log: IssueLog, ref: string | null, path = '') {
    this.#record = record
    this.#log = log
    this.ref = ref
    this.path = path
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#record, key) && this.#record[key] !== null && this.#record[key] !== undefined
  }

  /** The raw value; null when absent. */
  take(key: string): unknown {
    this.#taken.add(key)
    return Object.hasOwn(this.#record, key) ? (this.#record[key] ?? null) : null
  }

  /** A scalar as published, trimmed; null when absent or empty. Numbers keep their digits. */
  string(key: string): string | null {
    const value = this.take(key)
    return value === null ? null : this.#scalar(key, value)
  }

  /** A label on one line, without tags or entities; null when absent or empty. */
  label(key: string): string | null {
    const value = this.take(key)
    if (typeof value === 'string') return inlineText(value) || null
    return value === null ? null : this.#scalar(key, value)
  }

  /** HTML or text as plain text with its line breaks; empty when absent. */
  text(key: string): string {
    const value = this.take(key)
    if (typeof value === 'string') return plainText(value)
    return value === null ? '' : (this.#scalar(key, value) ?? '')
  }

  number(key: string): number | null {
    const value = this.take(key)
    if (value === null || value === '') return null
    const number = typeof value === 'string' ? Number(value.trim().replace(',', '.')) : value
    if (typeof number !== 'number' || !Number.isFinite(number)) return this.#unreadable(key, value, 'a number')
    return number
  }

  boolean(key: string): boolean | null {
    const value = this.take(key)
    if (value === null || value === '') return null
    if (typeof value === 'boolean') return value
    if (value === 'true' || value === 'True' || value === 1) return true
    if (value === 'false' || value === 'False' || value === 0) return false
    return this.#unreadable(key, value, 'true or false')
  }

  /** ISO day of a date; an unreadable date is an issue and null. */
  day(key: string): string | null {
    const reading = readDate(this.take(key))
    switch (reading.kind) {
      case 'absent':
        return null
      case 'unreadable':
        return this.#unreadable(key, reading.written, 'a date')
      case 'day':
        if (!reading.isExact) {
          this.warn('date-without-day', `${this.#name(key)} names a month only; its first day is taken.`, reading.day)
        }
        return reading.day
    }
  }

  /** A list; a single value counts as a list of one. */
  list(key: string): readonly unknown[] {
    const value = this.take(key)
    if (value === null) return []
    return Array.isArray(value) ? value : [value]
  }

  /** The records of a list, each audited by its own reader. */
  records(key: string): readonly Reader[] {
    const readers: Reader[] = []
    for (const value of this.list(key)) {
      if (isRecord(value)) readers.push(this.#child(value, key))
      else if (value !== null) this.#unreadable(key, value, 'an object')
    }
    return readers
  }

  /** A nested record, or null when absent. */
  record(key: string): Reader | null {
    const value = this.take(key)
    if (value === null || value === '') return null
    if (isRecord(value)) return this.#child(value, key)
    return this.#unreadable(key, value, 'an object')
  }

  /** A reader for a record found inside a value already taken; audited with this one. */
  nested(value: JsonRecord, key: string): Reader {
    return this.#child(value, key)
  }

  /** Keys that this product has no use for. */
  ignore(...keys: readonly string[]): void {
    for (const key of keys) this.#taken.add(key)
  }

  /** Reports every key that was neither taken nor ignored, here and in the records taken from here. */
  rest(): void {
    for (const key of Object.keys(this.#record)) {
      if (this.#taken.has(key)) continue
      const message = `The field ${this.#name(key)} is not mapped: add it to the parser or ignore it.`
      this.warn('unmapped-field', message, this.#record[key])
    }
    for (const child of this.#children) child.rest()
  }

  warn(code: string, message: string, excerpt: unknown = null): void {
    this.#log.warn(code, message, this.ref, excerpt)
  }

  #scalar(key: string, value: unknown): string | null {
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'string') return this.#unreadable(key, value, 'a text')
    return tidy(value) || null
  }

  #child(value: JsonRecord, key: string): Reader {
    const child = new Reader(value, this.#log, this.ref, this.#name(key))
    this.#children.push(child)
    return child
  }

  #unreadable(key: string, value: unknown, expected: string): null {
    this.warn('unreadable-value', `The field ${this.#name(key)} is not ${expected}; it is left empty.`, value)
    return null
  }

  #name(key: string): string {
    const shown = key.slice(0, 60)
    return this.path === '' ? shown : `${this.path}.${shown}`
  }
}
