import { BOARD_IDS, type BoardId, DEMO_CREDENTIALS } from '../../fixtures/market/market-facts.ts'
import {
  answer,
  answerJson,
  type Board,
  type BoardAnswer,
  type BoardRequest,
} from '../../fixtures/market/server/board.ts'
import {
  BOARD_MAKERS,
  type LoggedRequest,
  type OpenBoard,
  openBoard,
} from '../../fixtures/market/server/start-market.ts'
import { boardDayOf, type Fault, type PlannedNight } from './plan.ts'

/** Answers in the place of a board; undefined lets the board answer. */
type Trouble = (request: BoardRequest, board: Board) => BoardAnswer | undefined

const TOKEN_PATH = '/connexion/oauth2/access_token'

/** The market's five boards on fixed ports, on whatever night and with whatever trouble. */
export class MarketStand {
  readonly requests: LoggedRequest[] = []
  readonly #boards = new Map<BoardId, Board>()
  readonly #troubles = new Map<BoardId, Trouble>()
  readonly #open = new Map<BoardId, OpenBoard>()
  readonly #ports = new Map<BoardId, number>()
  #count = 0
  #watchers: { readonly at: number; readonly act: () => void }[] = []

  /** Opens every board; the night is set before the first request. */
  async open(): Promise<void> {
    for (const id of BOARD_IDS) await this.#openOne(id)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((board) => board.close()))
    this.#open.clear()
  }

  /** `host:port` of a board, the same on every night. */
  hostOf(id: BoardId): string {
    return `127.0.0.1:${this.#ports.get(id) ?? 0}`
  }

  /** Shows a night with its faults; those in `over` have passed by. */
  async show(night: PlannedNight, over: readonly Fault[] = []): Promise<void> {
    this.#troubles.clear()
    this.#watchers = []
    this.#count = 0
    for (const id of BOARD_IDS) this.#boards.set(id, BOARD_MAKERS[id](boardDayOf(night, id)))
    const down = new Set<BoardId>()
    for (const fault of night.faults) {
      if (over.includes(fault)) continue
      if (fault.kind === 'down') down.add(fault.board)
      else if (fault.kind === 'empty') {
        this.#boards.set(fault.board, BOARD_MAKERS[fault.board]({ day: night.day, ads: [] }))
      } else if ('board' in fault) this.#troubles.set(fault.board, troubleOf(fault))
    }
    for (const id of BOARD_IDS) await (down.has(id) ? this.#closeOne(id) : this.#openOne(id))
  }

  /** Calls `act` when so many requests of this night have been asked. */
  onRequest(at: number, act: () => void): void {
    this.#watchers.push({ at, act })
  }

  async #openOne(id: BoardId): Promise<void> {
    if (this.#open.has(id)) return
    const board = await openBoard(id, (request) => this.#answer(id, request), {
      port: this.#ports.get(id) ?? 0,
      requests: this.requests,
    })
    this.#open.set(id, board)
    this.#ports.set(id, Number(new URL(board.origin).port))
  }

  async #closeOne(id: BoardId): Promise<void> {
    await this.#open.get(id)?.close()
    this.#open.delete(id)
  }

  #answer(id: BoardId, request: BoardRequest): BoardAnswer | null {
    this.#count += 1
    const due = this.#watchers.filter(({ at }) => at <= this.#count)
    this.#watchers = this.#watchers.filter(({ at }) => at > this.#count)
    for (const { act } of due) act()
    const board = this.#boards.get(id)
    if (board === undefined) return null
    return this.#troubles.get(id)?.(request, board) ?? board(request)
  }
}

