import { readMarketKinds } from '../store/market-kinds.ts'
import type { VigieDatabase } from '../store/open-database.ts'
import { UserError } from './user-error.ts'

/**
 * Keeps invented and real ads apart: one figure made of both would be neither, and nothing could part them again.
 *
 * @param adding whose ads are about to be stored.
 * @throws UserError when the database holds ads of the other kind.
 */
export function refuseMixing(database: VigieDatabase, path: string, adding: 'sample' | 'real'): void {
  const kinds = readMarketKinds(database)
  if (adding === 'real' && kinds.sample) {
    throw new UserError(
      `The database ${path} holds the invented ads of vigie demo; real ads are not mixed with them. Name another file with --database, or with \`database\` in the configuration.`,
    )
  }
  if (adding === 'sample' && kinds.real) {
    throw new UserError(
      `The database ${path} holds real ads; the invented ads of the demo are not mixed with them. Leave out --database and --config: the demo then has a file of its own, db/demo.sqlite.`,
    )
  }
}
