import type { Contract } from '../../domain/contract.ts'
import type { Found } from './quote.ts'

/** Texts of one ad that say its contract, folded. */
export interface ContractTexts {
  readonly label: string | null
  readonly title: string
  readonly description: string
  readonly salaryLabel: string | null
}

/** A contract with the field it was read from. */
export interface FoundContract extends Found<Contract> {
  readonly field: 'contract' | 'title' | 'description' | 'salary'
}

type Rule = readonly [contract: Contract, pattern: RegExp]

// The source's label: closed vocabularies, so one word decides.
const LABEL: readonly Rule[] = [
  ['alternance', /alternan\w*|apprenti\w*|professionnalisation|apprenticeship/],
  ['stage', /\bstage|stagiaire|\bintern(?:ship)?\b/],
  ['vie', /\bvie\b|\bv\.i\.e/],
  ['benevolat', /benevol\w*|volunteer\w*|service civique/],
  ['freelance', /freelance|\blib\b|liberal\w*|independant\w*|contract(?:or|ant)|auto-?entrepreneur|\bcontract$/],
  ['interim', /interim\w*|temporary agency/],
  ['cdi', /\bcdi\b|duree indeterminee|\bpermanent\b|indefini\w*/],
  ['cdd', /\bcdd\w{0,2}\b|duree determinee|saisonnier|temporaire|temporary|fixed[- ]term|vacataire|contractuel/],
]

const TITLE: readonly Rule[] = [
  [
    'alternance',
    /\balternan\w*|\bapprenti(?:e|\(e\)|[.·-]e|s|es)?\b|apprentissage|contrat (?:de )?pro\b|professionnalisation|apprenticeship|\bapprentice\b/,
  ],
  ['stage', /\bstage\b(?! (?:manager|tech))|\bstagiaires?\b|\bintern(?:ship)?\b|\bstag\.?\b/],
  ['vie', /\bv\.?i\.?e\b\.?(?! )|\(vie\)|\bvie -/],
  ['benevolat', /\bbenevol\w*|\bvolunteer\w*|service civique|mecenat de competences/],
  ['freelance', /\bfreelance\w*|\bindependant\w*\b|portage salarial|\bcontractor\b|\bmonth contract\b/],
  ['interim', /\binterim\b|mission interimaire/],
  ['cdd', /\bcdd\w{0,2}\b|fixed[- ]term|\bftc\b/],
  ['cdi', /\bcdi\b/],
]

