import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { roleSets } from '../../src/cli/eval.ts'
import { readGoldFiles, readProjectGold } from '../../src/cli/gold-files.ts'
import { ROOT, runVigie, temporaryFolder } from './run-vigie.ts'

const LABELS = { role: 'cm', title_role: 'cm', missions: [] }
const ad = (id: string, more: object = {}) =>
  JSON.stringify({
    ...{ id, title: 'Community manager', company: null, description: 'Vous animez.', labels: LABELS },
    ...more,
  })
const wording = (id: string) => JSON.stringify({ id, text: '30 k€', source: 'text', salary: null })

const folder = temporaryFolder()
const write = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'))
write('empty.jsonl', '', ' ')
write('broken.jsonl', ad('a'), '', '{"id": "b"')
write('list.jsonl', '[1]')
write('no-title.jsonl', ad('a'), ad('b', { title: undefined }))
write('no-role.jsonl', ad('a', { labels: { ...LABELS, role: 'boss' } }))
write('neither.jsonl', '{"id":"a"}')
write('wrong-wording.jsonl', wording('w'), '{"id":"v","text":7}')
write('twice.jsonl', ad('a'), ad('b'), ad('a'))
write('one.jsonl', `\u{FEFF}${ad('x')}\r`, '')
write('other.jsonl', ad('y'), ad('x'))
write('wordings.jsonl', wording('w'))

describe('a labelled file', () => {
  it.each([
    ['empty.jsonl', /^vigie: The labelled file empty\.jsonl is empty/],
    ['broken.jsonl', /^vigie: broken\.jsonl:3: it is not JSON; /],
    ['list.jsonl', /^vigie: list\.jsonl:1: it is not a JSON object; /],
    ['no-title.jsonl', /^vigie: no-title\.jsonl:2: `title`: .*string, received undefined; /],
    ['no-role.jsonl', /^vigie: no-role\.jsonl:1: `labels\.role`: .*; /],
    ['neither.jsonl', /^vigie: neither\.jsonl:1: it is neither a labelled ad/],
    ['wrong-wording.jsonl', /^vigie: wrong-wording\.jsonl:2: `text`: /],
    ['twice.jsonl', /^vigie: twice\.jsonl:3: the id a stands at twice\.jsonl:1 already/],
    ['none.jsonl', /^vigie: Cannot read the labelled file none\.jsonl: there is no such file\. /],
    ['.', /^vigie: Cannot read the labelled file \.: it is a folder; /],
  ])('that cannot be used is named with its line: %s', async (file, message) => {
    const model = readFileSync(join(ROOT, 'profiles/role-model.json'))
    for (const command of [['eval', '--dry-run'], ['train']]) {
      const { code, stderr, stdout } = await runVigie([...command, '--gold', file], { cwd: folder })
      expect(stderr.replace(/^npm warn.*\n/gm, '')).toMatch(message)
      expect(stderr, 'one full stop, and no word of the system’s own').not.toMatch(/\.\.(\s|$)|ENOENT|EISDIR/)
      expect(code).toBe(2)
      expect(stdout).toBe('')
    }
    expect(readFileSync(join(ROOT, 'profiles/role-model.json')).equals(model)).toBe(true)
  })

  it('holds no ad that another file given with it holds', () => {
    const path = (name: string) => join(folder, name)
    expect(readGoldFiles([path('one.jsonl')]).ads.map(({ id }) => id)).toEqual(['x'])
    expect(() => readGoldFiles([path('one.jsonl'), path('other.jsonl')])).toThrow(
      /other\.jsonl:2: the id x stands at .*one\.jsonl:1 already/,
    )
  })

  it('with wordings alone teaches no role', async () => {
    const { code, stderr } = await runVigie(['train', '--gold', 'wordings.jsonl'], { cwd: folder })
    expect(stderr).toMatch(/hold no labelled ads, only pay wordings/)
    expect(code).toBe(2)
  })

  it('with wordings alone is no set on which roles are measured', () => {
    const own = readProjectGold()
    const sets = (name: string) => roleSets(readGoldFiles([join(folder, name)]), own).map(({ ads }) => ads.length)
    expect(sets('wordings.jsonl')).toEqual([own.ads.length])
    expect(sets('one.jsonl')).toEqual([1, own.ads.length])
  })

  it('of the project is whole', () => {
    const { ads, payAds, wordings } = readProjectGold()
    expect(ads.length).toBeGreaterThanOrEqual(450)
    expect(payAds).toHaveLength(ads.length)
    expect(wordings.length).toBeGreaterThanOrEqual(193)
  })
})
