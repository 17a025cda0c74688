const WORD_BEFORE = /[A-Za-z\u00c0-\u024f'\u2019-]+$/
const OPENER =
  /^(?:Type|Lieu|Salaires?|R\u00e9mun\u00e9ration|Contrat|Profil|Vos|Vous|Votre|Nous|Notre|Les|Le|La|Une|Un|Exp\u00e9riences?|Formation|Poste|Date|Dur\u00e9e|Disponibilit\u00e9|Statut|Avantages|Ma\u00eetrise|Minimum|Bac|Niveau|Missions?|Comp\u00e9tences|T\u00e9l\u00e9travail|Requirements|What|You|Must|Bachelor|Master|Salary|Responsibilities|About)(?![A-Za-z\u00c0-\u024f])/
const LONGEST_WORD = 24

/**
 * True when the capital at an index, right behind a letter, opens a line whose break the page lost ("sur 3 ansVous êtes",
 * "PROFILFormation"). Brand names written in one word (YouTube, LinkedIn) are left alone.
 */
export function isGlued(text: string, at: number): boolean {
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? ''
  if (before.length >= 2 && before === before.toLowerCase()) return true
  if (before.length >= 3 && before === before.toUpperCase()) return true
  return OPENER.test(text.slice(at, at + LONGEST_WORD))
}
