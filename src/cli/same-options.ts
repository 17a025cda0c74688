import type { GlobalOptions } from './global-options.ts'

const PLAIN = /^[\w@%+=:,./-]+$/

/** A word as a shell takes it. */
export function shellWord(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** The options that name the same configuration and database in a command that is advised, each with a space before. */
export function sameOptions({ config, database }: GlobalOptions): string {
  return optionsText({ config, database: typeof database === 'string' ? database : undefined })
}

/** Options as they are typed, each with a space before; those that were not given are left out. */
export function optionsText(options: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(options)
    .map(([name, value]) => (value === undefined ? '' : ` --${name} ${shellWord(value)}`))
    .join('')
}
