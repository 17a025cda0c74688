import { writeNight } from './write-night.ts'

// A process to be killed: it tells its parent of each step, and in step with its parent waits for a word before the next.
const [path = '', seed = '1', pace = 'free'] = process.argv.slice(2)
await writeNight(path, Number(seed), async () => {
  process.send?.('step')
  if (pace === 'in-step') await new Promise((resolve) => process.once('message', resolve))
})
process.disconnect?.()
