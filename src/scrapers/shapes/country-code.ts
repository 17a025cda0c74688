const ALPHA2 = /^[A-Za-z]{2}$/
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
let codes: ReadonlyMap<string, string> | null = null

/** ISO 3166-1 alpha-2 code of a country written as a code or by its French or English name; null when unknown. */
export function countryCode(written: string | null): string | null {
  if (written === null) return null
  const name = written.trim()
  if (ALPHA2.test(name)) return name.toUpperCase()
  codes ??= buildCodes()
  return codes.get(name.toLowerCase()) ?? null
}

function buildCodes(): ReadonlyMap<string, string> {
  const map = new Map<string, string>([['fra', 'FR']])
  for (const language of ['en', 'fr']) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const first of LETTERS) {
      for (const second of LETTERS) {
        const name = names.of(first + second)
        if (name !== undefined && !map.has(name.toLowerCase())) map.set(name.toLowerCase(), first + second)
      }
    }
  }
  return map
}
