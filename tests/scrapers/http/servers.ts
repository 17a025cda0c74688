import { afterEach } from 'vitest'
import { type Answer, type Loopback, startLoopback } from './loopback.ts'

/** Servers of one test file; each is closed after its test. */
export function useServers(): (answer: Answer, options?: { readonly rules?: boolean }) => Promise<Loopback> {
  const open: Loopback[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()))
  })
  return async (answer, options = {}) => {
    const server = await startLoopback(answer, options)
    open.push(server)
    return server
  }
}

/** Gaps between the arrivals of requests, milliseconds. */
export function gaps(times: readonly number[]): readonly number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0))
}
