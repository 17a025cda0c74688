import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as a test server saw it. */
export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  /** Epoch ms of its arrival. */
  readonly at: number
}

/** A real server on 127.0.0.1 that remembers what it was asked. */
export interface Loopback {
  readonly origin: string
  readonly host: string
  readonly seen: readonly SeenRequest[]
  /** Paths asked, in order, without the rule files. */
  pages(): readonly string[]
  close(): Promise<void>
}

export type Answer = (request: SeenRequest, response: ServerResponse, index: number) => void

/** Starts a server; robots.txt and tdmrep.json answer 404 unless `answer` handles them (`rules: true`). */
export async function startLoopback(answer: Answer, { rules = false, port = 0 } = {}): Promise<Loopback> {
  const seen: SeenRequest[] = []
  const server: Server = createServer((request, response) => {
    const at = Date.now()
    readAll(request).then((body) => {
      const path = request.url ?? '/'
      const one = { method: request.method ?? '', path, headers: request.headers, body, at }
      seen.push(one)
      if (!rules && isRuleFile(path)) response.writeHead(404).end()
      else answer(one, response, seen.length - 1)
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${host}`,
    host,
    seen,
    pages: () => seen.map(({ path }) => path).filter((path) => !isRuleFile(path)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function isRuleFile(path: string): boolean {
  return path === '/robots.txt' || path === '/.well-known/tdmrep.json'
}

async function readAll(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
