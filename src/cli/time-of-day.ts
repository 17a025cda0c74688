const TIME_OF_DAY = /^([01]?\d|2[0-3]):([0-5]\d)$/

/**
 * The next moment after `now` (epoch ms) at which this machine's clock shows `HH:MM`; null when the text is no time.
 * Calendar arithmetic, not hours added: it is right on the nights the clocks change.
 */
export function readTimeOfDay(text: string, now: number): number | null {
  const match = TIME_OF_DAY.exec(text.trim())
  if (match === null) return null
  const moment = new Date(now)
  moment.setHours(Number(match[1]), Number(match[2]), 0, 0)
  if (moment.getTime() <= now) moment.setDate(moment.getDate() + 1)
  return moment.getTime()
}

/** The same for a text that was checked before. */
export function nextTimeOfDay(text: string, now: number): number {
  const moment = readTimeOfDay(text, now)
  if (moment === null) throw new RangeError(`Expected HH:MM, got ${text}`)
  return moment
}
