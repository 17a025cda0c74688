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
const INDEXES: ReadonlyMap<TriggerKind, number> = new Map(KINDS.map((kind, index) => [kind, index]))
const LETTERS = 4
const BITS = 5
const BEFORE_A = 96
// Masks by row and fourth letter; rows by the first three letters. Five bits a letter: a = 1, 0 = the word is shorter.
// Two small tables stay in the processor's cache where one by all four letters would not.
const ROW_LENGTH = 1 << BITS
const { rows: ROWS, masks: MASKS } = buildTables()

/** Place of a kind in the table of triggers. */
export function triggerIndex(kind: TriggerKind): number {
  return INDEXES.get(kind) ?? 0
}

/** Kinds that a word of folded letters announces, one bit by place in the table; 0 for nearly all words. */
export function kindsAnnounced(bytes: Uint8Array, at: number, letters: number): number {
  const first = (bytes[at] ?? 0) - BEFORE_A
  const second = letters > 1 ? (bytes[at + 1] ?? 0) - BEFORE_A : 0
  const third = letters > 2 ? (bytes[at + 2] ?? 0) - BEFORE_A : 0
  const row = ROWS[(first << (2 * BITS)) | (second << BITS) | third] ?? 0
  if (row === 0) return 0
  const fourth = letters > 3 ? (bytes[at + 3] ?? 0) - BEFORE_A : 0
  return MASKS[row * ROW_LENGTH + fourth] ?? 0
}

function buildTables(): { rows: Uint8Array; masks: Uint16Array } {
  const rows = new Uint8Array(1 << (3 * BITS))
  const masks: number[] = new Array(ROW_LENGTH).fill(0)
  const rowOf = (prefix: string): number => {
    let key = 0
    for (let i = 0; i < LETTERS - 1; i++) key = (key << BITS) | codeAt(prefix, i)
    if (rows[key] === 0) {
      rows[key] = masks.length / ROW_LENGTH
      masks.push(...new Array(ROW_LENGTH).fill(0))
    }
    return rows[key] ?? 0
  }
  for (const kind of KINDS) {
    for (const word of TRIGGERS[kind].split(' ')) {
      const row = rowOf(word) * ROW_LENGTH
      const [from, to] = fourthLetters(word)
      for (let at = row + from; at < row + to; at++) masks[at] = (masks[at] ?? 0) | (1 << triggerIndex(kind))
    }
  }
  return { rows, masks: Uint16Array.from(masks) }
}

// Three letters may go on in any way, fewer not at all.
function fourthLetters(word: string): readonly [from: number, to: number] {
  if (word.length === LETTERS - 1) return [0, ROW_LENGTH]
  const code = codeAt(word, LETTERS - 1)
  return [code, code + 1]
}

function codeAt(word: string, index: number): number {
  return index < word.length ? word.charCodeAt(index) - BEFORE_A : 0
}
