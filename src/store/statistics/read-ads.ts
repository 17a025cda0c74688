import type { Evidence } from '../../domain/evidence.ts'
import type { Role } from '../../domain/role.ts'
import type { VigieDatabase } from '../open-database.ts'

/** One ad with its text and the places of what was read in it. */
export interface AdRecord {
  readonly vacancyId: number
  readonly title: string
  readonly employer: string | null
  readonly place: string | null
  readonly url: string | null
  readonly source: string
  readonly firstSeenOn: string | null
  readonly role: Role
  readonly titleRole: Role
  readonly pay: string | null
  readonly description: string
  readonly evidence: readonly Pick<Evidence, 'reading' | 'start' | 'end'>[]
}

/** The ads of these vacancies of the fact table, in ascending order of vacancy. */
export function readAds(db: VigieDatabase, vacancyIds: readonly number[]): readonly AdRecord[] {
  const ad = db.prepare<[number], Omit<AdRecord, 'evidence'> & { readonly postingId: number }>(
    `SELECT f.vacancy_id AS vacancyId, p.posting_id AS postingId, t.title, e.employer_name AS employer,
       p.job_location AS place, p.url, s.name AS source, f.first_seen_on_date AS firstSeenOn, f.role,
       f.title_role AS titleRole, CASE WHEN f.pay IS NOT NULL OR f.day_rate IS NOT NULL THEN sal.quoted END AS pay,
       t.description
     FROM vacancy v
     JOIN temp.market_fact f ON f.vacancy_id = v.vacancy_id
     JOIN posting p ON p.posting_id = f.posting_id
     JOIN source s ON s.source_id = p.source_id
     JOIN posting_text t ON t.text_id = p.current_text_id
     LEFT JOIN salary_reading sal ON sal.posting_id = COALESCE(v.pay_posting_id, p.posting_id)
     LEFT JOIN employer e ON e.employer_id = v.employer_id
     WHERE v.vacancy_id = ?`,
  )
  const evidence = db.prepare<[number], Pick<Evidence, 'reading' | 'start' | 'end'>>(
    `SELECT reading, start_offset AS start, end_offset AS end FROM evidence
     WHERE posting_id = ? AND field = 'description' ORDER BY start_offset, end_offset, reading`,
  )
  return [...vacancyIds]
    .sort((a, b) => a - b)
    .flatMap((vacancyId) => {
      const found = ad.get(vacancyId)
      if (found === undefined) return []
      const { postingId, ...rest } = found
      return [{ ...rest, evidence: rest.description === '' ? [] : evidence.all(postingId) }]
    })
}
