const DURATION = /^(\d+(?:\.\d+)?)\s*(ms|s|m|min|h)$/
const MS_OF = { ms: 1, s: 1_000, m: 60_000, min: 60_000, h: 3_600_000 } as const

/** Milliseconds of a duration as people write it (`500ms`, `2s`, `1.5 min`); null when it is none. */
export function readDuration(text: string): number | null {
  const match = DURATION.exec(text.trim())
  if (match === null) return null
  return Math.round(Number(match[1]) * MS_OF[match[2] as keyof typeof MS_OF])
}
