import { MAX_COLUMNS } from './csv-rows.ts'
import { DumpError } from './dump-error.ts'

/** The fields that a file of ads may give, each with the names that columns were seen to bear. */
export const FIELD_NAMES = {
  id: ['id', 'ext_id', 'job_id', 'jobid', 'posting_id', 'reference', 'ref', 'offer_id', 'offre_id'],
  title: ['title', 'intitule', 'intitulé', 'titre', 'job_title', 'job title', 'poste', 'position', 'name'],
  description: ['description', 'desc', 'text', 'texte', 'raw_text', 'job_description', 'content', 'body'],
  company: [
    'company',
    'company_name',
    'company name',
    'employer',
    'entreprise',
    'employeur',
    'organization',
    'entreprise.nom',
  ],
  location: ['location', 'lieu', 'city', 'ville', 'localisation', 'place', 'lieutravail.libelle'],
  contract: [
    'contract',
    'contract_type',
    'contract type',
    'contrat',
    'type_contrat',
    'job_type',
    'employment_type',
    'typecontratlibelle',
  ],
  salary: ['salary', 'salaire', 'pay', 'remuneration', 'rémunération', 'salary_text', 'salaire.libelle'],
  date: [
    'date',
    'date_posted',
    'dateposted',
    'posted',
    'published',
    'published_at',
    'date_publication',
    'created_at',
    'datecreation',
  ],
  url: ['url', 'link', 'lien', 'job_url', 'source_url', 'origineoffre.urlorigine'],
  site: ['site', 'source', 'board', 'host'],
  language: ['lang', 'language', 'langue'],
  country: ['country', 'country_code', 'pays'],
  postalCode: ['postal_code', 'postalcode', 'code_postal', 'zip', 'lieutravail.codepostal'],
  experience: ['experience', 'expérience', 'experiencelibelle'],
  education: ['education', 'niveau etude', 'niveau_etude', 'formation', 'diplome'],
  workTime: ['work_time', 'working_time', 'temps_travail', 'dureetravaillibelle'],
  employerSize: ['company_size', 'employer_size', 'effectif', 'taille_entreprise', 'trancheeffectifetab'],
  industry: ['industry', 'sector', 'secteur', 'secteuractivitelibelle'],
  romeCode: ['rome', 'rome_code', 'romecode', 'code_rome'],
  validThrough: ['valid_through', 'validthrough', 'expires', 'date_fin'],
} as const

/** A field of `FIELD_NAMES`. */
export type DumpField = keyof typeof FIELD_NAMES

/** Which column holds which field; every column of the file is either here or among the unmapped. */
export interface ColumnPlan {
  readonly columnOf: ReadonlyMap<DumpField, string>
  readonly unmapped: readonly string[]
}

const REQUIRED: readonly DumpField[] = ['title', 'description']

/**
 * Finds the column of each field: the one that the user mapped, else one with a usual name.
 * @throws DumpError `unknown-field` for a mapped field that does not exist, `missing-column` when a mapped or required
 * column is not in the file.
 */
export function planColumns(
  columns: readonly string[],
  map: Readonly<Record<string, string>>,
  fileName: string,
): ColumnPlan {
  if (columns.length > MAX_COLUMNS) {
    const message = `it has ${columns.length} columns, which no table of ads has. Check its delimiter.`
    throw new DumpError('malformed', fileName, message)
  }
  const columnOf = new Map<DumpField, string>()
  const taken = new Set<string>()
  for (const [field, column] of Object.entries(map)) {
    if (!isField(field)) throw unknownField(field, fileName)
    if (!columns.includes(column)) throw missingColumn(field, column, columns, fileName)
    columnOf.set(field, column)
    taken.add(column)
  }
  for (const field of Object.keys(FIELD_NAMES) as DumpField[]) {
    if (columnOf.has(field)) continue
    const names: readonly string[] = FIELD_NAMES[field]
    const column = names
      .map((name) => columns.find((one) => one.trim().toLowerCase() === name && !taken.has(one)))
      .find((found) => found !== undefined)
    if (column === undefined) continue
    columnOf.set(field, column)
    taken.add(column)
  }
  for (const field of REQUIRED) if (!columnOf.has(field)) throw missingColumn(field, null, columns, fileName)
  return { columnOf, unmapped: columns.filter((column) => !taken.has(column)) }
}

function isField(name: string): name is DumpField {
  return Object.hasOwn(FIELD_NAMES, name)
}

function unknownField(field: string, fileName: string): DumpError {
  const known = Object.keys(FIELD_NAMES).join(', ')
  return new DumpError('unknown-field', fileName, `there is no field "${field}" to map a column to. Fields: ${known}.`)
}

function missingColumn(
  field: DumpField,
  column: string | null,
  columns: readonly string[],
  fileName: string,
): DumpError {
  if (columns.length === 0) return new DumpError('empty', fileName, 'there is no record in it. Is it the right file?')
  const there = `Its columns are: ${columns.slice(0, 40).join(', ')}.`
  const what =
    column === null
      ? `no column holds the ${field} of the ads. ${there} Name it with --map ${field}=COLUMN.`
      : `it has no column "${column}", to which the ${field} was mapped. ${there} Correct --map ${field}=….`
  return new DumpError('missing-column', fileName, what)
}
