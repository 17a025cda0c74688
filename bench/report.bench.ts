import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONTRACTS } from '../src/domain/contract.ts'
import { MISSIONS } from '../src/domain/mission.ts'
import { buildReport } from '../src/report/build-report.ts'
import { seededRandom } from '../src/report/statistics/seeded-random.ts'
import { toSnapshotRecord } from '../src/report/to-snapshot-record.ts'
import { storeSnapshot } from '../src/store/statistics/store-snapshot.ts'
import { addVacancies, type DrawnVacancy, marketDatabase } from '../tests/report/market-database.ts'
import { readClaimFiles } from '../tests/report/read-claim-files.ts'

// Time from a filled database to the report model and the stored snapshot, all claims: 5,000 vacancies in under 10 s,
// 100,000 in under 60 s. `npx tsx bench/report.bench.ts [vacancies …]`
const PROMISES: Readonly<Record<number, number>> = { 5000: 10, 100000: 60 }
const files = readClaimFiles()
const claims = files.flatMap((file) => file.claims)
const accuracies = Object.fromEntries(
  [...MISSIONS.map((mission) => `mission:${mission}`), 'strategy:define'].map((code) => [
    code,
    { sensitivity: 0.9, specificity: 0.95, positives: 60, negatives: 120 },
  ]),
)

for (const vacancies of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5000, 100_000]) {
  const db = marketDatabase()
  addVacancies(db, drawVacancies(vacancies))
  const start = performance.now()
  const cpu = process.cpuUsage()
  const model = buildReport(db, {
    snapshotId: '2026-02-01',
    asOfDate: '2026-02-01',
    articles: files.map(({ article }) => article),
    claims,
    accuracies,
    priceIndex: { 2013: 100, 2017: 102, 2025: 121 },
    versions: { bench: '1' },
    sampleData: true,
  })
  const built = performance.now()
  storeSnapshot(db, toSnapshotRecord(model))
  const stored = performance.now()
  const seconds = (stored - start) / 1000
  const used = process.cpuUsage(cpu)
  const counts = new Map<string, number>()
  for (const { verdict } of model.verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  console.log(
    `${vacancies} vacancies, ${claims.length} claims: model ${((built - start) / 1000).toFixed(1)} s, snapshot ${((stored - built) / 1000).toFixed(1)} s (processor ${((used.user + used.system) / 1e6).toFixed(1)} s), JSON ${(JSON.stringify(model).length / 1e6).toFixed(2)} MB, ads shown ${model.ads.length}; ${[...counts].map(([name, n]) => `${n} ${name}`).join(', ')}`,
  )
  const promise = PROMISES[vacancies]
  if (promise !== undefined && seconds > promise) {
    console.error(`promise broken: ${seconds.toFixed(1)} s, ${promise} s promised`)
    process.exitCode = 1
  }
  db.close()
}

/** Vacancies with everything that claims ask for, of employers of Zipf size. */
function drawVacancies(count: number): readonly DrawnVacancy[] {
  const random = seededRandom(11)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const terms = [...MISSIONS.map((code) => `mission:${code}`), ...profileTerms()]
  const employers = Math.ceil(count / 4)
  return Array.from({ length: count }, () => ({
    employer: `e${Math.floor(employers ** random())}`,
    source: `s${Math.floor(random() ** 2 * 5)}`,
    titleRole: pick(['cm', 'cm', 'smm', 'hybrid', 'other'] as const),
    role: pick(['cm', 'smm', 'hybrid', 'other'] as const),
    contract: random() < 0.7 ? pick(['cdi', 'cdd'] as const) : pick(CONTRACTS),
    firstSeenOn: `2025-${String(3 + Math.floor(random() * 9)).padStart(2, '0')}-15`,
    payMin: random() < 0.4 ? 1000 * Math.round(22 + 20 * random()) : null,
    experience: random() < 0.5 ? Math.floor(random() * 10) : null,
    education: random() < 0.5 ? 2 + Math.floor(random() * 4) : null,
    size: random() < 0.3 ? pick(['tpe', 'pme', 'mid', 'large']) : null,
    strategy: random() < 0.2 ? ('define' as const) : null,
    terms: [...new Set(Array.from({ length: 12 }, () => pick(terms)))],
    title: 'Community manager',
    description: 'Vous animez nos réseaux sociaux et vous rédigez des contenus. '.repeat(20),
  }))
}

function profileTerms(): readonly string[] {
  const folder = join(import.meta.dirname, '../profiles')
  if (!existsSync(folder)) return []
  const kinds = { skills: 'skill', tools: 'tool', platforms: 'platform' } as const
  return readdirSync(folder).flatMap((name) => {
    const kind = kinds[name.replace('.yaml', '') as keyof typeof kinds]
    if (kind === undefined) return []
    return [...readFileSync(join(folder, name), 'utf8').matchAll(/^([a-z0-9-]+):/gm)].map(
      ([, code]) => `${kind}:${code}`,
    )
  })
}
