import { isLoopbackAuthority } from '../domain/authority.ts'

/** Least delay between two requests to one host, milliseconds. */
const LEAST_DELAY_MS = 2_000

/**
 * Delay of a source for one host: the slowest of the framework's two seconds, the source sheet's and the config's. On a
 * host that is this machine by its very name the config alone decides (the demo's market); nowhere else may a config
 * be faster.
 *
 * @param configuredMs the config's `delay`, or null.
 */
export function politeDelayMs(host: string, sheetMs: number, configuredMs: number | null): number {
  if (isLoopbackAuthority(host)) return configuredMs ?? sheetMs
  return Math.max(LEAST_DELAY_MS, sheetMs, configuredMs ?? 0)
}
