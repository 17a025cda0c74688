import { MISSIONS } from '../../domain/mission.ts'
import { ROLES } from '../../domain/role.ts'
import type { VigieDatabase } from '../open-database.ts'
import { QueryRefusedError } from './query-refused-error.ts'

/** What a parameter of a named query may be; its header says which. */
export const PARAMETER_KINDS = ['count', 'role', 'mission', 'claim', 'snapshot', 'reading', 'words'] as const

/** Kind of a parameter. */
export type ParameterKind = (typeof PARAMETER_KINDS)[number]

/** The values of a kind that has a closed list; null for the others. */
export function valuesOf(kind: ParameterKind): readonly string[] | null {
  if (kind === 'role') return ROLES
  return kind === 'mission' ? MISSIONS : null
}

/**
 * The value of a parameter as its query takes it; null when it is left empty. A value that no row can have is refused:
 * an empty answer would look like a finding.
 *
 * @throws QueryRefusedError with what is possible.
 */
export function checkParameter(
  database: VigieDatabase,
  { name, kind }: { readonly name: string; readonly kind: ParameterKind },
  value: string | number | null,
): string | number | null {
  if (value === null || value === '') return null
  const text = String(value)
  const refuse = (possible: string): never => {
    throw new QueryRefusedError(`${name}=${text} is not possible: ${possible}.`)
  }
  if (kind === 'count')
    return WHOLE_ABOVE_0.test(text)
      ? Number(text)
      : refuse(`give a whole number from 1 to ${MOST.toLocaleString('en')}`)
  const closed = valuesOf(kind)
  if (closed !== null) return closed.includes(text) ? text : refuse(`give one of ${closed.join(', ')}`)
  const known = KNOWN[kind]
  if (known === undefined || database.prepare(known.find).get(text) !== undefined) return text
  return refuse(known.possible(database))
}

const WHOLE_ABOVE_0 = /^0*[1-9]\d{0,8}$/
/** The greatest that the pattern takes. */
const MOST = 999_999_999
const MOST_LISTED = 20

interface KnownValues {
  /** Finds a row for a value that is known. */
  readonly find: string
  /** What to say of one that is not. */
  readonly possible: (database: VigieDatabase) => string
}

/** Kinds whose values are those of the database. */
const KNOWN: Readonly<Partial<Record<ParameterKind, KnownValues>>> = {
  claim: {
    find: 'SELECT 1 FROM claim WHERE claim_id = ?',
    possible: (database) =>
      list(database, 'SELECT claim_id FROM claim LIMIT 1').length === 0
        ? 'no claim has been judged in this database yet (vigie report)'
        : 'no claim judged in this database is called so (vigie claims lists them)',
  },
  snapshot: {
    find: 'SELECT 1 FROM snapshot WHERE snapshot_id = ?',
    possible: (database) => {
      const newest = list(
        database,
        `SELECT snapshot_id FROM snapshot ORDER BY as_of_date DESC, length(snapshot_id) DESC, snapshot_id DESC LIMIT ${MOST_LISTED}`,
      )
      return newest.length === 0
        ? 'this database has no snapshot yet (vigie report)'
        : `the newest snapshots are ${newest.join(', ')}`
    },
  },
  reading: {
    find: 'SELECT 1 FROM evidence WHERE reading = ? LIMIT 1',
    possible: () =>
      'nothing in this database is read so (vigie query --sql "SELECT DISTINCT reading FROM evidence" lists what is)',
  },
}

function list(database: VigieDatabase, sql: string): readonly string[] {
  return database.prepare<[], string>(sql).pluck().all()
}
