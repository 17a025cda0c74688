import type { Contract } from '../../domain/contract.ts'
import type { EmployerKind, Place } from '../../domain/reading.ts'
import type { SourceKind } from '../../domain/source.ts'
import type { PostingToGroup } from '../../domain/vacancy.ts'
import type { VigieDatabase } from '../open-database.ts'
import { unpackHashes } from './pack-hashes.ts'

interface Row {
  readonly posting_id: number
  readonly source_id: string
  readonly source_kind: SourceKind
  readonly ext_id: string
  readonly url: string | null
  readonly hiring_organization: string | null
  readonly job_location: string | null
  readonly postal_code: string | null
  readonly is_read: number
  readonly commune_code: string | null
  readonly commune_name: string | null
  readonly department_code: string | null
  readonly region_code: string | null
  readonly country_code: string | null
  readonly contract: Contract | null
  readonly employer_kind: EmployerKind | null
  readonly salary_kind: string | null
  readonly eur_min: number | null
  readonly eur_max: number | null
  readonly first_seen_on_date: string | null
  readonly last_seen_on_date: string | null
  readonly gone_on_date: string | null
  readonly is_truncated: number
  readonly word_count: number
  readonly shingle_count: number
  readonly text_key: string
  readonly sketch: Buffer
  readonly title_words: Buffer
}

const POSTINGS = `
  SELECT p.posting_id, p.source_id, s.kind AS source_kind, p.ext_id, p.url, p.hiring_organization, p.job_location,
    p.postal_code, p.first_seen_on_date, p.last_seen_on_date, p.gone_on_date, p.is_truncated,
    r.posting_id IS NOT NULL AS is_read, r.commune_code, r.commune_name, r.department_code, r.region_code,
    r.country_code, r.contract, r.employer_kind,
    sal.kind AS salary_kind, sal.salary_gross_annual_eur_min AS eur_min, sal.salary_gross_annual_eur_max AS eur_max,
    sig.word_count, sig.shingle_count, sig.text_key, sig.sketch, sig.title_words
  FROM posting p
  JOIN source s ON s.source_id = p.source_id
  JOIN posting_signature sig ON sig.text_id = p.current_text_id
  LEFT JOIN posting_reading r ON r.posting_id = p.posting_id
  LEFT JOIN salary_reading sal ON sal.posting_id = p.posting_id
  ORDER BY p.posting_id`

/** Every signed posting as de-duplication needs it, in the order of ids. Sign texts first. */
export function* postingsToGroup(database: VigieDatabase): Generator<PostingToGroup> {
  for (const row of database.prepare<[], Row>(POSTINGS).iterate()) yield toPosting(row)
}

function toPosting(row: Row): PostingToGroup {
  return {
    postingId: row.posting_id,
    sourceId: row.source_id,
    sourceKind: row.source_kind,
    extId: row.ext_id,
    url: row.url,
    hiringOrganization: row.hiring_organization,
    jobLocation: row.job_location,
    postalCode: row.postal_code,
    place: row.is_read === 1 ? placeOf(row) : null,
    contract: row.contract ?? 'unknown',
    employerKind: row.employer_kind ?? 'unknown',
    grossAnnualEur: row.eur_min === null && row.eur_max === null ? null : { min: row.eur_min, max: row.eur_max },
    statesPay: row.salary_kind === 'stated',
    firstSeenOn: row.first_seen_on_date,
    lastSeenOn: row.last_seen_on_date,
    goneOn: row.gone_on_date,
    isTruncated: row.is_truncated === 1,
    signature: {
      wordCount: row.word_count,
      shingleCount: row.shingle_count,
      textKey: row.text_key,
      sketch: unpackHashes(row.sketch),
      titleWords: unpackHashes(row.title_words),
    },
  }
}

function placeOf(row: Row): Place {
  return {
    communeCode: row.commune_code,
    communeName: row.commune_name,
    departmentCode: row.department_code,
    regionCode: row.region_code,
    country: row.country_code,
  }
}
