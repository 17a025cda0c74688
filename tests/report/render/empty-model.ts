import type { Role } from '../../../src/domain/role.ts'
import type { ReportModel } from '../../../src/report/report-model.ts'
import { sampleModel } from './sample-model.ts'

const EMPTY_ROLES: Readonly<Record<Role, number>> = { cm: 0, smm: 0, hybrid: 0, other: 0 }

/** The report of a database without anything in it. */
export function emptyModel(): ReportModel {
  const rich = sampleModel(0)
  return {
    ...rich,
    sampleData: false,
    totals: {
      postings: 0,
      vacancies: 0,
      vacanciesInWindow: 0,
      liveOnDay: 0,
      employers: 0,
      byTitleRole: EMPTY_ROLES,
      byRole: EMPTY_ROLES,
      withPay: 0,
      withoutDate: 0,
    },
    headlines: [],
    verdicts: rich.verdicts.map((line) => ({
      ...line,
      verdict: line.verdict === 'not_testable' ? 'not_testable' : 'insufficient_data',
      estimate: null,
      variants: [],
      fragile: false,
      inConstantEuros: null,
      adIds: [],
      adCount: 0,
    })),
    pay: [],
    shareTables: [],
    titleByContent: [],
    trend: [],
    comparedWith: null,
    changes: [],
    sources: [],
    funnel: [],
    accuracy: [],
    ads: [],
  }
}
