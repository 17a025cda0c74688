import { openStore } from '../../src/cli/open-store.ts'
import { FastClock } from './fast-clock.ts'
import { configFor, RATE, runOneNight } from './night-run.ts'

// A night in a process of its own, to be killed: `night-child.ts FOLDER START BOARDS`.
const [folder = '', start = '', boards = '{}'] = process.argv.slice(2)
const config = configFor(folder, JSON.parse(boards) as Record<string, string>)
const database = openStore(config.database)
await runOneNight(database, config, new FastClock(Number(start), RATE))
database.close()
