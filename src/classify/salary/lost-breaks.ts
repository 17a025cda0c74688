import { classOf, LOWER, UPPER } from './fold-table.ts'

const OPENER =
  /^(?:Type|Lieu|Salaires?|R\u00e9mun\u00e9ration|Contrat|Profil|Vos|Vous|Votre|Nous|Notre|Les|Le|La|Une|Un|Exp\u00e9riences?|Formation|Poste|Date|Dur\u00e9e|Disponibilit\u00e9|Statut|Avantages|Ma\u00eetrise|Minimum|Bac|Niveau|Missions?|Comp\u00e9tences|T\u00e9l\u00e9travail|Requirements|What|You|Must|Bachelor|Master|Salary|Responsibilities|About)(?![A-Za-z\u00c0-\u024f])/
const LONGEST_OPENER = 24
// Enough to tell a brand from a sentence; a text without spaces must not be walked back again and again.
const LONGEST_WORD = 30

/**
 * True when the capital at an index, right behind a letter, opens a line whose break the page lost ("sur 3 ansVous êtes",
 * "PROFILFormation"). Brand names written in one word (YouTube, LinkedIn) are left alone.
 */
export function isGlued(text: string, at: number): boolean {
  let start = at
  let uppers = 0
  while (start > 0 && at - start < LONGEST_WORD) {
    const letter = classOf(text.charCodeAt(start - 1))
    if (letter !== LOWER && letter !== UPPER) break
    if (letter === UPPER) uppers++
    start--
  }
  const letters = at - start
  if (uppers === 0 && letters >= 2) return true
  if (uppers === letters && letters >= 3) return true
  const opens = classOf(text.charCodeAt(at + 1)) === LOWER
  return opens && OPENER.test(text.slice(at, at + LONGEST_OPENER))
}
