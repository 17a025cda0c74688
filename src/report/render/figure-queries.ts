/**
 * Query of the cookbook (`db/queries/<name>.sql`) that gives a figure of the report from the database, by share table or
 * section. A figure without one is explained by its ads.
 */
export const FIGURE_QUERIES: Readonly<Record<string, string>> = {
  verdicts: 'verdict-board',
  pay: 'pay-by-role',
  flow: 'title-against-content',
  funnel: 'funnel',
  sources: 'sources',
  coverage: 'coverage',
  trend: 'verdict-history',
  missions: 'missions-by-role',
  skills: 'skills-by-role',
  tools: 'tools-by-role',
  platforms: 'platforms-by-role',
  contract: 'contracts-by-role',
  education: 'education-by-role',
  experience: 'experience-by-role',
  remote: 'remote-by-role',
  'employer-kind': 'employers-by-kind',
  region: 'places',
  place: 'places',
}
