/** A well-known place of ads that is not crawled, with the reason. */
export interface RefusedSource {
  readonly id: string
  readonly name: string
  readonly homePage: string
  /** Why not, in one or two sentences, with what it rests on. */
  readonly reason: string
  /** What a person may do instead. */
  readonly instead: string
}

const SAVED_PAGE = 'Save a page you may read and import it: vigie import PAGE.html --format jsonld-html.'

/** Boards that are known and not crawled: their terms or robots.txt forbid robots, or no permission was found. */
export const refusedSources: readonly RefusedSource[] = [
  {
    id: 'hellowork',
    name: 'HelloWork (RegionsJob)',
    homePage: 'https://www.hellowork.com/',
    reason:
      'The terms of the group’s sites name automated systems as non-legitimate users of its database, and a bot wall stands before its pages and sitemap.',
    instead: SAVED_PAGE,
  },
  {
    id: 'apec',
    name: 'APEC',
    homePage: 'https://www.apec.fr/',
    reason: 'Its search answers through an undocumented web service; no permission for other programs was found.',
    instead: 'APEC passes many of its ads on to France Travail, whose API is open.',
  },
  {
    id: 'welcome-to-the-jungle',
    name: 'Welcome to the Jungle',
    homePage: 'https://www.welcometothejungle.com/',
    reason:
      'The whole site stands behind a bot challenge since September 2026; its search key belongs to its own pages and is not used here.',
    instead: `${SAVED_PAGE} Many of its employers publish the same ads on their own board (Greenhouse, Lever, Teamtailor …).`,
  },
  {
    id: 'linkedin',
    name: 'LinkedIn',
    homePage: 'https://www.linkedin.com/jobs/',
    reason: 'Its robots.txt says that robots are strictly prohibited without express permission.',
    instead: 'Import an export you are entitled to: vigie import FILE --format csv.',
  },
  {
    id: 'indeed',
    name: 'Indeed',
    homePage: 'https://fr.indeed.com/',
    reason: 'Its terms forbid automated reading and a bot wall stands before its pages.',
    instead: 'Import a file you are entitled to: vigie import FILE --format jobspy or csv.',
  },
]
