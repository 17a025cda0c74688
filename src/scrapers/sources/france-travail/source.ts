import type { SourceOptions, SourceType } from '../../source-contract.ts'
import { parse, searchUrl } from './parse.ts'

const API = 'https://api.francetravail.io'
const LOGIN = 'https://entreprise.francetravail.fr'

/** France Travail, the French public employment service: API "Offres d'emploi" v2. */
export const franceTravail: SourceType = {
  sheet: {
    id: 'france-travail',
    name: 'France Travail, Offres d’emploi v2',
    kind: 'public-service',
    homePage: 'https://francetravail.io/data/api/offres-emploi',
    terms:
      'Open API under the reuse licence of France Travail; offers must not be kept once they are gone from the API, and partner offers are shown with the partner’s consent only. Read November 2026.',
    permission: 'Client credentials that France Travail grants to anyone who registers an application.',
    keeps: 'while-live',
    delayMs: 2000,
    assertions: {
      postings: { min: 20, max: 20_000 },
      fillRate: { title: 1, description: 0.95, jobLocation: 0.95, employmentType: 0.9, datePosted: 0.95 },
    },
  },
  options: { keywords: 'string[]', rome: 'string[]', departments: 'string[]', publishedWithinDays: 'number' },
  auth(options) {
    return {
      kind: 'oauth2-client-credentials',
      tokenUrl: `${originOf(options, LOGIN)}/connexion/oauth2/access_token?realm=%2Fpartenaire`,
      scope: 'api_offresdemploiv2 o2dsoffre',
      clientIdEnv: 'FRANCE_TRAVAIL_CLIENT_ID',
      clientSecretEnv: 'FRANCE_TRAVAIL_CLIENT_SECRET',
    }
  },
  seeds(options, today) {
    const base = `${originOf(options, API)}/partenaire/offresdemploi/v2/offres/search`
    const filters = {
      departement: list(options, 'departments').join(','),
      publieeDepuis: String(options.extra['publishedWithinDays'] ?? ''),
    }
    const rome = list(options, 'rome')
    const requests = list(options, 'keywords').map((words) => searchUrl(base, { ...filters, motsCles: words }, today))
    // One query for all codes, one per keyword: the union is by the offers' own id.
    if (rome.length > 0) requests.unshift(searchUrl(base, { ...filters, codeROME: rome.join(',') }, today))
    return requests.length > 0 ? requests : [searchUrl(base, filters, today)]
  },
  parse,
}

function list(options: SourceOptions, key: string): readonly string[] {
  const value = options.extra[key]
  if (value === undefined) return []
  return typeof value === 'object' ? value : [String(value)]
}

/** The origin named in the config takes the place of both hosts: a test server logs in and answers at one address. */
function originOf(options: SourceOptions, standard: string): string {
  return options.url === null ? standard : new URL(options.url).origin
}
