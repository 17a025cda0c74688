import { describe, expect, it } from 'vitest'
import { SqliteFrontier } from '../../../src/store/crawl/sqlite-frontier.ts'
import { count } from '../../scrapers/http/test-crawl.ts'
import { get } from '../../scrapers/http/toy-source.ts'
import { openFrontier } from './open-frontier.ts'

describe('SqliteFrontier', () => {
  it('holds each request once, leases the oldest that are due, and counts', () => {
    const { frontier } = openFrontier()
    expect(frontier.enqueue(['x', 'y', 'x', 'z'].map((end) => get(`http://h/${end}`)))).toBe(3)
    expect(frontier.enqueue([get('http://h/y')])).toBe(0)
    const [first, second] = frontier.lease(2, 10)
    expect([first?.request.url, second?.request.url]).toEqual(['http://h/x', 'http://h/y'])
    if (first === undefined || second === undefined) throw new Error('two leases were asked for')
    frontier.complete(first, 'recorded')
    frontier.postpone(second, 5_000, true)
    expect(frontier.counts()).toEqual({ queued: 2, leased: 0, done: 1, failed: 0 })
    expect(frontier.lease(9, 10).map(({ request }) => request.url)).toEqual(['http://h/z'])
    expect(frontier.nextDue()).toBe(5_000)
    expect(frontier.lease(9, 5_000)).toMatchObject([{ attempts: 1, request: { url: 'http://h/y' } }])
    expect(frontier.nextDue()).toBeNull()
  })

  it('gives back what a killed process had leased', () => {
    const { database, frontier, runSourceId } = openFrontier()
    frontier.enqueue([get('http://h/x')])
    frontier.lease(1, 0)
    const again = new SqliteFrontier(database, runSourceId)
    expect(again.counts()).toEqual({ queued: 1, leased: 0, done: 0, failed: 0 })
    expect(again.lease(1, 0)).toMatchObject([{ attempts: 0 }])
  })

  it('writes nothing for a lease, and never leases a request twice', () => {
    const { database, frontier } = openFrontier()
    frontier.enqueue(Array.from({ length: 200 }, (_, index) => get(`http://h/${index}`)))
    const changes = () => count(database, 'SELECT total_changes()')
    const before = changes()
    const leases = Array.from({ length: 30 }, () => frontier.lease(5, 10)).flat()
    expect(changes()).toBe(before)
    expect(leases.map(({ request }) => request.url)).toEqual(
      Array.from({ length: 150 }, (_, index) => `http://h/${index}`),
    )
    expect(frontier.counts()).toEqual({ queued: 50, leased: 150, done: 0, failed: 0 })
    for (const lease of leases.slice(0, 3)) frontier.postpone(lease, 0, true)
    const rest = frontier.lease(100, 10)
    expect(rest.slice(0, 3).map(({ requestId, attempts }) => [requestId, attempts])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ])
    expect(rest).toHaveLength(53)
    expect(frontier.nextDue()).toBeNull()
  })

  it('holds its leases as before when the transaction that ended them is rolled back', () => {
    const { database, frontier } = openFrontier()
    frontier.enqueue([get('http://h/x'), get('http://h/y')])
    const leases = frontier.lease(1, 0)
    const end = database.transaction(() => {
      for (const lease of leases) frontier.complete(lease, 'recorded')
      frontier.enqueue([get('http://h/z')])
      throw new Error('disk full')
    })
    expect(end).toThrow('disk full')
    frontier.rollBack(leases)
    expect(frontier.counts()).toEqual({ queued: 1, leased: 1, done: 0, failed: 0 })
    expect(frontier.lease(9, 0).map(({ request }) => request.url)).toEqual(['http://h/y'])
  })

  it('does not take a page back that was stored before something else failed', () => {
    const { frontier } = openFrontier()
    frontier.enqueue([get('http://h/x')])
    const [lease] = frontier.lease(1, 0)
    if (lease === undefined) throw new Error('a lease was asked for')
    frontier.complete(lease, 'recorded')
    frontier.postpone(lease, 0, true)
    expect(frontier.counts()).toEqual({ queued: 0, leased: 0, done: 1, failed: 0 })
    expect(frontier.lease(1, 0)).toEqual([])
  })
})
