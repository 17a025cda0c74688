import { type FoundWord, findWords, type PayWords, type WordKind } from './pay-words.ts'

// Words right after an amount that make it another thing: "100 € de prime", "11 €/jour de tickets restaurant".
const OBJECT_LEAD =
  /^[ )]*(?:bruts?|nets?|euros?|\/ ?(?:an|mois|jour)|par (?:an|mois|jour|ans)|ht|ttc)* *(?:de|d'|des|en|pour|par|le|la|l'|sur|\/|of|for|in|worth of|towards) ?/
const WITH_TAX =
  /^[ ]*(?:ttc|tcc)\b|^[^a-z0-9]{0,3}(?:d'euros )?(?:de|en) (?:ca|chiffre|budget|revenu|vente|volume|fonds|subvention)/
const PER_PIECE =
  /^[ ]*(?:ht|net|brut)? ?(?:\/|par|pour|per|each|le|la) ?(?:les )?(?:\d+ )?(?:script|article|video|post(?!e)|piece|repas|personne|salarie|trajet|km|kilometre|nuit|mission|projet|client|enfant|parrain|coopt|ticket|titre|page|mot|word|lead|vente|contrat|participant|seance|credit|pers)/
const FOR_THE_TASK = /^[^a-z]*(?:forfait|selon (?:les |la )?missions?)/
// Graduates' average pay that schools and agencies boast of is nobody's offer.
const AVERAGE = /^[^.\n]{0,30}\b(?:en moyenne|moyens?|average)\b/
// English puts the object right behind: "2,000 CHF annual training budget".
const PLAIN_WORDS = /^ ?(?:[a-z-]+ ){0,2}$/
const JOINING = /\b(?:et|and|selon|ou|or|avec|with|pour|plus|hors|sur|en|au|of|dans|base|sans)\b/
// "10 % du salaire, soit 3 000 €" is a share of pay, not pay.
const SHARE_BEFORE = /% ?(?:du |de |sur le )$|mois de $/
const EXCLUDED_BEFORE = /\b(?:hors|sans|excluding|excl\.?)[a-z' ]{0,14}$/

const PIECE_BEFORE =
  /(?:remuneration|remunere\w*|tarif|payee?)s? (?:par|a la|au|a l') ?(?:video|article|script|post\b|contenu|mission|projet|lead|vente|page|publication|visuel|photo)/

/** True when the words before an amount make it the price of a piece of work ("rémunération par vidéo : 50 €"). */
export function isPiecePrice(before: string): boolean {
  return PIECE_BEFORE.test(before)
}

/** True when an amount is the price of a task or a company's money, by the words right after it. */
export function isForTask(after: string): boolean {
  return PER_PIECE.test(after) || FOR_THE_TASK.test(after)
}

/** True when the words right after an amount rule out that it is anybody's pay for this job. */
export function isRuledOut(after: string): boolean {
  return WITH_TAX.test(after) || AVERAGE.test(after) || isForTask(after)
}

/** The listed word nearest before an amount; "hors frais de déplacement" leaves its own words out. */
export function lastWordBefore(words: PayWords, left: string): FoundWord | null {
  const found = findWords(words, left)
  for (let i = found.length - 1; i >= 0; i--) {
    const word = found[i]
    if (word === undefined) continue
    const before = left.slice(0, word.start)
    // "43 % du SMIC, soit 774 €" is an apprentice's whole pay.
    const isShare = word.kind === 'pay' && left.slice(word.start, word.end) !== 'smic' && SHARE_BEFORE.test(before)
    if (!isShare && (word.kind === 'pay' || !EXCLUDED_BEFORE.test(before))) return word
  }
  return null
}

/** What the amount is an amount of, when the words after it say so ("de prime", "annual training budget"). */
export function objectAfter(after: string, words: PayWords): WordKind | null {
  const lead = OBJECT_LEAD.exec(after)?.[0]
  const rest = lead === undefined ? after : after.slice(lead.length)
  const next = findWords(words, rest.slice(0, 44))[0]
  if (next === undefined) return null
  if (lead !== undefined && next.start <= 4) return next.kind
  const between = rest.slice(0, next.start)
  return lead === undefined && PLAIN_WORDS.test(between) && !JOINING.test(between) ? next.kind : null
}

/** True when a word of another kind than pay stands close behind, not set off by a plus. */
export function hasOtherMoneyBehind(after: string, words: PayWords): boolean {
  return findWords(words, after.slice(0, 40)).some(
    (word) => word.kind !== 'pay' && !SET_OFF.test(after.slice(0, word.start)),
  )
}
const SET_OFF = /[+,(:-]|\bou\b|\bet\b/
