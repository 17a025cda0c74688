/** A match with its place in the whole text. */
export interface PlacedMatch {
  readonly match: RegExpExecArray
  readonly start: number
  readonly end: number
}

/** The first place, among those given, at which a sticky pattern matches. */
export function firstAt(text: string, places: readonly number[], pattern: RegExp): PlacedMatch | null {
  for (const at of places) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) return { match, start: at, end: at + match[0].length }
  }
  return null
}

/** Every match of a sticky pattern at the places given, none inside another. */
export function allAt(text: string, places: readonly number[], pattern: RegExp): PlacedMatch[] {
  const found: PlacedMatch[] = []
  let from = 0
  for (const at of places) {
    if (at < from) continue
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) continue
    from = at + match[0].length
    found.push({ match, start: at, end: from })
  }
  return found
}
