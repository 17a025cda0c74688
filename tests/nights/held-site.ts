import type { BoardAnswer } from '../../fixtures/market/server/board.ts'
import { boardDay } from '../../fixtures/market/server/market-data.ts'
import { BOARD_MAKERS, type LoggedRequest, openBoard } from '../../fixtures/market/server/start-market.ts'

/** Ads of the site. */
export const ADS = 8

/** A career site of eight ads that can hold back its answer to one of them until it is told to go on. */
export interface HeldSite {
  readonly origin: string
  /** Requests answered so far. */
  readonly requests: readonly LoggedRequest[]
  /** Addresses of ads as asked for, held ones included. */
  readonly asked: readonly string[]
  /** Holds the answer to the `nth` page of an ad from now on; resolves when it is asked for. */
  hold(nth: number): Promise<void>
  release(): void
  close(): Promise<void>
}

/** Opens the site on a free port. */
export async function openHeldSite(): Promise<HeldSite> {
  const board = BOARD_MAKERS.carrieres({ ...boardDay('carrieres', 1), ads: boardDay('carrieres', 1).ads.slice(0, ADS) })
  const requests: LoggedRequest[] = []
  const asked: string[] = []
  let countdown = Number.POSITIVE_INFINITY
  let reached = () => {}
  let release = () => {}
  const open = await openBoard(
    'carrieres',
    async (request): Promise<BoardAnswer> => {
      const { pathname } = request.url
      if (pathname.startsWith('/offres/')) {
        asked.push(pathname)
        countdown -= 1
        if (countdown === 0) {
          const held = new Promise<void>((resolve) => {
            release = resolve
          })
          reached()
          await held
        }
      }
      return board(request)
    },
    { port: 0, requests },
  )
  return {
    origin: open.origin,
    requests,
    asked,
    hold(nth) {
      countdown = nth
      return new Promise((resolve) => {
        reached = resolve
      })
    },
    release: () => release(),
    close: () => open.close(),
  }
}
