import type { Statement } from 'better-sqlite3'
import type { VacancyGroup } from '../../domain/vacancy.ts'
import type { VigieDatabase } from '../open-database.ts'

/** Code of the issue noted when postings of one vacancy state pay more than 5 % apart. */
const PAY_CONFLICT = 'pay-conflict'

/** Stores vacancies and their employers. */
export class VacancyWriter {
  readonly #database: VigieDatabase
  readonly #insertEmployer: Statement<[string, string, string], { readonly employer_id: number }>
  readonly #insertVacancy: Statement
  readonly #insertMember: Statement
  readonly #insertIssue: Statement

  constructor(database: VigieDatabase) {
    this.#database = database
    this.#insertEmployer = database.prepare(`
      INSERT INTO employer (employer_key, employer_name, employer_kind) VALUES (?, ?, ?)
      ON CONFLICT (employer_key) DO UPDATE SET
        employer_name = excluded.employer_name, employer_kind = excluded.employer_kind
      RETURNING employer_id`)
    this.#insertVacancy = database.prepare(`
      INSERT INTO vacancy (vacancy_id, speaker_posting_id, pay_posting_id, employer_id, cluster_key,
        first_seen_on_date, last_seen_on_date, gone_on_date, posting_count)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    this.#insertMember = database.prepare(
      'INSERT INTO vacancy_posting (posting_id, vacancy_id, dedup_method, similarity) VALUES (?, ?, ?, ?)',
    )
    this.#insertIssue = database.prepare(`
      INSERT INTO issue (source_id, code, severity, message, ref, noted_at) VALUES (?, ?, 'warning', ?, ?, ?)`)
  }

  /**
   * Replaces all vacancies by these groups in one transaction. Employers keep their ids; issues `pay-conflict` are
   * noted anew.
   *
   * @param notedAt ISO 8601 UTC time of the issues.
   */
  rebuild(groups: Iterable<VacancyGroup>, notedAt: string): void {
    this.#database
      .transaction(() => {
        this.#database.exec('DELETE FROM vacancy_posting')
        this.#database.exec('DELETE FROM vacancy')
        this.#database.prepare('DELETE FROM issue WHERE code = ?').run(PAY_CONFLICT)
        const employers = new Map<string, number>()
        for (const group of groups) this.#insert(group, employers, notedAt)
        this.#database.exec(`
          DELETE FROM employer WHERE employer_id NOT IN (SELECT employer_id FROM vacancy WHERE employer_id IS NOT NULL)`)
      })
      .immediate()
  }

  #insert(group: VacancyGroup, employers: Map<string, number>, notedAt: string): void {
    const { vacancyId } = group
    this.#insertVacancy.run(
      vacancyId,
      group.speakerPostingId,
      group.payPostingId,
      this.#employerId(group, employers),
      group.clusterKey,
      group.firstSeenOn,
      group.lastSeenOn,
      group.goneOn,
      group.members.length,
    )
    for (const { postingId, method, similarity } of group.members) {
      this.#insertMember.run(postingId, vacancyId, method, similarity)
    }
    for (const { sourceId, extId, chosenEur, otherEur } of group.payConflicts) {
      const message = `Vacancy ${vacancyId} counts ${Math.round(chosenEur)} EUR gross a year; this posting of it states ${Math.round(otherEur)}.`
      this.#insertIssue.run(sourceId, PAY_CONFLICT, message, extId, notedAt)
    }
  }

  #employerId({ employer }: VacancyGroup, employers: Map<string, number>): number | null {
    if (employer === null) return null
    const known = employers.get(employer.key)
    if (known !== undefined) return known
    const id = this.#insertEmployer.get(employer.key, employer.name, employer.kind)?.employer_id ?? null
    if (id !== null) employers.set(employer.key, id)
    return id
  }
}
