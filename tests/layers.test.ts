import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

// The import table of the design: folder → folders and packages it may reach. The longest matching folder rules.
const ROOT = resolve(import.meta.dirname, '..')
const EVERYWHERE = ['src/domain']
const TABLE: Record<string, { folders: readonly string[]; neverTouch: readonly RegExp[] }> = {
  'src/domain': { folders: [], neverTouch: [/^node:/, /^[^.]/] },
  'src/scrapers': { folders: [], neverTouch: [/better-sqlite3/] },
  'src/scrapers/shapes': {
    folders: [],
    neverTouch: [/better-sqlite3/, /^undici/, /^playwright/, /^node:(http|https|net|fs|dns|tls)/],
  },
  'src/scrapers/sources': {
    folders: ['src/scrapers/source-contract.ts', 'src/scrapers/shapes'],
    neverTouch: [/better-sqlite3/, /^undici/, /^playwright/, /^node:(http|https|net|fs|dns|tls)/],
  },
  'src/classify': {
    folders: [],
    neverTouch: [/better-sqlite3/, /^undici/, /^playwright/, /^node:(http|https|net|dns|tls|timers)/],
  },
  'src/store': { folders: [], neverTouch: [/^undici/, /^playwright/, /^node:(http|https|net|dns|tls)/] },
  'src/report': {
    folders: ['src/store'],
    neverTouch: [/better-sqlite3/, /^undici/, /^playwright/, /^node:(http|https|net|dns|tls)/],
  },
  'src/cli': { folders: ['src', 'fixtures/market'], neverTouch: [] },
  'src/main.ts': { folders: ['src', 'fixtures/market'], neverTouch: [] },
}
const IMPORT = /(?:\bfrom|\bimport|\bimport\()\s*['"]([^'"]+)['"]/g

function ruleFor(file: string): string {
  const folders = Object.keys(TABLE).filter((folder) => file === folder || file.startsWith(`${folder}/`))
  return folders.sort((a, b) => b.length - a.length)[0] ?? ''
}

function mayReach(file: string, target: string): boolean {
  const rule = ruleFor(file)
  // A file may import its own folder (`sources/lever` not its sibling `sources/ashby`).
  const own = rule === 'src/scrapers/sources' ? dirname(file) : rule
  return [own, ...EVERYWHERE, ...(TABLE[rule]?.folders ?? [])].some(
    (folder) => target === folder || target.startsWith(`${folder}/`),
  )
}

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name}`)
  .sort()

describe('layers', () => {
  it.each(files)('%s keeps to the import table', (file) => {
    const rule = ruleFor(file)
    expect(rule, `${file} lies in no folder of the design`).not.toBe('')
    const source = readFileSync(join(ROOT, file), 'utf8')
    for (const [, specifier = ''] of source.matchAll(IMPORT)) {
      if (specifier.startsWith('.')) {
        const target = relative(ROOT, resolve(ROOT, dirname(file), specifier))
        expect(mayReach(file, target), `${file} must not import ${target}`).toBe(true)
      } else {
        for (const forbidden of TABLE[rule]?.neverTouch ?? []) {
          expect(forbidden.test(specifier), `${file} must not touch ${specifier}`).toBe(false)
        }
      }
    }
  })

  it.each(files)('%s is at most 300 lines, without any and without a default export', (file) => {
    const source = readFileSync(join(ROOT, file), 'utf8')
    expect(source.split('\n').length).toBeLessThanOrEqual(301)
    expect(source).not.toMatch(/:\s*any\b|\bas any\b|<any>/)
    expect(source).not.toMatch(/export default\b/)
  })

  it('keeps SQL in src/store alone', () => {
    const SQL = /\b(SELECT\s+[\w*(]|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b/
    const offenders = files.filter(
      (file) => !file.startsWith('src/store/') && SQL.test(readFileSync(join(ROOT, file), 'utf8')),
    )
    expect(offenders).toEqual([])
  })
})
