import { Command, InvalidArgumentError, Option } from 'commander'
import { isoDay } from '../domain/clock.ts'
import { EXIT_MEANINGS, EXIT_NOTES, type ExitCode } from './exit-code.ts'
import { packageVersion } from './package-root.ts'
import { FIRST_DAY } from './possible-days.ts'
import { systemClock } from './system-clock.ts'

/** Told what a command ended with. */
type OnExit = (code: ExitCode) => void

/**
 * The command line: every command with its options. Each command's own code is loaded when it is called, so that
 * `vigie --help` stays instant.
 */
export function createProgram(onExit: OnExit): Command {
  const program = new Command('vigie')
  const act = actionsFor(onExit)
  program
    .description('Watches what job ads really ask and pay, and checks published claims against them.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .option('-c, --config <file>', 'configuration (default: vigie.yaml here, else built-in)')
    .option('-d, --database [file]', 'SQLite file (wins over the configuration)')
    .option('--json', 'machine-readable summary on stdout')
    .option('-q, --quiet', 'no progress on stderr')
    .showHelpAfterError('(vigie --help lists the commands)')
    .configureHelp({ sortSubcommands: false, showGlobalOptions: true })
    .exitOverride()

  program
    .command('demo')
    .description('serve the bundled sample market on this machine and do the whole job on it, one night per call')
    .option('--out <folder>', 'folder of the reports (default: reports/)')
    .addOption(language())
    .action(act(async () => (await import('./demo.ts')).runDemo))

  program
    .command('run')
    .description('the whole night, for cron: crawl, classify, snapshot, report, prune; resumes what was interrupted')
    .option('--until <HH:MM>', 'fetch nothing more after that time of this machine', timeArgument)
    .addOption(new Option('--log <form>', 'steps of the run on stderr').choices(['human', 'json']).default('human'))
    .addOption(language())
    .action(act(async () => (await import('./run.ts')).runNight))

  program
    .command('crawl')
    .description('fetch the ads of the configured sources, politely; resumes what was interrupted')
    .option('--only <id...>', 'only these sources')
    .option('--limit <n>', 'at most this many ads per source', countArgument)
    .option('--dry-run', 'print what was read, store nothing')
    .action(act(async () => (await import('./crawl.ts')).runCrawl))

  program
    .command('import')
    .description('read ads from files (France Travail JSON, JobSpy CSV, JSONL, CSV, saved pages)')
    .argument('<file...>', 'files to read')
    .option('--format <format>', 'france-travail, jobspy, jsonl, csv or jsonld-html (default: by content)')
    .option('--map <pairs>', 'columns by key, e.g. title=Intitulé,description=Texte')
    .option('--source <name>', 'source of the ads that name no site of their own (default: the format)', sourceArgument)
    .option('--seen <day>', 'day the ads were seen, for those that carry no date', isoDayArgument)
    .action(act(async () => (await import('./import.ts')).runImport))

  program
    .command('read')
    .description('read ads from JSONL (a file, or - for stdin) and print one JSON line per ad; no database')
    .argument('<file>', 'JSONL file, or -')
    .action(act(async () => (await import('./read.ts')).runRead))

  program
    .command('classify')
    .description('read the stored ads again: roles, missions, skills, pay; then group them into vacancies')
    .option('--all', 'also ads whose reading is up to date')
    .action(act(async () => (await import('./classify.ts')).runClassify))

  program
    .command('report')
    .description('judge the claims on the stored market and write the report (HTML, Markdown, JSON)')
    .option('--as-of <day>', 'state of the market on that day (default: today)', isoDayArgument)
    .option('--window <days>', 'vacancies first seen in so many days before, or all (default: 365)', windowArgument)
    .option('--out <folder>', 'where to write (default: reports/<day>)')
    .addOption(language())
    .action(act(async () => (await import('./report.ts')).runReport))

  program
    .command('claims')
    .description('list the claims that are checked, or show one: what is counted, by what rule, its last verdict')
    .argument('[id]', 'claim, e.g. A-pay-cm')
    .addOption(
      new Option('--lang <language>', 'language (default: of the list that of the report, of a page English)').choices([
        'fr',
        'en',
      ]),
    )
    .action(act(async () => (await import('./claims.ts')).runClaims))

  program
    .command('explain')
    .description('show an ad with the words its reading rests on, and what made its role')
    .argument('<posting>', 'number, own reference or address of a posting')
    .addOption(new Option('--format <format>', 'form').choices(['text', 'html']).default('text'))
    .action(act(async () => (await import('./explain.ts')).runExplain))

  program
    .command('query')
    .description('answer a ready-made question (without a name: list them), or run reading SQL')
    .argument('[name]', 'question, e.g. pay-by-role')
    .argument('[parameters...]', 'parameter=value')
    .option('--sql <statement>', 'your own reading statement')
    .addOption(new Option('--format <format>', 'form of the answer').choices(['table', 'csv', 'json']).default('table'))
    .addOption(language())
    .action(act(async () => (await import('./query.ts')).runQuery))

  program
    .command('export')
    .description('write the tables for other tools, with a data package that describes them')
    .addOption(new Option('--format <format>', 'form').choices(['csv', 'jsonl', 'parquet', 'sqlite']).default('csv'))
    .option('--out <folder>', 'where to write (default: exports/<format>)')
    .action(act(async () => (await import('./export.ts')).runExport))

  program
    .command('sources')
    .description('list the sources, on what permission they rest, and what is not crawled and why')
    .action(act(async () => (await import('./sources.ts')).runSources))

  program
    .command('doctor')
    .description('look at everything a night needs: configuration, credentials, browser, disk, lock, database')
    .option('--online', 'also ask every source once')
    .action(act(async () => (await import('./doctor.ts')).runDoctor))

  program
    .command('forget')
    .description('remove a posting or a person everywhere, for good')
    .argument('<pattern>', 'address or reference of a posting, or the words of a person')
    .option('--yes', 'also when more than 50 ads hold the words')
    .action(act(async () => (await import('./forget.ts')).runForget))

  program
    .command('eval')
    .description('measure the readers on labelled ads and write the model card')
    .option('--gold <file...>', 'labelled ads and wordings besides those of the project')
    .option('--dry-run', 'print the figures, write nothing')
    .action(act(async () => (await import('./eval.ts')).runEval))

  program
    .command('train')
    .description('train the role model on labelled ads')
    .option('--gold <file...>', 'labelled ads besides those of the project')
    .option('--model-version <version>', 'version the model carries (default: the day)')
    .action(act(async () => (await import('./train.ts')).runTrain))

  program
    .command('config')
    .description('print the configuration as vigie understands it')
    .option('--schema', 'print its JSON Schema, for editors')
    .action(act(async () => (await import('./config.ts')).runConfig))
  program.addHelpText(
    'after',
    `\nExit codes:\n${EXIT_MEANINGS.map(([code, says]) => `  ${String(code).padEnd(3)} ${says}`).join('\n')}`,
  )
  for (const command of program.commands) {
    const note = EXIT_NOTES[command.name()]
    if (note !== undefined) command.addHelpText('after', `\nExit code ${note}`)
  }
  return program
}

type Run<Options> = (options: Options, positional: readonly string[]) => Promise<ExitCode>

/** Makes actions of commands: what one returns is the exit code of the process. */
function actionsFor(onExit: OnExit) {
  return <Options>(load: () => Promise<Run<Options>>) =>
    async (...args: unknown[]): Promise<void> => {
      const command = args.at(-1)
      const positional = args
        .slice(0, -2)
        .flat()
        .filter((value): value is string => typeof value === 'string')
      if (!(command instanceof Command)) throw new TypeError('commander passes the command last')
      const run = await load()
      onExit(await run(command.optsWithGlobals() as Options, positional))
    }
}

function isoDayArgument(value: string): string {
  if (!ISO_DAY.test(value) || !isCalendarDay(value))
    throw new InvalidArgumentError('Give a day of the calendar as YYYY-MM-DD.')
  if (value < FIRST_DAY) throw new InvalidArgumentError(`Give a day from ${FIRST_DAY} on.`)
  if (value > isoDay(systemClock.now())) throw new InvalidArgumentError('That day is still to come.')
  return value
}

/** Date.parse takes 31 February for 3 March; a day of the calendar comes back as it was. */
function isCalendarDay(value: string): boolean {
  const time = Date.parse(value)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

function sourceArgument(value: string): string {
  if (!SOURCE_NAME.test(value)) throw new InvalidArgumentError('Give lower-case letters, digits, dots and hyphens.')
  return value
}

function windowArgument(value: string): number | 'all' {
  if (value === 'all') return 'all'
  const days = Number(value)
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new InvalidArgumentError(`Give a number of days up to ${MOST_DAYS}, or all.`)
  return days
}

function timeArgument(value: string): string {
  if (!TIME_OF_DAY.test(value)) throw new InvalidArgumentError('Give a time as HH:MM.')
  return value
}

function countArgument(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number above 0.')
  return count
}

const SOURCE_NAME = /^[a-z0-9][a-z0-9.-]{0,63}$/
const TIME_OF_DAY = /^([01]?\d|2[0-3]):[0-5]\d$/
/** A hundred years. */
const MOST_DAYS = 36_500
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const language = () => new Option('--lang <language>', 'language of the report').choices(['fr', 'en'])
