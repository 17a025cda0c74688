import { setTimeout as delay } from 'node:timers/promises'
import type { SteadyClock } from '../domain/clock.ts'

/** The clock of this machine. */
export const systemClock: SteadyClock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
}

/** A clock that shows `startEpochMs` now and then runs at the machine's pace: the demo's nights have their own dates. */
export function clockFrom(startEpochMs: number): SteadyClock {
  const shift = startEpochMs - Date.now()
  return { ...systemClock, now: () => Date.now() + shift }
}
