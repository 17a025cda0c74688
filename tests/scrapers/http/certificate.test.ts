import { afterEach, describe, expect, it } from 'vitest'
import { startSelfSigned } from './self-signed.ts'
import { useServers } from './servers.ts'
import { configured, count, testCrawl } from './test-crawl.ts'
import { toySource } from './toy-source.ts'

const serve = useServers()
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

async function serveSelfSigned() {
  const server = await startSelfSigned()
  open.push(server)
  return server
}

describe('a certificate that nobody vouches for', () => {
  it('costs the page that leads there, and the run goes on', async () => {
    const secret = await serveSelfSigned()
    const server = await serve(({ path }, response) => {
      if (path === '/') response.end('page /bad\npage /good')
      else if (path === '/good') response.end('ad good')
      else response.writeHead(302, { location: `https://${secret.host}/` }).end()
    })
    const { summaries, database } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      client: { allowedHosts: [server.host, secret.host] },
    })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1, issues: { 'certificate-refused': 1 } }])
    expect(secret.asked()).toBe(0)
    expect(count(database, `SELECT COUNT(*) FROM posting WHERE ext_id = 'secret'`)).toBe(0)
  })

  it('ends the source whose host it is with its name, at once, and no other', async () => {
    const secret = await serveSelfSigned()
    const server = await serve((_, response) => response.end('ad good'))
    const { summaries } = await testCrawl({
      sources: [
        configured('a', toySource(), `https://${secret.host}/`),
        configured('b', toySource(), `${server.origin}/`),
      ],
      client: { allowedHosts: [server.host, secret.host] },
    })
    expect(summaries).toMatchObject([
      { sourceId: 'a', outcome: 'failed', postingsFound: 0, issues: { 'certificate-refused': 1 } },
      { sourceId: 'b', outcome: 'complete', postingsFound: 1 },
    ])
    expect(summaries[0]?.issues['network']).toBeUndefined()
    expect(secret.asked()).toBe(0)
  })
})
