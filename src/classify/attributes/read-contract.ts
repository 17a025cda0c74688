import type { Contract } from '../../domain/contract.ts'
import type { FoldedText } from '../salary/fold-text.ts'
import type { TriggerKind } from '../salary/triggers.ts'
import { allAt } from './match-at.ts'
import type { Found } from './quote.ts'

/** Texts of one ad that say its contract, folded. */
export interface ContractTexts {
  readonly label: string | null
  readonly title: string
  readonly description: FoldedText
  /** The source's own pay label; asked for only when nothing else tells. */
  readonly salaryLabel: () => string | null
}

/** A contract with the field it was read from. */
export interface FoundContract extends Found<Contract> {
  readonly field: 'contract' | 'title' | 'description' | 'salary'
}

type Rule = readonly [contract: Contract, pattern: RegExp]
type StrongRule = readonly [contract: Contract & TriggerKind, pattern: RegExp]

// The source's label: closed vocabularies, so one word decides.
const LABEL: readonly Rule[] = [
  ['alternance', /alternan\w*|apprenti\w*|professionnalisation|apprenticeship/],
  ['stage', /\bstage|stagiaire|\bintern(?:ship)?\b/],
  ['vie', /\bvie\b|\bv\.i\.e/],
  ['benevolat', /benevol\w*|volunteer\w*|service civique/],
  ['freelance', /freelance|\blib\b|liberal\w*|independant\w*|contract(?:or|ant)|auto-?entrepreneur|\bcontract$/],
  ['interim', /interim\w*|temporary agency|\b(?:mis|tti|din)$/],
  ['cdi', /\bcdi\b|duree indeterminee|\bpermanent\b|indefini\w*/],
  [
    'cdd',
    /\bcdd\w{0,2}\b|duree determinee|saisonnier|\bsai$|\bddi$|temporaire|temporary|fixed[- ]term|vacataire|contractuel/,
  ],
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

// Wordings of the text that speak of this very job's contract; each pattern begins at a trigger word and looks back for
// the words before it. The earliest counts.
const TYPE_OF_CONTRACT = `(?:type|nature|forme) (?:de |du )?contrats? ?:?[^a-z]{0,6}(?:contrat )?(?:en |d'|de )?`
const LOOKING_FOR = String.raw`(?:recherch|recrut|cherch|propos[eo]|offr[eo]|accueill)[a-z]*[^.\n]{0,55}`
const CONTRACT_COLON = `contrats?[^a-z]{1,5}`
const STRONG: readonly StrongRule[] = [
  [
    'alternance',
    new RegExp(
      String.raw`contrat (?:d'|en |de )?(?:apprentissage|alternance|professionnalisation)|alternance (?:de |d'|a pourvoir|\d|:|program)|(?:alternan(?:te?s?|ce)|apprentissage|professionnalisation)\b(?<=(?:${TYPE_OF_CONTRACT}|${CONTRACT_COLON})[a-z]+)|(?:alternan(?:te?s?|ce)|apprentie?)\b(?<=${LOOKING_FOR}(?:alternan|apprenti)[a-z]*)|alternance(?<=(?:^|\n|\u00b7)[ *-]*alternance)|alternance (?:parfaite|ideale)|alternant(?<=\bun(?:\(?e\)?|\/e| ou une)? ?alternant)|(?:alternan|apprenti)(?<=(?:notre|votre|ton|son) (?:futur\S* )?[a-z]+)|alternance(?<=(?:cette|poste en|pour une) alternance)|alternance (?:pour|de|a partir|des|au sein)(?<=\ben alternance [a-z ]+)|apprenticeship (?:contract|position)`,
      'y',
    ),
  ],
  [
    'stage',
    new RegExp(
      String.raw`stage (?:de \d|de (?:fin|deux|trois|quatre|cinq|six)|d'une duree|conventionne|a pourvoir|remunere|\d ?(?:mois|a |-)|: ?\d|base a|pour une duree)|stage\b(?<=(?:${TYPE_OF_CONTRACT}|${CONTRACT_COLON})(?:convention de )?stage)|stagiaires?\b(?<=${LOOKING_FOR}stagiaires?)|stage\b(?<=(?:recherch|propos[eo]|offr[eo])[a-z]*[^.\n]{0,40}stage)|stage\b(?<=(?:notre|votre|ton|ce) (?:futur\S* )?stage)|stage(?<=convention de stage)|stage\b(?<=(?:[-:(] ?|\n|recrut[^.\n]{0,60}|recherch[^.\n]{0,60})en stage)|gratification|contract type ?: ?intern\w*|intern\b(?<=looking for an? [^.\n]{0,50}intern)|internship(?<=\d[- ]months? internship)|internship (?:contract|position)|intern(?:ship)?(?<=contract type ?: ?intern(?:ship)?)`,
      'y',
    ),
  ],
  ['vie', /contrat vie\b|volontariat international|(?<=\ben )v\.i\.e\b/y],
  [
    'benevolat',
    /mission (?:de )?benevol\w*|benevole(?<=(?:poste|activite|engagement) benevole)|volunteer (?:position|placement|role|internship)|mission de service civique/y,
  ],
  [
    'freelance',
    new RegExp(
      String.raw`free-?lances?\b(?<=(?:(?:mission|activite|contrat|statut|prestation|poste|collaboration|modalites?)[^.\n]{0,25} (?:en |de )?|(?:\ben|-) )free-?lances?)|freelance (?:collaboration|contract|mission|role|position|opportunity)|freelancing contract|free-?lance \(|free-?lance(?<=(?:${CONTRACT_COLON}[^.\n]{0,20}|(?:recherch|recrut|looking for)[^.\n]{0,50})free-?lance)|b2b contract|statut (?:d')?(?:auto-?entrepreneur|independant|micro-?entrepreneur)|free-?lance(?<=en tant que free-?lance)|engage contractors|tjm\b|contract: consultant \/ freelancer`,
      'y',
    ),
  ],
  [
    'interim',
    /mission (?:d')?interim\w*|contrat (?:d'|en )?interim\w*|(?<=\ben |: )interim\b|contrat de travail temporaire/y,
  ],
  ['cdd', /cdd[a-z]{0,2}\b|contrat a duree determinee|fixed[- ]term|temporary contract/y],
  [
    'cdi',
    /cdi\b|contrat a duree indeterminee|permanent (?:contract|position|role)|indefinite contract|open-ended contract/y,
  ],
]

// Contracts that others hold ("encadrer une équipe de stagiaires"), or that this job may turn into.
const OTHERS =
  /\b(?:encadr\w+|manage[rz]? (?:un|une|des|les|l'|d')|management d|supervis\w+|tutor\w+|compos\w+|aupres d|equipes? (?:d|compos)|recruter, |coordonn\w+ d)[^.\n]{0,45}$/
// "Cette offre n'est pas une alternance", "pas d'alternance".
const DENIED =
  /(?:n'est pas |pas (?:d'|de |en )|\bni |hors |aucun\w* )(?:une? |en )?(?:contrat (?:de professionnalisation ni )?d')?$/
const MAY_BECOME =
  /(?:possibilite|perspective|evolution|evoluer|transform|debouch|embauche|vers un|en vue d|a l'issue|experience (?:professionnelle )?en|\bami\b|parrain|salaries? en|collaborateurs? en|interim, (?:cdd ou )?|cdd ou )[^.\n]{0,25}$|(?:stages?(?: longs?)?|alternances?|interim)[ ,/(]*(?:et |ou )?$/
const OPENING = 400
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
  const strong = ownContracts(texts.description)
  const trainee = strong.find((found) => isTrainee(found.value))
  if (label !== null) {
    const isHidden = trainee !== undefined && mayHide(label.value, trainee.start)
    return isHidden ? { ...trainee, field: 'description' } : { ...label, field: 'contract' }
  }
  if (title !== null) return { ...title, field: 'title' }
  const first = strong[0]
  if (first !== undefined) return { ...first, field: 'description' }
  const salary = texts.salaryLabel()
  const rate = salary === null ? null : DAY_RATE.exec(salary)
  if (rate === null) return null
  return { value: 'freelance', start: rate.index, end: rate.index + rate[0].length, field: 'salary' }
}

// Forms of job boards know alternance only as "CDD"; a "CDI" is one only when the ad opens with it. Agencies name every
// contract they deal in, so that "Intérim" stands.
function mayHide(label: Contract, traineeAt: number): boolean {
  return label === 'cdd' || (label === 'cdi' && traineeAt < OPENING)
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

function ownContracts(folded: FoldedText): Found<Contract>[] {
  const { text } = folded
  const found: Found<Contract>[] = []
  for (const [contract, pattern] of STRONG) {
    const own = allAt(text, folded.triggers(contract), pattern).find(({ start }) => isOwn(contract, text, start))
    if (own !== undefined) found.push({ value: contract, start: own.start, end: own.end })
  }
  return found.sort((a, b) => a.start - b.start)
}

function isOwn(contract: Contract, text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  if (DENIED.test(before)) return false
  return !(contract === 'cdi' || contract === 'cdd' ? MAY_BECOME : OTHERS).test(before)
}
