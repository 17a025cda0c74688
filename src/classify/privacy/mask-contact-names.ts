import { fold } from '../../domain/fold-words.ts'
import { findNameCues, isGivenName } from './find-name-cues.ts'

/** What stands in a text where a person's name was. */
export const CONTACT_PLACEHOLDER = '[contact]'

const LETTER_OR_CLASS = /\\u[0-9a-f]{4}|\\p\{\w+\}|\\.|\[[^\]]*\]|\p{Ll}/gu

/** A pattern that takes letters of either case, so that the names beside it may be told by their capitals. */
function anyCase(pattern: string): string {
  return pattern.replaceAll(LETTER_OR_CLASS, (part) => {
    if (part.includes('\\') || part.toUpperCase() === part) return part
    const inner = part.startsWith('[') ? part.slice(1, -1) : part
    return `[${inner}${inner.toUpperCase()}]`
  })
}

const CAPITALISED = String.raw`(?:\p{Lu}(?:\p{L}|['’-](?=\p{L}))+|\p{Lu}\.?)`
const PARTICLE = `(?:de|du|des|d['’]|le|la|van|von|der|den|el|al|ben|bin|di|da|dos|st|saint)`
/** One to five words that may be a person's name: capitalised words, particles between them. */
const NAME = String.raw`(?:${CAPITALISED})(?:[ \u00a0]+(?:${PARTICLE}[ \u00a0]+){0,2}(?:${CAPITALISED})){0,3}`
const SPACE = String.raw`[ \u00a0\t]`

