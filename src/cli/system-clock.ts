import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../domain/clock.ts'

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
}

/** A clock that shows `startEpochMs` now and then runs at the machine's pace: the demo's nights have their own dates. */
export function clockFrom(startEpochMs: number): Clock {
  const shift = startEpochMs - Date.now()
  return { now: () => Date.now() + shift, sleep: systemClock.sleep }
}
