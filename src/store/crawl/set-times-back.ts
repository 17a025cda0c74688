import type { VigieDatabase } from '../open-database.ts'

/**
 * Moves what hosts and queues are to wait for `ms` milliseconds back, after the machine's clock was: a pause that was
 * asked for lasts as long as it was to, instead of until an hour that was never meant. A run still open begins now, so that
 * taking it up again does not move them a second time.
 *
 * @param now epoch ms as the clock shows it since; nothing is moved to before it.
 */
export function setTimesBack(database: VigieDatabase, ms: number, now: number): void {
  const set = (table: string, column: string) =>
    database
      .prepare(`UPDATE ${table} SET ${column} = MAX(:now, ${column} - :ms) WHERE ${column} > :now`)
      .run({ now: Math.floor(now), ms: Math.floor(ms) })
  database
    .transaction(() => {
      set('host', 'next_slot_ms')
      set('host', 'paused_until_ms')
      set('frontier_request', 'not_before_ms')
      database
        .prepare('UPDATE run SET started_at = :now WHERE finished_at IS NULL AND started_at > :now')
        .run({ now: new Date(now).toISOString() })
    })
    .immediate()
}
