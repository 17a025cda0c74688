/** A made-up personal datum of `fixtures/privacy/planted.jsonl`. */
export interface Planted {
  readonly kind: 'e-mail' | 'phone' | 'name'
  readonly text: string
  /** For names: the words that must not be left. */
  readonly secrets?: readonly string[]
}

const PLACEHOLDERS = /\[(?:e-mail|téléphone|contact)\]/g
const DIGITS = /\d/g

/** Whether something of a planted datum is left in a text. */
export function looksPersonal(text: string, { kind, text: planted, secrets = [] }: Planted): boolean {
  const rest = text.replaceAll(PLACEHOLDERS, '')
  if (rest.includes(planted)) return true
  if (kind === 'name') return secrets.some((secret) => new RegExp(`(?<!\\p{L})${secret}(?!\\p{L})`, 'u').test(rest))
  if (kind === 'phone') return (rest.replaceAll(/#[0-9a-f]{16}/g, '').match(DIGITS) ?? []).length > 4
  return /@|%40|\(at\)|\[at\]|arobase|\bAT\b/i.test(rest)
}
