import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Command, Option } from 'commander'
import { describe, expect, it } from 'vitest'
import { configJsonSchema } from '../src/cli/config.ts'
import { EXIT, EXIT_MEANINGS, EXIT_NOTES } from '../src/cli/exit-code.ts'
import { createProgram } from '../src/cli/program.ts'
import { CAVEATS } from '../src/domain/caveat.ts'
import { RUN_OUTCOMES } from '../src/domain/crawl.ts'
import { sources } from '../src/scrapers/registry.ts'

const ROOT = resolve(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')

const optionLine = ({ flags, description, argChoices, defaultValue }: Option) =>
  `- \`${flags}\`: ${description}${argChoices === undefined ? '' : ` (${argChoices.join(', ')})`}${defaultValue === undefined ? '' : `; default ${String(defaultValue)}`}`

function commandSection(command: Command): string {
  const args = command.registeredArguments.map(
    (each) => `- \`${each.required ? `<${each.name()}>` : `[${each.name()}]`}\`: ${each.description}`,
  )
  const lines = [...args, ...command.options.map(optionLine)]
  const note = EXIT_NOTES[command.name()]
  return `## vigie ${command.name()}\n\n\`vigie ${command.name()} ${command.usage()}\`\n\n${command.description()}\n${lines.length === 0 ? '' : `\n${lines.join('\n')}\n`}${note === undefined ? '' : `\nExit code ${note}\n`}`
}

function renderCommands(): string {
  const program = createProgram(() => {})
  return `<!-- Generated: npm run docs. -->
# Commands

${program.description()} Options of every command:

${program.options.map(optionLine).join('\n')}

Exit codes of every command (what they ask of you after a night: [operations.md](operations.md)):

${EXIT_MEANINGS.map(([code, says]) => `- \`${code}\`: ${says}`).join('\n')}

${program.commands.map(commandSection).join('\n')}`
}

function renderConfigKeys(): string {
  interface Keys {
    readonly properties: Readonly<Record<string, { readonly description?: string; readonly items?: Keys }>>
  }
  const schema = configJsonSchema() as unknown as Keys
  const line = ([key, { description }]: [string, { readonly description?: string }]) =>
    `- \`${key}\`${description === undefined ? '' : `: ${description}`}`
  const entry = schema.properties['sources']?.items?.properties ?? {}
  const types = Object.entries(sources).map(
    ([id, { options }]) =>
      `- \`${id}\`: ${
        Object.entries(options)
          .map(([key, kind]) => `\`${key}\` (${kind})`)
          .join(', ') || 'none'
      }`,
  )
  return `<!-- Generated: npm run docs. -->
# Configuration

One YAML file, given by \`--config\` or called \`vigie.yaml\` in the current folder. Paths are relative to the file, unknown keys
are refused with a suggestion. \`vigie config\` prints what was understood, \`vigie config --schema\` a JSON Schema for editors.

${Object.entries(schema.properties).map(line).join('\n')}

## Keys of each source

${Object.entries(entry).map(line).join('\n')}

## Keys of each source type

${types.join('\n')}
`
}

describe('documentation', () => {
  it('says what every exit code means', () => {
    expect(EXIT_MEANINGS.map(([code]) => code)).toEqual(Object.values(EXIT))
    const commands = createProgram(() => {}).commands.map((command) => command.name())
    for (const command of Object.keys(EXIT_NOTES)) expect(commands).toContain(command)
  })

  it('lists every command and option (npm run docs renews it)', async () => {
    await expect(renderCommands()).toMatchFileSnapshot('../docs/commands.md')
  })

  it('lists every key of the configuration', async () => {
    await expect(renderConfigKeys()).toMatchFileSnapshot('../docs/configuration.md')
  })

  it('names every exit code, outcome and drift where the operator looks', () => {
    const operations = read('docs/operations.md')
    for (const code of Object.values(EXIT)) expect(operations).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'))
    for (const outcome of RUN_OUTCOMES) expect(operations).toContain(`| \`${outcome}\` |`)
    for (const code of read('src/domain/drift.ts').matchAll(/'([a-z-]+-drift)'/g))
      expect(operations).toContain(`\`${code[1]}\``)
  })

  it.each(Object.keys(CAVEATS))('explains the caveat %s in the method', (caveat) => {
    expect(read('docs/method.md')).toContain(`\`${caveat}\``)
  })

  it.each(readdirSync(join(ROOT, 'claims')).filter((name) => name.endsWith('.yaml')))(
    'says in the method which article %s is',
    (name) => {
      expect(read('docs/method.md')).toContain(name.replace('.yaml', ''))
    },
  )

  it('sends the reader of the README to pages that exist', () => {
    for (const page of [
      'README.md',
      'CONTRIBUTING.md',
      'docs/operations.md',
      'docs/issues.md',
      'docs/machine-output.md',
    ]) {
      for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)) {
        expect(() => readdirOrRead(join(dirname(page), target)), `${page} links to ${target}`).not.toThrow()
      }
    }
  })

  it('speaks of no machine and no registry', () => {
    const lock = read('package-lock.json')
    expect(lock).not.toMatch(/"resolved":/)
    expect(lock).not.toMatch(/registry\./)
  })
})

function readdirOrRead(target: string): void {
  const path = join(ROOT, target)
  if (target.endsWith('/')) readdirSync(path)
  else readFileSync(path)
}
