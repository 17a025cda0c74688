/**
 * Beginnings of words that announce a reading. A reader looks only at its own triggers, so that most of an ad is passed
 * once, when it is folded, and never again. Folded letters, of which the first four count; up to two letters are a whole
 * word, three letters any word that begins so.
 */
const TRIGGERS = {
  pay: 'salai remun gratif packag compens',
  contract:
    'altern appren contrat contract stag intern gratif volont benev volunt missi freela free b tjm statut engage cdi cdd ' +
    'perman fixed tempor open interim indefi v',
  education:
    'bac master mba licenc bachel bts dut but deug doctor phd ph these maitr mast diplom ecole format univer colleg underg ' +
    'associ niveau l m b ba bs bsc',
  experience: 'experi',
  count: 'un une one deux two trois three quatre four cinq five six sept seven huit eight dix ten premi',
  leastYears: 'minim min moins least partir years ans yea',
  beginner: 'pas debut begin sans aucun ouvert access no',
  workTime: 'temps full part mi plein tps',
  remote: 'teletr tele remote home distan hybri presen onsite on full fully',
  employer: 'ecole agence agency cabin client parten etudi centre organ collec foncti etabl cadre agent behalf statut',
  reports: 'rattac sous report rend encadr superv depend hierar',
  team: 'manag encadr anim dirig pilot superv lead leading respons',
  budget: 'budget',
} as const

/** A reader's name in the table of triggers. */
export type TriggerKind = keyof typeof TRIGGERS

const KINDS = Object.keys(TRIGGERS) as TriggerKind[]
const LETTERS = 4
const BITS = 5

/** The bit of a kind in the masks of the trigger table. */
export function triggerBit(kind: TriggerKind): number {
  return 1 << KINDS.indexOf(kind)
}

/** Masks by the first four letters of a word, five bits a letter (a = 1, 0 = the word is shorter). */
export const TRIGGER_TABLE: Uint16Array = buildTable()

function buildTable(): Uint16Array {
  const table = new Uint16Array(1 << (LETTERS * BITS))
  for (const kind of KINDS) {
    for (const word of TRIGGERS[kind].split(' ')) mark(table, word.slice(0, LETTERS), triggerBit(kind))
  }
  return table
}

function mark(table: Uint16Array, prefix: string, bit: number): void {
  let key = 0
  for (const letter of prefix) key = (key << BITS) | (letter.charCodeAt(0) - 96)
  const rest = (LETTERS - prefix.length) * BITS
  const to = prefix.length < 3 ? 1 : 1 << rest
  for (let i = 0; i < to; i++) {
    const at = (key << rest) | i
    table[at] = (table[at] ?? 0) | bit
  }
}
