import { afterEach, describe, expect, it } from 'vitest'
import { balances } from '../../../src/domain/accounting.ts'
import { type Answer, type Loopback, startLoopback } from './loopback.ts'
import { configured, count, testCrawl } from './test-crawl.ts'
import { toySource } from './toy-source.ts'

const open: Loopback[] = []
async function serve(answer: Answer, options = {}): Promise<Loopback> {
  const server = await startLoopback(answer, options)
  open.push(server)
  return server
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

describe('crawl', () => {
  it('fetches a listing and its pages, stores captures, postings and sightings, and balances', async () => {
    const server = await serve(({ path }, response) => {
      response.setHeader('content-type', 'text/plain; charset=utf-8')
      response.end(path === '/' ? 'page /1\npage /2\nlist /more\n' : path === '/more' ? 'page /3' : `ad ${path}`)
    })
    const { summaries, database } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
    })
    expect(summaries).toMatchObject([{ outcome: 'complete', pages: 5, postingsFound: 3, postingsNew: 3 }])
    expect(summaries[0]?.accounting.every(balances)).toBe(true)
    expect(count(database, 'SELECT COUNT(*) FROM capture')).toBe(5)
    expect(count(database, 'SELECT COUNT(*) FROM posting')).toBe(3)
    expect(count(database, 'SELECT COUNT(*) FROM sighting')).toBe(3)
    expect(server.seen[0]?.path).toBe('/robots.txt')
    expect(server.seen[0]?.headers['user-agent']).toBe('vigie/0.0.0 (+https://example.org/robot)')
  })

  it('ends every source with a summary of its own: one failure stops no other', async () => {
    const good = await serve((_, response) => response.end('ad 1'))
    const bad = await serve((_, response) => response.writeHead(403).end())
    const { summaries } = await testCrawl({
      sources: [configured('bad', toySource(), `${bad.origin}/`), configured('good', toySource(), `${good.origin}/`)],
    })
    expect(summaries.map(({ sourceId, outcome }) => [sourceId, outcome])).toEqual([
      ['bad', 'refused'],
      ['good', 'complete'],
    ])
  })

  it('renders pages whose ads exist only after their scripts have run', async () => {
    const server = await serve(({ path }, response) => {
      response.setHeader('content-type', 'text/html')
      if (path === '/') response.end('render /app')
      else if (path === '/data') response.end('ad 7')
      else
        response.end(
          '<body><script>fetch("/data").then(r=>r.text()).then(t=>document.body.append("\\n"+t+"\\n"))</script>',
        )
    })
    const { summaries, database } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1 }])
    expect(count(database, `SELECT COUNT(*) FROM capture WHERE json_extract(request_json, '$.via') = 'browser'`)).toBe(
      1,
    )
  })
})
