import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groupPostings } from '../../../src/classify/vacancy/group-postings.ts'
import { signText } from '../../../src/classify/vacancy/sign-text.ts'
import type { Contract } from '../../../src/domain/contract.ts'
import type { SourceKind } from '../../../src/domain/source.ts'
import type { PostingToGroup } from '../../../src/domain/vacancy.ts'
import { toGroup } from './posting-to-group.ts'

interface LabelledAd {
  readonly source: string
  readonly kind: SourceKind
  readonly title: string
  readonly description: string
  readonly employer: string | null
  readonly location: string | null
  readonly place: {
    readonly communeCode: string | null
    readonly departmentCode: string
    readonly regionCode: string
  } | null
  readonly contract: Contract
  readonly firstSeenOn: string
  readonly lastSeenOn: string
  readonly isTruncated: boolean
}

interface LabelledPair {
  readonly label: 'same' | 'repost' | 'agency-copy' | 'different'
  readonly why: string
  readonly a: LabelledAd
  readonly b: LabelledAd
}

const FIXTURES = join(import.meta.dirname, '../../../fixtures/pairs')
const pairs = ['same', 'repost', 'agency-copy', 'different'].flatMap((label) =>
  readFileSync(join(FIXTURES, `${label}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledPair),
)

function toPosting(ad: LabelledAd, postingId: number): PostingToGroup {
  return toGroup({
    postingId,
    sourceId: ad.source,
    sourceKind: ad.kind,
    extId: `pair-${postingId}`,
    hiringOrganization: ad.employer,
    jobLocation: ad.location,
    place: ad.place === null ? null : { ...ad.place, communeName: null, country: 'FR' },
    contract: ad.contract,
    firstSeenOn: ad.firstSeenOn,
    lastSeenOn: ad.lastSeenOn,
    isTruncated: ad.isTruncated,
    signature: signText(ad.title, ad.description),
  })
}

function score(isJoined: (pair: number) => boolean) {
  const misses = new Map<string, number>()
  const wrong: string[] = []
  let hits = 0
  pairs.forEach(({ label, why }, index) => {
    const joined = isJoined(index)
    if (joined && label === 'different') wrong.push(`${index}: ${why}`)
    else if (joined) hits++
    else if (label !== 'different') misses.set(`${label}: ${why}`, (misses.get(`${label}: ${why}`) ?? 0) + 1)
  })
  const missed = [...misses.values()].reduce((sum, count) => sum + count, 0)
  return { precision: hits / (hits + wrong.length), recall: hits / (hits + missed), wrong, misses: [...misses] }
}

describe('labelled pairs', () => {
  it('are at least two hundred, of every label', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(200)
    for (const label of ['same', 'repost', 'agency-copy', 'different']) {
      expect(pairs.filter((pair) => pair.label === label).length).toBeGreaterThanOrEqual(30)
    }
  })

  it('are told apart one by one: precision ≥ 0.98, recall ≥ 0.90', () => {
    const result = score((index) => {
      const { a, b } = pairs[index] as LabelledPair
      return groupPostings([toPosting(a, 1), toPosting(b, 2)]).length === 1
    })
    expect(result.precision, result.wrong.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(result.recall, result.misses.join('\n')).toBeGreaterThanOrEqual(0.9)
  })

  it('are told apart in one market: precision ≥ 0.98 over all joined postings, recall ≥ 0.90', () => {
    const postings = pairs.flatMap(({ a, b }, index) => [toPosting(a, 2 * index + 1), toPosting(b, 2 * index + 2)])
    const groups = groupPostings(postings)
    const vacancyOf = new Map(groups.flatMap(({ vacancyId, members }) => members.map((m) => [m.postingId, vacancyId])))
    const result = score((index) => vacancyOf.get(2 * index + 1) === vacancyOf.get(2 * index + 2))
    const pairOf = (postingId: number) => Math.floor((postingId - 1) / 2)
    const strangers = groups.filter(({ members }) => new Set(members.map((m) => pairOf(m.postingId))).size > 1)
    expect(strangers.length / groups.filter(({ members }) => members.length > 1).length).toBeLessThanOrEqual(0.02)
    expect(result.precision, result.wrong.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(result.recall, result.misses.join('\n')).toBeGreaterThanOrEqual(0.9)
  })
})
