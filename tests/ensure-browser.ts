import { ensureChromium } from '../src/cli/ensure-chromium.ts'

/** Fetches a browser once before the suite when the machine has none; tests that need it fail with the cure otherwise. */
export function setup(): void {
  ensureChromium((line) => process.stderr.write(`${line}\n`))
}
