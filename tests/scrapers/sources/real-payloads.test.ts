import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PostingDraft } from '../../../src/domain/posting.ts'
import { type SourceId, sources } from '../../../src/scrapers/registry.ts'
import { sharedPath } from '../../shared-folder.ts'
import { type FixtureCase, parseFixture, toFixture } from '../source-fixtures.ts'

// Real answers and pages, read from the folder beside the checkout: what was found is checked by number, place in the
// list and pay; none of their words stands here.
interface RealPayload {
  readonly source: SourceId
  readonly file: string
  readonly postings: number
  readonly skipped?: Readonly<Record<string, number>>
  readonly follow?: number
  readonly withPayText?: number
  readonly pay?: readonly (readonly [
    min: number | null,
    max: number | null,
    unit: string | null,
    currency: string | null,
  ])[]
  readonly issues?: readonly string[]
  readonly case?: FixtureCase
}

const posting: FixtureCase = { purpose: 'posting' }
const careerkit = 'sources/samples/ats_careerkit'
const workscrapper = 'sources/samples/ats_workscrapper'
const everJobs = 'sources/samples/ever_jobs_ats'
const jobseek = 'sources/samples/jobseek_pages'

const payloads: readonly RealPayload[] = [
  {
    source: 'france-travail',
    file: 'sources/samples/france_travail/mehh92_api_offres_france_travail.json',
    postings: 150,
    withPayText: 149,
  },
  { source: 'greenhouse', file: `${careerkit}/greenhouse.json`, postings: 2 },
  { source: 'greenhouse', file: `${workscrapper}/greenhouse.json`, postings: 0, skipped: { 'no-text': 2 } },
  { source: 'lever', file: `${careerkit}/lever.json`, postings: 2 },
  { source: 'lever', file: `${workscrapper}/lever.json`, postings: 0, skipped: { 'no-text': 3 } },
  {
    source: 'ashby',
    file: `${careerkit}/ashby.json`,
    postings: 2,
    withPayText: 1,
    pay: [[102800, 137000, '1 YEAR', 'CAD']],
  },
  {
    source: 'ashby',
    file: `${everJobs}/ashby-jobs.json`,
    postings: 3,
    skipped: { 'not-a-job-posting': 1 },
    withPayText: 1,
    pay: [
      [150000, 190000, 'YEAR', 'USD'],
      [211400, 290600, '1 YEAR', 'USD'],
    ],
  },
  { source: 'smartrecruiters', file: `${careerkit}/smartrecruiters.json`, postings: 0, follow: 1 },
  { source: 'smartrecruiters', file: `${workscrapper}/smartrecruiters.json`, postings: 0, follow: 3 },
  {
    source: 'recruitee',
    file: `${careerkit}/recruitee.json`,
    postings: 2,
    pay: [
      [60000, 75000, 'year', 'EUR'],
      [75000, 90000, 'year', 'EUR'],
    ],
  },
  { source: 'recruitee', file: `${workscrapper}/recruitee.json`, postings: 0, skipped: { 'no-text': 3 } },
  // Without `details=true` the widget has no texts; one shortcode stands there twice.
  {
    source: 'workable',
    file: `${careerkit}/workable.json`,
    postings: 0,
    skipped: { 'duplicate-in-input': 1, 'no-text': 1 },
  },
  { source: 'workable', file: `${workscrapper}/workable.json`, postings: 0, skipped: { 'no-text': 3 } },
  {
    source: 'personio',
    file: `${careerkit}/personio.xml`,
    postings: 0,
    skipped: { 'no-text': 2 },
    follow: 1,
    issues: ['no-text-in-language'],
    case: { url: 'https://exemple.test/xml?language=fr' },
  },
  { source: 'teamtailor', file: `${careerkit}/teamtailor.json`, postings: 0, skipped: { 'no-text': 2 } },
  { source: 'teamtailor', file: 'sources/samples/teamtailor/bpke1_teamtailor.excerpt.rss', postings: 1 },
  {
    source: 'feed',
    file: 'sources/samples/labonnealternance_partner_feeds/import-pass.test.input.rss',
    postings: 7,
    issues: ['unmapped-field'],
  },
  {
    source: 'career-site',
    file: `${everJobs}/detail-diode-senior.html`,
    case: posting,
    postings: 1,
    pay: [[140000, 240000, 'YEAR', 'USD']],
    issues: ['unmapped-field'],
  },
  {
    source: 'career-site',
    file: `${everJobs}/detail-diode-staff.html`,
    case: posting,
    postings: 1,
    pay: [[140000, 200000, 'YEAR', 'USD']],
  },
  { source: 'career-site', file: `${everJobs}/detail-fermi-4248451.html`, case: posting, postings: 1 },
  {
    source: 'career-site',
    file: `${everJobs}/detail-loombotic-software.html`,
    case: posting,
    postings: 1,
    pay: [[120000, 185000, 'YEAR', 'USD']],
  },
  {
    source: 'career-site',
    file: `${everJobs}/detail-sendcutsend-4272751.html`,
    case: posting,
    postings: 1,
    pay: [[22, 40, 'HOUR', 'USD']],
  },
  { source: 'career-site', file: `${jobseek}/jsonld_meta_software_engineer.html`, case: posting, postings: 1 },
  { source: 'career-site', file: `${jobseek}/jsonld_neura_robotics_manager.html`, case: posting, postings: 1 },
  // Entity-encoded type attribute, the fourth of four blocks, an empty QuantitativeValue.
  { source: 'career-site', file: 'sources/samples/hellowork/aplaii_hellowork_detail.html', case: posting, postings: 1 },
  // Least pay above the most, a unit that schema.org does not know.
  {
    source: 'career-site',
    file: 'sources/samples/wttj/aplaii_wttj_detail_jsonld.excerpt.html',
    case: posting,
    postings: 1,
    pay: [[15000, 10800, 'MONTHLY', 'EUR']],
    issues: ['salary-range-inverted'],
  },
]

