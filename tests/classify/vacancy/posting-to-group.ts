import { signText } from '../../../src/classify/vacancy/sign-text.ts'
import type { PostingToGroup } from '../../../src/domain/vacancy.ts'

/** A posting for grouping, signed from its title and description. */
export function toGroup(
  fields: Partial<PostingToGroup> & { readonly title?: string; readonly description?: string },
): PostingToGroup {
  const { title = 'Community manager', description = 'Vous animez nos communautés.', ...rest } = fields
  return {
    postingId: 1,
    sourceId: 'board',
    sourceKind: 'job-board',
    extId: `ref-${rest.postingId ?? 1}`,
    url: null,
    hiringOrganization: null,
    jobLocation: null,
    postalCode: null,
    place: null,
    contract: 'unknown',
    employerKind: 'unknown',
    grossAnnualEur: null,
    statesPay: rest.grossAnnualEur != null,
    firstSeenOn: '2026-01-05',
    lastSeenOn: '2026-01-10',
    goneOn: null,
    isTruncated: false,
    signature: signText(title, description),
    ...rest,
  }
}
