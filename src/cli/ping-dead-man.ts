const TIMEOUT_MS = 10_000

/** Tells the operator's dead-man switch that the night went well; its own trouble is said on stderr and no more. */
export async function pingDeadMan(url: string): Promise<void> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'follow' })
    await answer.body?.cancel()
    if (!answer.ok) process.stderr.write(`vigie: the ping to ${url} was answered ${answer.status}\n`)
  } catch (error) {
    process.stderr.write(
      `vigie: the ping to ${url} failed: ${error instanceof Error ? error.message : String(error)}\n`,
    )
  }
}
