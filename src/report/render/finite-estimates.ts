const ENDS = ['value', 'low', 'high'] as const

function isEndless(value: object): boolean {
  return (
    'unit' in value && ENDS.some((end) => end in value && !Number.isFinite((value as Record<string, unknown>)[end]))
  )
}

/**
 * The same data with null in the place of every estimate that has no finite value or end (a ratio to nothing, a group
 * of one): such a figure says nothing, and JSON has no number for it.
 */
export function finiteEstimates<T>(value: T): T {
  return withoutEndless(value) as T
}

function withoutEndless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEndless)
  if (typeof value !== 'object' || value === null) return value
  if (isEndless(value)) return null
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutEndless(inner)]))
}
