import { createHash } from 'node:crypto'
import type { PostingDraft } from '../../domain/posting.ts'
import type { StructuredSalary } from '../../domain/reading.ts'
import { maskEmails, maskPersonalData } from './mask-personal-data.ts'

/** Masks personal data in every field of a draft. Addresses and references keep their digits: they are no phones. */
export function maskPosting(draft: PostingDraft): PostingDraft {
  return {
    ...draft,
    extId: maskReference(draft.extId),
    url: draft.url === null ? null : maskEmails(draft.url),
    title: maskPersonalData(draft.title),
    description: maskPersonalData(draft.description),
    hiringOrganization: mask(draft.hiringOrganization),
    jobLocation: mask(draft.jobLocation),
    postalCode: mask(draft.postalCode),
    addressCountry: mask(draft.addressCountry),
    employmentType: mask(draft.employmentType),
    baseSalary: draft.baseSalary === null ? null : maskSalary(draft.baseSalary),
    salaryText: mask(draft.salaryText),
    experienceText: mask(draft.experienceText),
    educationText: mask(draft.educationText),
    workTimeText: mask(draft.workTimeText),
    employerSizeText: mask(draft.employerSizeText),
    industryText: mask(draft.industryText),
    romeCode: mask(draft.romeCode),
    language: mask(draft.language),
  }
}

function maskSalary(salary: StructuredSalary): StructuredSalary {
  return { ...salary, unitText: mask(salary.unitText), currency: mask(salary.currency) }
}

function mask(text: string | null): string | null {
  return text === null ? null : maskPersonalData(text)
}

/** A reference that holds an address becomes another one, the same every night, so that the posting keeps its key. */
function maskReference(extId: string): string {
  const masked = maskEmails(extId)
  if (masked === extId) return extId
  return `${masked}#${createHash('sha256').update(extId).digest('hex').slice(0, 16)}`
}
