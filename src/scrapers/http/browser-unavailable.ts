import { RefusedError } from './errors.ts'

/** The error of a source that needs a browser where none can be started. */
export function browserUnavailable(why: string, cause?: unknown): RefusedError {
  return new RefusedError(
    'browser-unavailable',
    `This source needs a browser and none could be started (${why}). Install Chromium, name one in VIGIE_CHROMIUM, or run: npx playwright install chromium`,
    { cause },
  )
}
