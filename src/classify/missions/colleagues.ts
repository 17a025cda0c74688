const NAME = String.raw`[\p{L}\p{N}][\p{L}\p{N}&+'-]{0,30}`
/** A department in one or two words: « SEO », « relations presse »; the second is no little word. */
const DEPARTMENT = String.raw`${NAME}(?: (?!(?:et|ou|and|or|d[eu]s?|à|pour|avec|sur|to|for|of|on|in|le|la|les|the|a|un|une)(?!\p{L}))${NAME})?`
const DETERMINER = `(?:(?:les?|la|des|nos|vos|notre|votre|the|our|your) )?`
const AND = `,? ?(?:et|and|&) ${DETERMINER}`
/** Bounded, so that no text takes the square of its length. */
const LIST = `${DEPARTMENT}(?:, ${DETERMINER}${DEPARTMENT}){1,8}?${AND}${DEPARTMENT}`
/** « les équipes SEO, influence et RP »; a duty has an object behind its last verb, a department has none. */
const TEAMS_FIRST = String.raw`[^,;:.!?\n]{0,40}?(?:équipes|pôles|services|départements|directions|métiers) ${LIST}(?! (?:d[eu]s?|les?|la|une?|nos|vos)(?!\p{L})| [dl]')`
/** “our PR, SEO and paid media teams”. */
const TEAMS_LAST = `${DETERMINER}${LIST} (?:teams|departments|squads|colleagues)`
const COLLEAGUES = new RegExp(` ?(?:${TEAMS_LAST}|${TEAMS_FIRST})(?!\\p{L})`, 'iuy')

/** A list has its first comma within so many letters, and none of these before it; most clauses need no closer look. */
const FIRST_COMMA = 90
const COMMA = 0x2c
const STOPS: ReadonlySet<number> = new Set(Array.from('.;:!?\n', (stop) => stop.charCodeAt(0)))

/** Where a list of colleagues' departments ends that begins at a place of a text; that place when none does. */
export function endOfColleagues(text: string, from: number): number {
  if (!isCommaAhead(text, from)) return from
  COLLEAGUES.lastIndex = from
  return COLLEAGUES.test(text) ? COLLEAGUES.lastIndex : from
}

function isCommaAhead(text: string, from: number): boolean {
  const end = Math.min(text.length, from + FIRST_COMMA)
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === COMMA) return true
    if (STOPS.has(code)) return false
  }
  return false
}