function troubleOf(fault: Extract<Fault, { readonly board: unknown }>): Trouble {
  switch (fault.kind) {
    case 'storm':
      return stormy(fault.answers, fault.retryAfterS)
    case 'throttled':
      return (request) => (isRuleFile(request) ? undefined : tooMany(300))
    case 'robots-closed':
      return ({ url }) =>
        url.pathname === '/robots.txt' ? answer('text/plain', 'User-agent: *\nDisallow: /\n') : undefined
    case 'robots-broken':
      return ({ url }) => (url.pathname === '/robots.txt' ? answer('text/plain', 'busy', 503) : undefined)
    case 'forbidden':
      return (request) => (isRuleFile(request) ? undefined : answer('text/html', '<h1>Forbidden</h1>', 403))
    case 'challenge':
      return (request) =>
        isRuleFile(request)
          ? undefined
          : answer('text/html', '<html><head><title>Just a moment...</title></head><body></body></html>')
    case 'layout':
      return changed((body) => body.replaceAll('JobPosting', 'Thing'), isAdPage)
    case 'flaky':
      return flaky()
    case 'garbled':
      return changed(
        (body) =>
          body.startsWith('{') ? body.replaceAll('"jobs"', '"postes"') : '<!doctype html><h1>Nouveau site</h1>',
        isListing,
      )
    case 'truncated':
      return changed((body) => body.slice(0, Math.floor(body.length * 0.8)), isListing)
    case 'token':
      return expiringToken()
    case 'down':
    case 'empty':
      throw new Error(`Expected ${fault.kind} to be shown by the board itself.`)
  }
}

function isRuleFile({ url: { pathname } }: BoardRequest): boolean {
  return pathname === '/robots.txt' || pathname.startsWith('/.well-known/')
}

function isAdPage({ url: { pathname } }: BoardRequest): boolean {
  return pathname.startsWith('/offres/')
}

function isListing({ url: { pathname } }: BoardRequest): boolean {
  return pathname === '/flux.xml' || pathname.startsWith('/v1/boards/')
}

function tooMany(retryAfterS: number): BoardAnswer {
  return { ...answer('text/plain', 'slow down', 429), headers: { 'retry-after': String(retryAfterS) } }
}

function stormy(answers: number, retryAfterS: number): Trouble {
  let [asked, left] = [0, answers]
  return (request) => {
    if (isRuleFile(request)) return undefined
    asked += 1
    if (asked < 3 || left === 0) return undefined
    left -= 1
    return tooMany(retryAfterS)
  }
}

/** Two pages of ads fail for ever. */
function flaky(): Trouble {
  const bad = new Set<string>()
  return (request) => {
    if (!isAdPage(request)) return undefined
    const { pathname } = request.url
    if (bad.size < 2) bad.add(pathname)
    return bad.has(pathname) ? answer('text/plain', 'out of order', 500) : undefined
  }
}

function changed(change: (body: string) => string, concerns: (request: BoardRequest) => boolean): Trouble {
  return (request, board) => {
    if (!concerns(request)) return undefined
    // Validators of the sound page must not hide the trouble.
    const { 'if-none-match': _etag, 'if-modified-since': _since, ...headers } = request.headers
    const reply = board({ ...request, headers })
    const { etag: _tag, 'last-modified': _modified, ...rest } = reply.headers
    return { ...reply, headers: rest, body: change(reply.body) }
  }
}

/** The login holds for two searches, then the token is refused until a new one is asked for. */
function expiringToken(): Trouble {
  let [edition, searches] = [1, 0]
  let inner: string | null = null
  return (request, board) => {
    const { pathname } = request.url
    if (pathname === TOKEN_PATH) {
      const reply = board(request)
      if (reply.status !== 200) return reply
      const body = JSON.parse(reply.body) as { access_token: string }
      inner = body.access_token
      return answerJson({ ...body, access_token: `${inner}-${edition}` })
    }
    if (isRuleFile(request) || inner === null) return undefined
    if (request.headers.authorization !== `Bearer ${inner}-${edition}`) {
      return answerJson({ message: 'Jeton absent ou expiré' }, 401)
    }
    searches += 1
    if (searches === 2) {
      edition += 1
      return answerJson({ message: 'Jeton expiré' }, 401)
    }
    return board({ ...request, headers: { ...request.headers, authorization: `Bearer ${inner}` } })
  }
}

/** Credentials of the market's login. */
export function readMarketSecret(name: string): string {
  return name.endsWith('_ID') ? DEMO_CREDENTIALS.clientId : DEMO_CREDENTIALS.clientSecret
}
