import type { DumpFormat } from './dump-record.ts'

const HEAD = 4000
const HTML = /<(?:!doctype html|html|head|body|script)\b/i
const FRANCE_TRAVAIL =
  /"resultats"\s*:|"intitule"\s*:[\s\S]*"(?:romeCode|lieuTravail|dateCreation)"\s*:|"(?:romeCode|lieuTravail)"\s*:[\s\S]*"intitule"\s*:/
const DELIMITER = /[,;\t|]/
const JOBSPY_COLUMNS = ['job_url', 'title', 'company', 'date_posted']

/** The format of a file of ads by its content; null when it is none that is known. */
export function detectFormat(text: string): DumpFormat | null {
  const head = text.slice(0, HEAD).trimStart()
  if (head.startsWith('<')) return HTML.test(head) ? 'jsonld-html' : null
  if (head.startsWith('{') || head.startsWith('[')) return detectJson(head)
  const end = head.indexOf('\n')
  const header = (end === -1 ? head : head.slice(0, end)).toLowerCase()
  if (JOBSPY_COLUMNS.every((column) => header.includes(column))) return 'jobspy'
  return DELIMITER.test(header) ? 'csv' : null
}

function detectJson(head: string): DumpFormat {
  if (FRANCE_TRAVAIL.test(head)) return 'france-travail'
  return head.includes('"job_url"') ? 'jobspy' : 'jsonl'
}
