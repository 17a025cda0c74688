import { fold, foldedWords } from '../../domain/fold-words.ts'
import type { EmployerKind } from '../../domain/reading.ts'
import type { Employer } from '../../domain/vacancy.ts'

/** Legal forms and linking words. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  `sa sas sasu sarl eurl snc sci scop scic scp sca selarl selas gie gip epic ltd limited llc inc corp gmbh ag bv nv
  plc spa srl oy ab et and groupe group holding ste societe ets etablissements cie company co`.split(/\s+/),
)
/** Words of countries that only say which branch of one employer it is. */
const BRANCH_WORDS: ReadonlySet<string> = new Set(['france', 'fr', 'europe', 'international'])
const DOTTED = /\b([a-z])\.(?=[a-z]\b)/g

const UNNAMED =
  /^(?:(?:entreprise|societe|employeur|client|recruteur|organisme|nom)\s+)?(?:non|pas)\s+(?:nomm|precis|communiqu|renseign|divulgu|indiqu)|confidentiel|anonym|^(?:entreprise|societe|employeur|particulier|client|mairie|association|notre client|un de nos clients|n\s?a|nc|inconnu|unknown|none|null)$/

/** The first that matches gives the kind; the name alone must say it. */
const KINDS: readonly (readonly [EmployerKind, RegExp])[] = [
  [
    'public',
    /\b(?:mairie|ville de|commune de|communaute (?:de communes|d agglomeration|urbaine)|agglomeration|metropole|conseil (?:departemental|regional)|departement d|prefecture|ministere|direction (?:generale|regionale|departementale)|centre hospitalier|chu|chru|hopital|hopitaux|ccas|academie de|rectorat|universite|cnrs|inserm|region (?:bretagne|normandie|occitanie|sud|grand est|hauts de france|pays de la loire|nouvelle aquitaine|auvergne|bourgogne|centre|ile de france)|chambre de commerce|cci|office (?:de tourisme|public)|service public|etablissement public|gouv)\b/,
  ],
  [
    'school',
    /\b(?:ecole|ecoles|school|campus|cfa|iscod|openclassrooms|studi|institut superieur|business school|formation|formations|academy|lycee|college|mydigitalschool|digital college|esg|ifag|walter learning|aftec|nextformation|greta|afpa)\b/,
  ],
  [
    'recruiter',
    /\b(?:interim|recrutement|recruitment|recruiting|recruiters?|recruteurs?|rh|hr|talents?|staffing|headhunt\w*|emploi|emplois|manpower|randstad|adecco|expectra|hays|michael page|page personnel|pagegroup|robert half|robert walters|synergie|proman|crit|supplay|gi group|temporis|actual|samsic|kelly services|start people|menway|partnaire|lhh|aquila|fed|approach people|externatic|urban linker|lynx|experis|walters people|spring|leader|derichebourg|adsearch|nextgen)\b/,
  ],
  [
    'agency',
    /\b(?:agence|agency|publicite|communication|communications|publicis|havas|tbwa|bbdo|ogilvy|dentsu|wpp|ddb|betc|we are social|studio|labelium|influence|social media)\b/,
  ],
]

/**
 * Brings an employer's name to the key that all its spellings share: no accents, case, legal form, "groupe".
 * Returns null for an employer that the ad does not name.
 */
export function readEmployer(name: string | null): Employer | null {
  if (name === null) return null
  const folded = fold(name).replaceAll(DOTTED, '$1')
  const words = foldedWords(folded)
  const plain = words.join(' ')
  if (plain === '' || UNNAMED.test(plain)) return null
  return { key: employerKey(words), name: name.trim(), kind: kindOf(plain) }
}

function employerKey(words: readonly string[]): string {
  const telling = words.filter((word) => !LEGAL_FORMS.has(word))
  while (telling.length > 1 && BRANCH_WORDS.has(telling.at(-1) ?? '')) telling.pop()
  return (telling.length > 0 ? telling : words).join(' ')
}

function kindOf(plain: string): EmployerKind {
  return KINDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'unknown'
}
