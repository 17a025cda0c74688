const DAY_MS = 86_400_000

/** First day of the flow and the day that parts it in two halves; both null for `all`. */
export function windowOf(
  asOfDate: string,
  window: number | 'all',
): { readonly fromDate: string | null; readonly middleDate: string | null } {
  if (window === 'all') return { fromDate: null, middleDate: null }
  const before = (days: number) =>
    new Date(Date.parse(`${asOfDate}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
  return { fromDate: before(window - 1), middleDate: before(Math.floor(window / 2) - 1) }
}

/** Days of a window, both ends included; null for all. */
export function windowDays(asOfDate: string, fromDate: string | null): number | null {
  return fromDate === null ? null : (Date.parse(asOfDate) - Date.parse(fromDate)) / DAY_MS + 1
}
