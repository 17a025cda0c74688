import type { HostClock } from '../../src/domain/crawl.ts'

/**
 * A host clock without limits, for measurements on loopback. It lives outside the product: no configuration can ask
 * for it.
 */
export class UnlimitedHostClock implements HostClock {
  readonly maxInFlightPerHost: number

  constructor(inFlight = 16) {
    this.maxInFlightPerHost = inFlight
  }

  reserve(_host: string, now: number): number {
    return now
  }

  requireDelay(): void {}
  observe(): void {}
  pause(): void {}

  failuresInRow(): number {
    return 0
  }
}
