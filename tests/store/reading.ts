import type { PostingReading } from '../../src/domain/reading.ts'

/** A reading of an ad that says nothing, with what a test sets. */
export function reading(fields: Partial<PostingReading> = {}): PostingReading {
  return {
    id: '1',
    role: 'cm',
    titleRole: 'cm',
    roleScores: { cm: 0.7, smm: 0.1, hybrid: 0.1, other: 0.1 },
    roleSure: true,
    mismatch: false,
    roleContributions: [],
    missions: [],
    strategyLevel: null,
    skills: [],
    tools: [],
    platforms: [],
    language: 'fr',
    salary: { kind: 'absent' },
    attributes: {
      contract: 'unknown',
      contractMonths: null,
      workTime: null,
      weeklyHours: null,
      educationYears: null,
      educationYearsMax: null,
      studyFields: [],
      experienceYears: { min: null, max: null },
      place: null,
      remote: null,
      employerKind: 'unknown',
      employerSize: null,
      reportsTo: null,
      budgetsEur: [],
      teamSize: null,
    },
    evidence: [],
    version: '1',
    ...fields,
  }
}
