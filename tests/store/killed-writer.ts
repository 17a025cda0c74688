import { writeNight } from './write-night.ts'

// A process to be killed: it tells its parent of each step.
const [path = '', seed = '1'] = process.argv.slice(2)
await writeNight(path, Number(seed), () => process.send?.('step'))
process.disconnect?.()
