import { openHeldSite } from '../../tests/nights/held-site.ts'
import { nightFolder, startRun } from '../../tests/nights/real-run.ts'

/**
 * Milliseconds that a second `vigie run` takes from its start to its end while a first one is at work, each time again;
 * beside each what `vigie --version` takes, the least any command does. Needs the built product.
 */
export async function timeSecondRuns(times: number): Promise<{ readonly second: number[]; readonly least: number[] }> {
  const site = await openHeldSite()
  const [second, least]: [number[], number[]] = [[], []]
  try {
    const night = nightFolder(site.origin)
    const held = site.hold(2)
    const first = startRun(night.config)
    await held
    for (let time = 0; time < times; time += 1) {
      const started = performance.now()
      const { code, stderr } = await startRun(night.config).ended
      second.push(performance.now() - started)
      if (code !== 75) throw new Error(`The second run ended with ${code}: ${stderr}`)
      const restarted = performance.now()
      await startRun(night.config, ['--version']).ended
      least.push(performance.now() - restarted)
    }
    site.release()
    await first.ended
  } finally {
    site.release()
    await site.close()
  }
  return { second, least }
}
