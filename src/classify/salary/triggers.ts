/**
 * Beginnings of words that announce a reading, one list for each pattern that is tried there. A reader looks only at its
 * own triggers, so that most of an ad is passed once, when it is folded, and never again. Folded letters; `=` before a
 * word means this very word.
 */
const TRIGGERS = {
  pay: 'salair salary remuneration gratification package compensation =smic',
  duration: 'cdd stage alternance apprentissage interim mission contrat contract internship freelance',
  alternance: 'alternan apprenti contrat',
  stage: 'stage stagiaire gratification contract intern',
  vie: 'contrat volontariat =v',
  benevolat: 'mission benevole volunteer',
  freelance: 'freelanc =free =b statut engage tjm contract',
  interim: 'mission contrat interim',
  cdd: 'cdd contrat fixed temporary',
  cdi: 'cdi contrat permanent indefinite =open',
  education:
    'bac master mba licence bachelor bts dut but deug doctorat phd =ph these maitrise diplome ecole formation university ' +
    'college undergraduate associate niveau =l =m =b =ba =bs bsc',
  experience: 'experience',
  // « 3 ans d'exp » is looked for where such a word stands too.
  expertise: 'expe',
  count: '=un une one deux two trois three quatre four cinq five six sept seven huit eight dix ten premiere',
  leastYears: 'min moins least partir',
  beginner: '=pas debutant beginner =sans aucune ouvert accessible =no',
  workTime: '=temps =part parttime =mi =plein =full fulltime',
  remoteNone: '=tele teletravail presentiel remote =on onsite',
  remotePartial: '=tele teletravail remote =home homeoffice distanciel hybrid',
  remoteFull: '=tele teletravail remote distanciel distance =full =fully',
  remoteNamed: '=tele teletravail =home homeoffice',
  school: 'ecole partenaire etudiants centre organisme',
  recruiter: 'client cabinet agence behalf',
  public: 'collectivite fonction agent etablissement cadre',
  agency: 'agence agency',
  reports: 'rattache =sous report rend encadre supervise depend',
  team: 'manag encadr anim dirig pilot supervis lead',
  budget: 'budg',
} as const

/** Name of a list of triggers. */
export type TriggerKind = keyof typeof TRIGGERS

// One bit each: at most thirty-one.
const KINDS = Object.keys(TRIGGERS) as TriggerKind[]
const INDEXES: ReadonlyMap<TriggerKind, number> = new Map(KINDS.map((kind, index) => [kind, index]))
const BITS = 5
const BEFORE_A = 96

// The triggers as a tree over letters (a = 1); node 0 is no node, node 1 the root.
const ROOT = 1
const next: number[] = new Array(2 << BITS).fill(0)
const prefixKinds: number[] = [0, 0]
const wordKinds: number[] = [0, 0]
for (const kind of KINDS) for (const trigger of TRIGGERS[kind].split(' ')) plant(trigger, 1 << triggerIndex(kind))
const NEXT = Uint16Array.from(next)
const PREFIX_KINDS = Int32Array.from(prefixKinds)
const WORD_KINDS = Int32Array.from(wordKinds)

/** Place of a kind in the table of triggers. */
export function triggerIndex(kind: TriggerKind): number {
  return INDEXES.get(kind) ?? 0
}

/** Kinds that a word of folded letters announces, one bit by place in the table; 0 for nearly all words. */
export function kindsAnnounced(bytes: Uint8Array, at: number, letters: number): number {
  let node = ROOT
  let kinds = 0
  const end = at + letters
  for (let place = at; place < end; place++) {
    node = NEXT[(node << BITS) | ((bytes[place] ?? 0) - BEFORE_A)] ?? 0
    if (node === 0) return kinds
    kinds |= PREFIX_KINDS[node] ?? 0
  }
  return kinds | (WORD_KINDS[node] ?? 0)
}

function plant(trigger: string, kind: number): void {
  const isWholeWord = trigger.startsWith('=')
  let node = ROOT
  for (const letter of isWholeWord ? trigger.slice(1) : trigger) {
    const edge = (node << BITS) | (letter.charCodeAt(0) - BEFORE_A)
    if (next[edge] === 0) {
      next[edge] = prefixKinds.length
      next.push(...new Array<number>(1 << BITS).fill(0))
      prefixKinds.push(0)
      wordKinds.push(0)
    }
    node = next[edge] ?? 0
  }
  const kinds = isWholeWord ? wordKinds : prefixKinds
  kinds[node] = (kinds[node] ?? 0) | kind
}
