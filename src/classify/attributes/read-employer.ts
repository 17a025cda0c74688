import type { EmployerKind, SizeClass } from '../../domain/reading.ts'
import type { FoldedText } from '../salary/fold-text.ts'
import type { TriggerKind } from '../salary/triggers.ts'
import { firstAt } from './match-at.ts'
import type { Found } from './quote.ts'

type Rule = readonly [EmployerKind, RegExp]

const COMPANY: readonly Rule[] = [
  [
    'school',
    /\becoles?\b|\bcfa\b|campus|\bschool\b|formation\b|institut\b|iscom|efap|digital college|\bisf?co?m\b|universite|studi\b|ifag|\beduc\w*|academ(?:y|ie)|openclassrooms/,
  ],
  [
    'recruiter',
    /recrut\w*|interim|michael page|robert half|hays\b|adecco|manpower|randstad|synergie|crit\b|expectra|page personnel|aquila rh|\brh\b|talents?\b|staffing|headhunt\w*|externatic|lynx|temporis|adsearch|fed (?:business|it|finance)|\bsbc\b|urban linker|aplitrak|hunteed|cabinet/,
  ],
  [
    'public',
    /mairie|ville de|commune d|communaute (?:de communes|d'agglo\w*|urbaine)|conseil (?:departemental|regional)|departement d|region |metropole|ministere|prefecture|\bchu\b|hopital|hopitaux|centre hospitalier|\bcnrs\b|inserm|ccas|agence nationale|etablissement public|france travail|caisse (?:primaire|nationale)|urssaf|syndicat mixte|chambre d[e']|\bars\b/,
  ],
  [
    'agency',
    /\bagence\b|\bagency\b|publicis|havas|ogilvy|\bbetc\b|ddb\b|we are social|\btbwa\b|studio\b|conseil en communication|\bpr\b|communication$/,
  ],
]
const CRAFT =
  'communication|digital|web|social|publicite|crea|influence|marketing|media|conseil|evenement|brand|contenu|relations'
// What a text says of its own author; each pattern begins at a trigger word and looks back for the words before it.
const SELF: readonly (readonly [EmployerKind & TriggerKind, RegExp])[] = [
  [
    'school',
    /(?<=(?:notre|cette|votre future) )ecole|(?<=l')ecole (?:recrute|recherche|propose)|partenaires?(?<=\b(?:nos|ses|notre|son|une|leurs?) entreprises? partenaires?)|(?<=nos )etudiants|centre de formation d'apprentis|organisme de formation/y,
  ],
  [
    'recruiter',
    /(?<=(?:recherch|recrut)[a-z]+ (?:[a-z]+ )?pour (?:le compte de )?(?:son|l'un de ses|un de ses|notre|l'un de nos|un de nos|ses|nos) )clients?|(?<=notre )client (?:est|recherche|recrute|situe|base|,)|cabinet de (?:recrutement|conseil en recrutement|chasse)|agence d'(?:emploi|interim)|behalf of our client|(?<=our )client is/y,
  ],
  [
    'public',
    /collectivites? (?:territoriales?|publiques?)|fonction publique|agents? (?:titulaires?|contractuels?)|etablissement public|cadres? d'emplois?/y,
  ],
  [
    'agency',
    new RegExp(
      String.raw`agence(?= (?:[a-z-]+ ){0,2}(?:de |en |d')?(?:${CRAFT}))(?<=(?:notre|cette|sommes une|est une|premiere|1ere|,|:|d'une) ?agence)|agence (?:de communication|digitale|web|social media|de publicite|creative|influence|marketing|de marketing|media)|agency(?<=we are an? [^.\n]{0,40}agency)|agency(?<=(?:our|a|an|the) (?:[a-z-]+ )?(?:digital|creative|marketing|media|pr) agency)`,
      'y',
    ),
  ],
]
const OTHER_AGENCY =
  /(?:avec|avec les|avec une|avec l'|pilot\w*|brief\w*|relation|coordon\w*|gestion|experience[^.\n]{0,60}|poste similaire[^.\n]{0,20}|\ben|ou en|les|des|aux|de l'|a l'|l') ?$/

/** Kind of employer by its folded name; null when the name does not tell. */
export function readEmployerName(company: string): EmployerKind | null {
  return COMPANY.find(([, pattern]) => pattern.test(company))?.[0] ?? null
}

/** Kind of employer by what a folded text says of itself; null when it does not. */
export function readEmployerKind(folded: FoldedText): Found<EmployerKind> | null {
  const { text } = folded
  for (const [kind, pattern] of SELF) {
    const found = firstAt(text, folded.triggers(kind), pattern)
    if (found === null || OTHER_AGENCY.test(text.slice(Math.max(0, found.start - 40), found.start))) continue
    return { value: kind, start: found.start, end: found.end }
  }
  return null
}

const EMPLOYEES =
  /(\d{1,3}(?: \d{3})+|\d+)(?: ?(?:a|-|et) ?(\d{1,3}(?: \d{3})+|\d+))? ?\+? ?(?:salarie|collaborat|collegue|employe|agents\b|employees|talents)/y
const SIZE_WORDS: readonly (readonly [SizeClass, RegExp])[] = [
  ['tpe', /\btpe\b|micro-?entreprise/],
  ['mid', /\beti\b|entreprise de taille intermediaire/],
  ['pme', /(?<!(?:pour|aux|les|des|d'|accompagn\w+|clients?) )\bpme\b/],
]

/** Class of size of a source's label ("50 à 99 salariés", "5000 salariés ou plus"). */
export function readSizeLabel(label: string): SizeClass | null {
  const first = NUMBER.exec(label)?.[0]
  if (first === undefined) return SIZE_WORDS.find(([, pattern]) => pattern.test(label))?.[0] ?? null
  return sizeClass(Number(first.replaceAll(' ', '')))
}
const NUMBER = /\d{1,3}(?: \d{3})+|\d+/
const TEAM_BEFORE = /(?:equipe|team|service|pole|communaute|manag\w*|encadr\w*)[^.\n]{0,25}$/
const OWN_SIZE =
  /(?:nous sommes|compte\w*|rassemble|regroupe|reunit|emploie|avec|ses|nos|groupe de|entreprise de|societe de|agence de|over|more than|we are|employs) ?(?:aujourd'hui |actuellement |desormais )?(?:plus de |pres de |environ |over |quelque )?$|(?:^|[^a-z])(?:plus|pres) de $/

/** Class of size that a folded text states of the employer ("nous comptons 250 collaborateurs"). */
export function readSize(folded: FoldedText): Found<SizeClass> | null {
  const { text } = folded
  const found = firstAt(text, folded.numbers, EMPLOYEES)
  if (found === null || !OWN_SIZE.test(text.slice(Math.max(0, found.start - 40), found.start))) return null
  if (TEAM_BEFORE.test(text.slice(Math.max(0, found.start - 50), found.start))) return null
  const count = Number((found.match[1] ?? '').replaceAll(' ', ''))
  return count < 1 ? null : { value: sizeClass(count), start: found.start, end: found.end }
}

function sizeClass(employees: number): SizeClass {
  if (employees < 10) return 'tpe'
  if (employees < 250) return 'pme'
  return employees < 5000 ? 'mid' : 'large'
}