/** Pages without a JobPosting: they say so and give nothing. */
const withoutPosting = [
  `${everJobs}/board-fermi.html`,
  `${everJobs}/board-sendcutsend.html`,
  `${everJobs}/list-diode.html`,
  `${everJobs}/list-loombotic.html`,
  `${jobseek}/decathlon_talentclue_jobpage.html`,
  `${jobseek}/didi_global_jobdetail.html`,
  `${jobseek}/jobylon_mcdonalds_se.html`,
  'sources/samples/hellowork/vivrinail_dom_snapshot.html',
  `${careerkit}/icims.html`,
]

function payOf(drafts: readonly PostingDraft[]): unknown {
  return drafts.flatMap(({ baseSalary: pay }) => (pay === null ? [] : [[pay.min, pay.max, pay.unitText, pay.currency]]))
}

describe.each(payloads)('$source reads $file', (payload) => {
  const path = sharedPath(payload.file)
  it.skipIf(path === null)('as many postings, titles and pay as it holds (needs the folder of real pages)', () => {
    const fixture = toFixture(payload.source, payload.file, readFileSync(path ?? ''), payload.case ?? {})
    const page = parseFixture(sources[payload.source], fixture)
    const skipped: Record<string, number> = {}
    for (const { reason } of page.skipped) skipped[reason] = (skipped[reason] ?? 0) + 1
    expect(page.postings).toHaveLength(payload.postings)
    expect(skipped).toEqual(payload.skipped ?? {})
    expect(page.follow).toHaveLength(payload.follow ?? 0)
    expect([...new Set(page.issues.map(({ code }) => code))]).toEqual(payload.issues ?? [])
    expect(payOf(page.postings)).toEqual(payload.pay ?? [])
    expect(page.postings.filter(({ salaryText }) => salaryText !== null)).toHaveLength(payload.withPayText ?? 0)
    for (const { title, description } of page.postings) {
      expect(title).not.toMatch(/[<>\n]|&\w+;|^\s|\s$/)
      expect(title.length).toBeGreaterThan(5)
      // Tags, entities and escapes are all resolved.
      expect(description).not.toMatch(/<\/?(?:p|div|li|ul|br|strong|span)\b|&(?:amp|lt|gt|nbsp|rsquo|#39);|\\n/)
      expect(description.length).toBeGreaterThan(20)
    }
  })
})

describe.each(withoutPosting)('%s', (file) => {
  const path = sharedPath(file)
  it.skipIf(path === null)('holds no JobPosting, and that is said (needs the folder of real pages)', () => {
    const fixture = toFixture('career-site', file, readFileSync(path ?? ''), posting)
    const page = parseFixture(sources['career-site'], fixture)
    expect(page.postings).toEqual([])
    expect(page.skipped.map(({ reason }) => reason)).toEqual(['not-a-job-posting'])
    expect(page.issues.map(({ code }) => code)).toContain('no-job-posting')
  })
})

describe('real titles', () => {
  const path = sharedPath(`${careerkit}/greenhouse.json`)
  it.skipIf(path === null)('come out as the payload writes them (needs the folder of real pages)', () => {
    for (const [source, file, list, key] of [
      ['greenhouse', `${careerkit}/greenhouse.json`, 'jobs', 'title'],
      ['ashby', `${careerkit}/ashby.json`, 'jobs', 'title'],
      ['recruitee', `${careerkit}/recruitee.json`, 'offers', 'title'],
      ['lever', `${careerkit}/lever.json`, null, 'text'],
      [
        'france-travail',
        'sources/samples/france_travail/mehh92_api_offres_france_travail.json',
        'resultats',
        'intitule',
      ],
    ] as const) {
      const body = readFileSync(sharedPath(file) ?? '')
      const value = JSON.parse(body.toString('utf8')) as Record<string, Record<string, string>[]>
      const records = (list === null ? value : value[list]) as readonly Record<string, string>[]
      const page = parseFixture(sources[source], toFixture(source, file, body, {}))
      const written = records.map((record) => (record[key] ?? '').replaceAll(/\s+/g, ' ').trim())
      expect(page.postings.map(({ title }) => title)).toEqual(written)
      expect(page.postings.map(({ extId }) => extId)).toEqual(records.map((record) => String(record['id'])))
    }
  })
})