// Wordings of the text that speak of this very job's contract; the earliest of the strong ones counts.
const STRONG: readonly Rule[] = [
  [
    'alternance',
    /(?:type|nature|forme) (?:de |du )?contrat\w* ?:?[^a-z]{0,6}(?:contrat )?(?:en |d')?(?:alternance|apprentissage|professionnalisation)|contrat ?:[^a-z]{0,4}(?:alternance|apprentissage)|contrat (?:d'|en )?(?:apprentissage|alternance)|(?:recherch\w+|recrut\w+|cherch\w+|propos\w+|offre|accueill\w+)[^.\n]{0,60}\balternan(?:t|ce)|\bun(?:\(?e\)?|\/e| ou une)? ?alternant|(?:notre|votre|ton|son) (?:futur\S* )?(?:alternan(?:t|ce)|apprenti)|cette alternance|poste en alternance|alternance (?:de|d'|a pourvoir|d'un an|\d|:)|en alternance (?:pour|de|a partir|des|au sein)|alternance program|\bpour une alternance/,
  ],
  [
    'stage',
    /(?:type|nature) (?:de |du )?contrat\w* ?:?[^a-z]{0,6}(?:convention de )?stage|contrat ?:[^a-z]{0,4}stage|stage (?:de|d'une duree|conventionne|a pourvoir|remunere|\d|:|en |base|pour une)|(?:recherch\w+|recrut\w+|cherch\w+)[^.\n]{0,50}\bstagiaire|(?:recherch\w+|propos\w+|offr\w+)[^.\n]{0,40}\bstage\b|(?:notre|votre|ton|ce|cette|un) (?:futur\S* )?stage\b|gratification|convention de stage|contract type ?: ?intern\w*|looking for an? [^.\n]{0,50}\bintern\b|\d[- ]months? internship|internship (?:contract|position)/,
  ],
  ['vie', /\bcontrat vie\b|volontariat international|en v\.?i\.?e\b/],
  [
    'benevolat',
    /mission (?:de )?benevol\w*|(?:poste|activite|engagement) benevole|benevolement|volunteer (?:position|placement|role|internship)|mission de service civique/,
  ],
  [
    'freelance',
    /(?:mission|activite|contrat|statut|prestation|poste|collaboration|modalites?)[^.\n]{0,25} (?:en |de )?free-?lances?|(?:en|-) free-?lance\b|freelance (?:collaboration|contract|mission|role|position|opportunity)|freelancing contract|free-?lance \(|contract ?: [^.\n]{0,20}freelance|(?:recherch\w+|looking for|recrut\w+)[^.\n]{0,50}free-?lance|b2b contract|statut (?:d')?(?:auto-?entrepreneur|independant|micro-?entrepreneur)|en tant que free-?lance|engage contractors|\btjm\b/,
  ],
  ['interim', /mission (?:d')?interim\w*|contrat (?:d'|en )?interim\w*|en interim\b|contrat de travail temporaire/],
  [
    'cdd',
    /(?:type|nature|forme) (?:de |du )?contrat\w* ?:?[^a-z]{0,6}(?:cdd\w{0,2}\b|contrat a duree determinee)|contrat ?:[^a-z]{0,4}cdd|(?:en|un|poste|contrat|-) ?(?:contrat )?cdd\w{0,2}\b|\bcdd (?:de|d'|-|\d|temps|a temps|\()|contrat a duree determinee|fixed[- ]term(?: contract)?|temporary contract/,
  ],
  [
    'cdi',
    /(?:type|nature|forme) (?:de |du )?contrat\w* ?:?[^a-z]{0,6}(?:cdi\b|contrat a duree indeterminee)|contrat\w*[^a-z]{1,4}cdi\b|(?:en|un|poste|contrat|cadre|,|-|\|) ?(?:contrat )?cdi\b|\bcdi (?:a|au|-|temps|\(|des|base|:|\d|full|est|cadre|,)|\(cdi\)|contrat a duree indeterminee|permanent (?:contract|position|role)|indefinite contract|open-ended contract/,
  ],
]

// Contracts that others hold: "manager une équipe de stagiaires", "encadrement de l'alternant".
const OTHERS =
  /(?:encadr\w*|manag\w*|form\w*|pilot\w*|anim\w*|supervis\w*|equipe\w*|compose\w*|aupres|tut\w*|recrut\w* et|coordon\w*|accompagn\w*)[^.\n]{0,50}$/
const DAY_RATE = /¤ ?\/ ?j|par jour|\btjm\b/

/**
 * Reads the contract. A title naming alternance or stage speaks louder than the source's form, which knows only "CDD";
 * then the label, then the title, then what the text says of this job's own contract.
 */
export function readContract(texts: ContractTexts): FoundContract | null {
  const title = firstRule(TITLE, texts.title)
  const label = texts.label === null ? null : firstRule(LABEL, texts.label)
  if (title !== null && isTrainee(title.value)) return { ...title, field: 'title' }
  if (label !== null && isTrainee(label.value)) return { ...label, field: 'contract' }
  const strong = earliestRule(STRONG, texts.description)
  const trainee = strong.find((found) => isTrainee(found.value))
  if (label !== null) {
    const isHidden = trainee !== undefined && (label.value === 'cdd' || trainee.start < 400)
    return isHidden ? { ...trainee, field: 'description' } : { ...label, field: 'contract' }
  }
  if (title !== null) return { ...title, field: 'title' }
  const first = strong[0]
  if (first !== undefined) return { ...first, field: 'description' }
  const rate = texts.salaryLabel === null ? null : DAY_RATE.exec(texts.salaryLabel)
  if (rate === null) return null
  return { value: 'freelance', start: rate.index, end: rate.index + rate[0].length, field: 'salary' }
}

function isTrainee(contract: Contract): boolean {
  return contract === 'alternance' || contract === 'stage'
}

function firstRule(rules: readonly Rule[], text: string): Found<Contract> | null {
  for (const [contract, pattern] of rules) {
    const match = pattern.exec(text)
    if (match !== null) return { value: contract, start: match.index, end: match.index + match[0].length }
  }
  return null
}

function earliestRule(rules: readonly Rule[], text: string): Found<Contract>[] {
  const found: Found<Contract>[] = []
  for (const [contract, pattern] of rules) {
    const match = pattern.exec(text)
    if (match === null || OTHERS.test(text.slice(Math.max(0, match.index - 60), match.index))) continue
    found.push({ value: contract, start: match.index, end: match.index + match[0].length })
  }
  return found.sort((a, b) => a.start - b.start)
}
