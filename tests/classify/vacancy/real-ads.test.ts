import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { maskPersonalData } from '../../../src/classify/privacy/mask-personal-data.ts'
import { groupPostings } from '../../../src/classify/vacancy/group-postings.ts'
import { signText } from '../../../src/classify/vacancy/sign-text.ts'
import { sharedPath } from '../../shared-folder.ts'
import { toGroup } from './posting-to-group.ts'

interface RealAd {
  readonly id: string
  readonly site: string | null
  readonly url: string | null
  readonly title: string
  readonly company: string | null
  readonly location: string | null
  readonly date: string | null
  readonly description: string
}

const path = sharedPath('data/ads.jsonl')
const ads = (path === null ? '' : readFileSync(path, 'utf8'))
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as RealAd)

describe.skipIf(path === null)('real ads (needs the shared folder)', () => {
  it('are grouped with care: few groups, none over three postings, the same ones from any order', {
    timeout: 120_000,
  }, () => {
    const postings = ads.map((ad, index) => {
      const day = /^\d{4}-\d\d-\d\d/.exec(ad.date ?? '')?.[0] ?? null
      const { url, company: hiringOrganization, location: jobLocation } = ad
      const facts = { url, hiringOrganization, jobLocation, firstSeenOn: day, lastSeenOn: day }
      const signature = signText(ad.title, ad.description)
      return toGroup({
        ...facts,
        postingId: index + 1,
        sourceId: ad.site ?? '',
        sourceKind: 'dump',
        extId: ad.id,
        signature,
      })
    })
    const groups = groupPostings(postings)
    expect(groups.filter(({ members }) => members.length > 3)).toEqual([])
    const merged = groups.filter(({ members }) => members.length > 1)
    expect(merged.length).toBeGreaterThan(30)
    expect(merged.length).toBeLessThan(60)
    expect(groups.reduce((sum, { members }) => sum + members.length, 0)).toBe(ads.length)
    expect(groupPostings([...postings].reverse())).toEqual(groups)
  })

  it('keep no address and no French phone number once masked, and lose little else', { timeout: 120_000 }, () => {
    const left: string[] = []
    let changed = 0
    for (const { description } of ads) {
      const masked = maskPersonalData(description)
      if (masked !== description) changed++
      left.push(...(masked.match(/[\w.]+@[\w-]+\.[a-z]{2,}|(?<![\d-])0[1-9](?:[ .]?\d\d){4}(?!\d)|\+33[ .]?\d/g) ?? []))
    }
    expect(left).toEqual([])
    expect(changed / ads.length).toBeLessThan(0.05)
  })
})
