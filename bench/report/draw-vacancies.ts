import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONTRACTS } from '../../src/domain/contract.ts'
import { MISSIONS } from '../../src/domain/mission.ts'
import { seededRandom } from '../../src/report/statistics/seeded-random.ts'
import type { DrawnVacancy } from '../../tests/report/market-database.ts'

/** Vacancies with everything that claims ask for, of employers of Zipf size. */
export function drawVacancies(count: number): readonly DrawnVacancy[] {
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
  const folder = join(import.meta.dirname, '../../profiles')
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
