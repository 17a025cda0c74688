import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/domain/evidence.ts'
import { MISSIONS } from '../../src/domain/mission.ts'
import { ROLES } from '../../src/domain/role.ts'
import { runVigie, temporaryFolder } from './run-vigie.ts'

const AD = {
  id: 7,
  title: 'Community manager (H/F)',
  description:
    'Vous animez nos communautés sur Instagram et répondez aux commentaires. Vous programmez les publications et rédigez les posts. Vous suivez les statistiques chaque mois et en rendez compte. Bac+3 en communication demandé, deux ans d’expérience. Salaire : 2 200 € brut par mois sur 12 mois.',
  contract: 'CDI',
}

describe('vigie read', () => {
  it('gives one line out per line in, in order, with the documented shape', async () => {
    const lines = [
      AD,
      { id: 'text', description: 'Vous animez.' },
      { id: 'x', title: 'Développeur', description: null },
    ]
    const { code, stdout } = await runVigie(['read', '-'], {
      input: `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`,
    })
    expect(code).toBe(0)
    const out = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(out.map(({ id }) => id)).toEqual(['7', 'text', 'x'])
    for (const reading of out) {
      expect(Object.keys(reading)).toEqual(
        expect.arrayContaining(
          'id role titleRole roleScores mismatch missions skills tools platforms contract educationYears experienceYears salary evidence roleSure'.split(
            ' ',
          ),
        ),
      )
      expect(ROLES).toContain(reading['role'])
      for (const mission of reading['missions'] as string[]) expect(MISSIONS).toContain(mission)
    }
    const [first] = out
    expect(first).toMatchObject({
      titleRole: 'cm',
      contract: 'cdi',
      educationYears: 3,
      experienceYears: { min: 2 },
      salary: {
        kind: 'stated',
        min: 2200,
        max: 2200,
        period: 'month',
        basis: 'gross',
        grossAnnualEur: { min: 26400, max: 26400 },
      },
    })
    const fields: Record<string, string> = { title: AD.title, description: AD.description, contract: AD.contract }
    const evidence = (first?.['evidence'] ?? []) as readonly Evidence[]
    expect(evidence.length).toBeGreaterThan(5)
    for (const { field, start, end, quoted } of evidence) expect(fields[field]?.slice(start, end)).toBe(quoted)
  })

  it('reads a file, says where a line is no ad, and goes on', async () => {
    const file = join(temporaryFolder(), 'ads.jsonl')
    writeFileSync(
      file,
      `${JSON.stringify(AD)}\r\n{"id": \n\n[1]\n{"id":"bare","title":" ","salary":"30 k€"}\n${JSON.stringify({ ...AD, id: 'last' })}`,
    )
    const { code, stdout, stderr } = await runVigie(['read', file])
    expect(code).toBe(3)
    const out = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string | null; error?: string })
    expect(out.map(({ id }) => id)).toEqual(['7', null, null, 'bare', 'last'])
    expect(stderr).toMatch(/line 2: not valid JSON\n.*line 4:.*\n.*line 5: neither title nor text/)
    expect(out[3]?.error).toMatch(/neither title nor text/)
  })

  it('reads the first ad of a file that begins with a byte order mark', async () => {
    const { code, stdout } = await runVigie(['read', '-'], { input: `\uFEFF${JSON.stringify(AD)}\n` })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ id: '7', titleRole: 'cm' })
  })

  it.each([
    ['no line is an ad', '[1]\n{"id":\n', 4],
    ['some are none', `[1]\n${JSON.stringify(AD)}\n`, 3],
    ['there is nothing to read', '\n', 0],
  ])('ends as documented when %s', async (_name, input, expected) => {
    expect((await runVigie(['read', '-'], { input })).code).toBe(expected)
  })
})