const CIVILITY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:M|Mr|Mrs|Ms|Mme|Mlle|Mmes|MM|Dr|Pr)\.?|Madame|Monsieur|Mademoiselle|Docteur|Ma[îi]tre)(${SPACE}+(?:l[ea]${SPACE}+(?:[Dd]octeur|[Pp]rofesseure?|[Mm]a[îi]tre)${SPACE}+)?)(${NAME})`,
  'gu',
)
const LABEL = new RegExp(
  `${anyCase(String.raw`((?<![\p{L}\p{N}])(?:vos?tres?${SPACE}+)?(?:contacts?|personnes?${SPACE}+[àa]${SPACE}+contacter|interlocut(?:eur|rice)s?|recrut(?:eur|euse)s?|recruiter|hiring${SPACE}+manager|r[ée]f[ée]rente?|tut(?:eur|rice)|correspondante?|charg[ée]e?(?:\(e\)|·e)?${SPACE}+(?:de|du)${SPACE}+recrutement|responsable${SPACE}+(?:du${SPACE}+)?(?:recrutement|rh)|renseignements?|candidatures?|annonce${SPACE}+suivie${SPACE}+par|dossier${SPACE}+suivi${SPACE}+par|offre${SPACE}+suivie${SPACE}+par|suivi${SPACE}+par|publi[ée]e?${SPACE}+par|post[ée]e?${SPACE}+par|posted${SPACE}+by)${SPACE}*(?:rh|recrutement|entreprise|employeur)?${SPACE}*[:：–-]${SPACE}*)`)}(${NAME})`,
  'uy',
)
const ASKING = new RegExp(
  `${anyCase(String.raw`((?<![\p{L}\p{N}])(?:contact(?:ez|er)|appel(?:ez|er)|joindre|joignez|[ée]cri(?:vez|re)${SPACE}+[àa]|demand(?:ez|er)|rencontr(?:ez|er)|aupr[èe]s${SPACE}+de|adress(?:ez|er|[ée]e?s?)[^.\n]{0,60}?${SPACE}[àa]|envo(?:yez|yer|i)[^.\n]{0,60}?${SPACE}[àa]|transm(?:ettez|ettre)[^.\n]{0,60}?${SPACE}[àa]|(?:cv|candidature|lettre)[^.\n]{0,30}?${SPACE}[àa]|[àa]${SPACE}+l['’]attention${SPACE}+de|attn|please${SPACE}+contact|reach${SPACE}+out${SPACE}+to|apply${SPACE}+to)${SPACE}*:?${SPACE}+)`)}(${NAME})`,
  'uy',
)
const HR_ROLE = String.raw`(?:drh|rrh|rh|hrbp|talent|recrut|recruit|responsable|charg[ée]|direct|g[ée]rant|pr[ée]sident|assistant|consultant|fondat|co-?fondat|ceo|hr\b|head|manager|secr[ée]taire|maire|cheffe?)`
/** What follows the name of somebody who signs: an office in the house, an address, a number. */
const SIGNED_BY = new RegExp(
  String.raw`(?!${SPACE}*,${SPACE}*(?:cabinet|entreprise|société|agence|groupe|leader|acteur|spécialiste|filiale|réseau)\b)${SPACE}*(?:[,\n–(-]|\|)\s*(?:\p{L}+${SPACE}+){0,2}?${HR_ROLE}|[^\n\p{L}]{0,6}(?:\[e-mail\]|\[téléphone\])|${SPACE}+(?:au|par|via|à|sur|at)${SPACE}+(?:l['’]adresse${SPACE}+)?(?:\[e-mail\]|\[téléphone\])|[^\n]{0,60}(?:\[e-mail\]|\[téléphone\])`,
  'iuy',
)
/** Capitalised words in a row. Case counts here: a pattern blind to it would try every word of the ad. */
const CAPITALISED_RUN = new RegExp(String.raw`(?<![\p{L}\p{N}])${NAME}`, 'gu')
const CLOSING = new RegExp(
  `${anyCase(String.raw`((?:cordialement|bien${SPACE}+[àa]${SPACE}+vous|[àa]${SPACE}+bient[ôo]t|best${SPACE}+regards|salutations)\s*[,.!:]?\s*)`)}(${NAME})`,
  'gu',
)

/** Words that begin an office, a body or a brand, never a person's name. */
const NOT_A_PERSON: ReadonlySet<string> = new Set(
  `service services direction mairie pole agence ressources departement equipe bureau secretariat cabinet centre
  accueil france travail cap mission groupe societe rh drh directeur directrice maire president presidente responsable
  prefet ministre recteur proviseur chef cheffe le la les l un une votre notre nos vos monsieur madame community social
  media manager digital marketing communication cv lettre poste offre candidature email mail e tel telephone
  entreprise association ecole institut universite conseil region ville commune metropole office pole linkedin indeed
  instagram facebook tiktok twitter youtube whatsapp messenger hellowork apec cadremploi welcome bricolage figaro
  meuble propre good store loyal paris lyon marseille lille nantes bordeaux toulouse rennes strasbourg montpellier
  human resources team talent talents recrutement recruiting acquisition people culture site page formulaire
  cdi cdd stage alternance www http https via par au aux sur avec dans pour the our us we you your please all
  lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre
  octobre novembre decembre ou et de du des apres avant plus tout toute rue avenue place boulevard contact
  ambassadeur partenaires clients client fournisseurs prestataires influenceurs journalistes presse medias agences
  google canva adobe meta siret siren sas sarl
  vous nous il elle ils elles je tu on ce cette ces cet si c est qui que en dans lors bonjour merci st ste saint sainte l'equipe l’equipe
  chanel`.split(/\s+/),
)
const NAME_WORD = /[\p{L}.'’-]+/gu
const PARTICLE_WORD = new RegExp(`^${PARTICLE}$`, 'iu')
const ALL_CAPITALS = /^\p{Lu}[\p{Lu}'’-]+$/u
const CAPITAL = /^\p{Lu}/u
const SPLIT = /(\s+)/u

/** Replaces the names of contact persons: after a civility, a contact label or an invitation to write, or signed. */
export function maskContactNames(text: string): string {
  let masked = text.replaceAll(CIVILITY, (whole, civility: string, gap: string, name: string) =>
    maskName(whole, `${civility}${gap}`, name, isLikelyAfterCivility),
  )
  let cues = findNameCues(masked)
  const replace = (next: string): void => {
    if (next === masked) return
    masked = next
    cues = findNameCues(next)
  }
  replace(maskAt(masked, cues.labels, LABEL, isLikelyLabelled))
  replace(maskAt(masked, cues.askings, ASKING, isLikelyPerson))
  replace(masked.replaceAll(CLOSING, (whole, cue: string, name: string) => maskName(whole, cue, name, isLikelyPerson)))
  return maskSigners(masked, cues.givenNames)
}

/** Masks the names behind the cues that a sticky pattern finds at the places given. */
function maskAt(
  text: string,
  places: readonly number[],
  pattern: RegExp,
  isLikely: (words: readonly string[]) => boolean,
): string {
  let masked = ''
  let copied = 0
  for (const at of places) {
    if (at < copied) continue
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) continue
    const [whole, cue = '', name = ''] = match
    masked += text.slice(copied, at) + maskName(whole, cue, name, isLikely)
    copied = at + whole.length
  }
  return masked + text.slice(copied)
}

function maskName(
  whole: string,
  cue: string,
  written: string,
  isLikely: (words: readonly string[]) => boolean,
): string {
  const name = nameOf(written)
  if (name === '' || !isLikely(name.match(NAME_WORD) ?? [])) return whole
  return `${cue}${CONTACT_PLACEHOLDER}${written.slice(name.length)}`
}

/** Masks those who sign: only runs of capitalised words that hold a given name are looked at. */
function maskSigners(text: string, givenNames: readonly number[]): string {
  let masked = ''
  let copied = 0
  let from = 0
  let lineEnd = -1
  for (const at of givenNames) {
    if (at < from) continue
    // A run never goes over a line: what stands on the lines above does not change where this one's runs begin.
    while (lineEnd < at) {
      from = Math.max(from, lineEnd + 1)
      lineEnd = endOfLine(text, lineEnd + 1)
    }
    CAPITALISED_RUN.lastIndex = from
    let run = CAPITALISED_RUN.exec(text)
    while (run !== null && run.index + run[0].length <= at) run = CAPITALISED_RUN.exec(text)
    if (run === null) break
    from = run.index
    if (from > at) continue
    from += run[0].length
    masked += text.slice(copied, run.index) + maskSigned(text, run.index, run[0])
    copied = from
  }
  return masked + text.slice(copied)
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

/** Masks a full name only where what follows it says that a person signs; the names are looked at first, being rare. */
function maskSigned(text: string, offset: number, written: string): string {
  for (const { index } of written.matchAll(WORD_START)) {
    const name = nameOf(written.slice(index))
    if (!isLikelyFullName(name.match(NAME_WORD) ?? [])) continue
    SIGNED_BY.lastIndex = offset + index + name.length
    if (!SIGNED_BY.test(text)) return written
    return `${written.slice(0, index)}${CONTACT_PLACEHOLDER}${written.slice(index + name.length)}`
  }
  return written
}
const WORD_START = /(?<!\S)(?<!\b[Ss](?:[Tt][Ee]?|aint|AINT|ainte|AINTE)\s)\p{Lu}/gu

/** The leading words of a match that are capitalised and belong to no office or brand. */
function nameOf(written: string): string {
  let end = 0
  let position = 0
  for (const part of written.split(SPLIT)) {
    const isGap = part.trim() === ''
    if (!isGap && !PARTICLE_WORD.test(part)) {
      if (!CAPITAL.test(part) || NOT_A_PERSON.has(fold(part).replace('.', ''))) break
      end = position + part.length
    }
    position += part.length
  }
  return written.slice(0, end).replace(TRAILING_STOP, '')
}
/** A full stop ends the sentence, save after an initial ("Marie D."). */
const TRAILING_STOP = /(?<=\p{L}{2})\.$/u

function isLikelyAfterCivility(words: readonly string[]): boolean {
  return words.some((word) => word.replace('.', '').length > 1)
}

function isLikelyLabelled(words: readonly string[]): boolean {
  return isLikelyPerson(words) || words.length >= 2
}

function isLikelyPerson(words: readonly string[]): boolean {
  const [first = '', second = ''] = words
  return isGivenName(first) || (ALL_CAPITALS.test(second) && !ALL_CAPITALS.test(first)) || isReversed(words)
}

/** "DUPONT Marie": the family name first, in capitals. */
function isReversed([first = '', second = '']: readonly string[]): boolean {
  return ALL_CAPITALS.test(first) && isGivenName(second)
}

function isLikelyFullName(words: readonly string[]): boolean {
  return words.length >= 2 && (isGivenName(words[0] ?? '') || isReversed(words))
}
