import { Agent, request } from 'undici'

// The reference: undici.request alone, sixteen at a time, bodies read and thrown away.
const [origin = '', count = '0'] = process.argv.slice(2)
const dispatcher = new Agent({ connections: 16, pipelining: 1 })
let next = 0
async function worker(): Promise<void> {
  while (next < Number(count)) {
    const { body } = await request(`${origin}/ad/${next++}`, { dispatcher })
    await body.arrayBuffer()
  }
}
const [started, cpu] = [performance.now(), process.cpuUsage()]
await Promise.all(Array.from({ length: 16 }, worker))
const ms = performance.now() - started
const spent = process.cpuUsage(cpu)
const cpuMs = (spent.user + spent.system) / 1_000
process.stdout.write(JSON.stringify({ ms, cpuMs, maxRssKb: process.resourceUsage().maxRSS }))
process.exit(0)
