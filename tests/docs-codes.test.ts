import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DROP_REASONS } from '../src/scrapers/crawl-budget.ts'

const ROOT = resolve(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const sourceFiles = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name}`)

/** Where a code of an issue is written: as a property, or as the first word of a call that notes one. */
const NOTED =
  /(?:\bcode:|code = |(?<!Dump|Type|Range)Error\(|\bsuper\(|\bissue\(|\.(?:warn|error)\(|[nN]ote\w*\(|\bsilence\(|\bwarning\()\s*(?:'(?:error|warning|failed|refused)',\s*)?'(?!(?:failed|refused)')([a-z0-9]+(?:-[a-z0-9]+)*)'/g
const CAPPED = /#cap\([^;\n]+, '([a-z-]+)'\)/g
const HOPELESS = /^ {2}[A-Z_]+: '([a-z-]+)',$/gm
const BODY = /'(body-too-large|decompressed-too-large|decompression-failed)'/g
const REPAIR = /^ {2}\| '([a-z-]+)'$/gm
const WRITTEN_BY = /^src\/(scrapers|store\/imports|store\/crawl|domain\/drift|cli\/night-clock)/
const FAMILY = 'http-…'

function codesOf(file: string, pattern: RegExp, prefix = ''): string[] {
  return [...read(file).matchAll(pattern)].map(([, code = '']) => prefix + code)
}

/** Every code that the code can note, but for the family of statuses. */
const codes = new Set([
  ...sourceFiles.filter((file) => WRITTEN_BY.test(file)).flatMap((file) => codesOf(file, NOTED)),
  ...codesOf('src/scrapers/page-visitor.ts', CAPPED),
  ...codesOf('src/scrapers/http/fetch-failure.ts', HOPELESS),
  ...codesOf('src/scrapers/http/body.ts', BODY),
  ...codesOf('src/scrapers/shapes/tolerant-json.ts', REPAIR, 'json-ld-'),
  ...Object.keys(DROP_REASONS),
  'unexpected-error',
  'listing-incomplete',
])

/** First cells of the tables of a page, code marks off. */
function firstCells(page: string): string[] {
  return [...read(page).matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell = '']) => cell)
}

describe('issue codes', () => {
  it('are all explained, and none that is not there', () => {
    const documented = firstCells('docs/issues.md').filter((code) => code !== FAMILY)
    expect(new Set(documented).size, 'each once').toBe(documented.length)
    expect(documented.toSorted()).toEqual([...codes].toSorted())
  })
})

describe('environment variables', () => {
  const NAMED = /(?:process\.env|environment)\['([A-Z_]+)'\]|Env: '([A-Z_]+)'/g
  it('are all explained, and none that is not there', () => {
    const files = [...sourceFiles, 'tests/shared-folder.ts']
    const used = new Set(files.flatMap((file) => [...read(file).matchAll(NAMED)].map(([, a, b]) => a ?? b ?? '')))
    used.delete('PATH')
    const section = read('docs/machine-output.md').split('## Environment')[1] ?? ''
    const documented = [...section.matchAll(/`([A-Z]+_[A-Z_]+)`/g)].map(([, name = '']) => name)
    expect(documented.toSorted()).toEqual([...used].toSorted())
  })
})
