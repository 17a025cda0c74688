import { ENGLISH } from './english.ts'
import { FRENCH, type Words } from './french.ts'
import { frenchTypography, type Lang } from './lang.ts'

const HOLE = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g

function space(value: unknown): unknown {
  if (typeof value === 'string') return frenchTypography(value)
  if (Array.isArray(value)) return value.map(space)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, space(inner)]))
  }
  return value
}

const SPACED_FRENCH = space(FRENCH) as Words

/** The wording of a language, spaced as that language is printed. */
export function wordsOf(lang: Lang): Words {
  return lang === 'fr' ? SPACED_FRENCH : ENGLISH
}

/** Fills the `{holes}` of a wording, `{n|one|many}` by the count in `n`; a hole without a value stays visible. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(HOLE, (hole, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return hole
    if (one === undefined || many === undefined) return String(value)
    return String(value) === '1' ? one : many
  })
}
