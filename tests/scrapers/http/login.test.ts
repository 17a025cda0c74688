import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CrawlProgress } from '../../../src/scrapers/progress.ts'
import type { SourceType } from '../../../src/scrapers/source-contract.ts'
import { type PackedBody, unpackBody } from '../../../src/store/crawl/packed-body.ts'
import type { Answer } from './loopback.ts'
import { useServers } from './servers.ts'
import { configured, memoryDatabase, testCrawl } from './test-crawl.ts'
import { get, toySource } from './toy-source.ts'

const serve = useServers()
const CLIENT_ID = 'PAR_vigie_7f3a91'
const CLIENT_SECRET = 's3cr3t-b41d-never-written'
const secrets: Readonly<Record<string, string>> = { TOY_ID: CLIENT_ID, TOY_SECRET: CLIENT_SECRET }
const readSecret = (name: string) => secrets[name]

interface ApiOptions {
  /** Requests a token lasts for. */
  readonly lastsFor?: number
  readonly refuse?: boolean
  readonly echo?: boolean
}

/** An API behind OAuth2 client credentials; its tokens are `token-1`, `token-2` … */
function api({ lastsFor = 1_000, refuse = false, echo = false }: ApiOptions = {}): Answer {
  let issued = 0
  let uses = 0
  return ({ path, body, headers }, response) => {
    if (path.startsWith('/token')) {
      const form = new URLSearchParams(body)
      const isKnown = form.get('client_id') === CLIENT_ID && form.get('client_secret') === CLIENT_SECRET
      if (!isKnown || refuse) {
        response.writeHead(400, { 'content-type': 'application/json' })
        response.end(`{"error":"invalid_client","sent":"${echo ? body : ''}"}`)
        return
      }
      issued += 1
      uses = 0
      response.end(
        JSON.stringify({ access_token: `token-${issued}-opaque`, expires_in: 1_499, scope: form.get('scope') }),
      )
      return
    }
    uses += 1
    const isValid = headers['authorization'] === `Bearer token-${issued}-opaque` && uses <= lastsFor
    if (isValid) response.end(`ad ${path}`)
    else response.writeHead(401).end()
  }
}

function withLogin(origin: string, pages: number): SourceType {
  return toySource({
    auth: () => ({
      kind: 'oauth2-client-credentials',
      tokenUrl: `${origin}/token?realm=/partner`,
      scope: 'api offers',
      clientIdEnv: 'TOY_ID',
      clientSecretEnv: 'TOY_SECRET',
    }),
    seeds: () => Array.from({ length: pages }, (_, index) => get(`${origin}/${index}`, { purpose: 'listing' })),
  })
}

describe('OAuth2 client credentials', () => {
  it('asks for one token and uses it for every page', async () => {
    const server = await serve(api())
    const { summaries } = await testCrawl({
      sources: [configured('a', withLogin(server.origin, 5), server.origin)],
      crawl: { readSecret },
    })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 5 }])
    const [token, ...others] = server.seen.filter(({ path }) => path.startsWith('/token'))
    expect(others).toEqual([])
    expect(token?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(token?.body))).toMatchObject({
      grant_type: 'client_credentials',
      scope: 'api offers',
    })
  })

  it('renews a token that a 401 says has ended, and asks for the page again', async () => {
    const server = await serve(api({ lastsFor: 3 }))
    const { summaries } = await testCrawl({
      sources: [configured('a', withLogin(server.origin, 8), server.origin)],
      crawl: { readSecret },
    })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 8 }])
    expect(server.seen.filter(({ path }) => path.startsWith('/token'))).toHaveLength(3)
  })

  it('a 401 that survives one renewal stops the source', async () => {
    const server = await serve(api({ lastsFor: 0 }))
    const { summaries } = await testCrawl({
      sources: [configured('a', withLogin(server.origin, 8), server.origin)],
      crawl: { readSecret },
    })
    expect(summaries).toMatchObject([{ outcome: 'refused', pages: 0, issues: { 'http-401': 1 } }])
    expect(server.pages().filter((path) => !path.startsWith('/token'))).toHaveLength(2)
  })

  it.each([
    ['refused', { ...secrets }, 'token-refused', 'Check TOY_ID and TOY_SECRET'],
    ['missing', { TOY_ID: CLIENT_ID }, 'credentials-missing', 'TOY_SECRET is not set'],
  ])(
    'credentials that are %s end the source with what to do',
    async (_, known: Record<string, string>, code, words) => {
      const server = await serve(api({ refuse: true, echo: true }))
      const { summaries } = await testCrawl({
        sources: [configured('a', withLogin(server.origin, 1), server.origin)],
        crawl: { readSecret: (name) => known[name] },
      })
      expect(summaries).toMatchObject([{ outcome: 'refused', issues: { [code]: 1 } }])
      expect(summaries[0]?.explanation).toContain(words)
    },
  )

  it('no redirect takes the token to another host', async () => {
    const other = await serve((_, response) => response.end('ad 1'))
    const server = await serve((request, response, index) => {
      if (request.path.startsWith('/token')) api()(request, response, index)
      else response.writeHead(302, { location: `${other.origin}/x` }).end()
    })
    await testCrawl({ sources: [configured('a', withLogin(server.origin, 1), server.origin)], crawl: { readSecret } })
    expect(other.pages()).toEqual(['/x'])
    for (const { headers } of other.seen) expect(headers['authorization']).toBeUndefined()
  })
})

describe('secrets', () => {
  it('appear in no file of the database, no capture, no message and no progress', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-secrets-'))
    const said: unknown[] = []
    const onProgress = (progress: CrawlProgress) => said.push(progress)
    for (const [name, options] of Object.entries({
      good: {},
      ended: { lastsFor: 2 },
      refused: { refuse: true, echo: true },
    })) {
      const server = await serve(api(options))
      const database = memoryDatabase(join(folder, `${name}.sqlite`))
      const { summaries } = await testCrawl({
        sources: [configured('a', withLogin(server.origin, 4), server.origin)],
        database,
        crawl: { readSecret, onProgress },
      })
      said.push(summaries, database.prepare('SELECT * FROM issue').all())
      for (const packed of database.prepare<[], PackedBody>('SELECT body_packed, body_coding FROM capture').all()) {
        said.push(unpackBody(packed).toString('latin1'))
      }
      // The write-ahead log is read too: nothing may ever have been on disk.
      for (const file of readdirSync(folder)) said.push(readFileSync(join(folder, file), 'latin1'))
      database.close()
    }
    const everything = said.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')
    for (const secret of [CLIENT_ID, CLIENT_SECRET, '-opaque', 'Bearer']) expect(everything).not.toContain(secret)
    expect(everything).toContain('token-refused')
    rmSync(folder, { recursive: true })
  })
})
