import type { Capture } from '../../../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../../domain/crawl.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../domain/posting.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import { recordsOf } from '../../shapes/json-body.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import type { Reader } from '../../shapes/reader.ts'
import { sliceByDate } from './slice-by-date.ts'

/** Most offers one request may ask for. */
export const PAGE_SIZE = 150
/** Offers past this number cannot be reached by paging (`range=3000-3149` is the last). */
export const WINDOW = 3150

const CONTENT_RANGE = /(?:^|\s)(?:(\d+)-(\d+)|\*)\/(\d+)/

/** The first page of a search, newest offers first. */
export function searchUrl(base: string, filters: Readonly<Record<string, string>>, today: string): CrawlRequest {
  const url = new URL(base)
  for (const [key, value] of Object.entries(filters)) if (value !== '') url.searchParams.set(key, value)
  url.searchParams.set('sort', '1')
  url.searchParams.set('range', `0-${PAGE_SIZE - 1}`)
  return listingRequest(url.href, { headers: { accept: 'application/json' }, context: { today } })
}

/** Reads one page of search results and asks for the rest: by range, or by slices of creation date past the window. */
export function parse(capture: Capture, request: CrawlRequest): ParsedPage {
  const page = new PageBuilder()
  if (capture.status === 204 || capture.body.byteLength === 0) return page.build('api')
  for (const offer of recordsOf(capture, page, 'resultats')) page.add(readOffer(offer))
  followRest(capture, request, page)
  return page.build('api')
}

function followRest(capture: Capture, request: CrawlRequest, page: PageBuilder): void {
  const range = CONTENT_RANGE.exec(capture.headers['content-range'] ?? '')
  const start = Number(new URL(request.url).searchParams.get('range')?.split('-')[0] ?? 0)
  if (range === null) {
    if (capture.status !== 206) return
    page.log.warn('content-range-missing', 'A partial answer does not say how many offers there are.', request.url)
    if (start + 2 * PAGE_SIZE <= WINDOW && page.size > 0) page.follow(pageFrom(request, start + PAGE_SIZE))
    return
  }
  const total = Number(range[3])
  if (start > 0) return
  const slices = total > WINDOW ? sliceByDate(request) : []
  if (slices.length > 0) {
    for (const slice of slices) page.follow(slice)
    return
  }
  if (total > WINDOW) {
    const message = `A search that cannot be cut smaller has ${total} offers; only ${WINDOW} can be read.`
    page.log.error('window-exceeded', message, request.url)
  }
  for (let next = PAGE_SIZE; next < Math.min(total, WINDOW); next += PAGE_SIZE) page.follow(pageFrom(request, next))
}

function pageFrom(request: CrawlRequest, start: number): CrawlRequest {
  const url = new URL(request.url)
  url.searchParams.set('range', `${start}-${start + PAGE_SIZE - 1}`)
  return listingRequest(url.href, { headers: request.headers, context: request.context, depth: request.depth + 1 })
}

const SALARY_WITH_AMOUNT = /[1-9]/
const USUAL_NATURE = 'contrat travail'
const IGNORED = [
  ...[
    'dateActualisation',
    'appellationlibelle',
    'experienceExige',
    'competences',
    'qualitesProfessionnelles',
    'permis',
  ],
  ...['langues', 'contact', 'agence', 'accessibleTH', 'qualificationCode', 'qualificationLibelle', 'codeNAF'],
  ...['secteurActivite', 'offresManqueCandidats', 'deplacementCode', 'deplacementLibelle', 'conditionExercice'],
  ...[
    'complementExercice',
    'contexteTravail',
    'employeurHandiEngage',
    'outilsBureautiques',
    'typeContrat',
    'romeLibelle',
  ],
] as const

/** Reads one offer of the API (also from a saved answer). */
export function readOffer(offer: Reader): PostingDraft {
  const extId = offer.string('id') ?? ''
  offer.ref = extId || null
  const place = offer.record('lieuTravail')
  const employer = offer.record('entreprise')
  const origin = offer.record('origineOffre')
  const commune = place?.string('commune') ?? null
  const draft: PostingDraft = {
    ...EMPTY_POSTING,
    extId,
    url: origin?.string('urlOrigine') ?? null,
    title: offer.label('intitule') ?? '',
    description: offer.text('description'),
    hiringOrganization: employer?.label('nom') ?? null,
    jobLocation: place?.label('libelle') ?? null,
    postalCode: place?.string('codePostal') ?? null,
    // Only French communes carry an INSEE code.
    addressCountry: commune === null ? null : 'FR',
    employmentType: readContract(offer),
    salaryText: readSalaryText(offer),
    datePosted: offer.day('dateCreation'),
    experienceText: readExperience(offer),
    educationText: readEducation(offer),
    workTimeText: joined([offer.label('dureeTravailLibelle'), offer.label('dureeTravailLibelleConverti')]),
    employerSizeText: offer.label('trancheEffectifEtab'),
    industryText: offer.label('secteurActiviteLibelle'),
    romeCode: offer.string('romeCode'),
    totalJobOpenings: offer.number('nombrePostes'),
  }
  place?.ignore('latitude', 'longitude')
  employer?.ignore('description', 'logo', 'url', 'entrepriseAdaptee')
  origin?.ignore('origine', 'partenaires')
  offer.ignore(...IGNORED)
  offer.rest()
  return draft
}

// The nature tells an apprenticeship from a job where the type says `CDD` for both.
function readContract(offer: Reader): string | null {
  const type = offer.label('typeContratLibelle') ?? offer.label('typeContrat')
  const nature = offer.label('natureContrat')
  const isAlternance = offer.boolean('alternance') === true
  const unusual = nature !== null && nature.toLowerCase() !== USUAL_NATURE ? nature : null
  return joined([type, unusual ?? (isAlternance ? 'Alternance' : null)])
}

// `libelle` is the label proper; the comment counts where the label states no amount.
function readSalaryText(offer: Reader): string | null {
  const salary = offer.record('salaire')
  if (salary === null) return null
  const label = salary.label('libelle')
  const comment = salary.label('commentaire')
  salary.ignore('complement1', 'complement2', 'listeComplements')
  if (label !== null && SALARY_WITH_AMOUNT.test(label)) return label
  return comment ?? label
}

function readExperience(offer: Reader): string | null {
  return joined([offer.label('experienceLibelle'), offer.label('experienceCommentaire')])
}

function readEducation(offer: Reader): string | null {
  const levels = offer.records('formations').map((training) => {
    training.ignore('codeFormation', 'domaineLibelle', 'commentaire', 'exigence')
    return training.label('niveauLibelle')
  })
  return joined([...new Set(levels)])
}

function joined(parts: readonly (string | null)[]): string | null {
  const words = parts.filter((part) => part !== null)
  return words.length === 0 ? null : words.join(', ')
}
