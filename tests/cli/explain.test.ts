import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileLexicon } from '../../src/classify/lexicon/compile-lexicon.ts'
import { loadProfiles } from '../../src/classify/lexicon/load-profiles.ts'
import { ContentReader } from '../../src/classify/missions/content-reader.ts'
import { createReader } from '../../src/classify/read-posting.ts'
import { type ExplainedStep, explainReading } from '../../src/classify/role/explain-reading.ts'
import { logOdds } from '../../src/classify/role/logistic.ts'
import { RoleInputReader } from '../../src/classify/role/role-input-reader.ts'
import { stepRow } from '../../src/classify/role/train-role-model.ts'
import { sumLines } from '../../src/cli/explain-role.ts'
import { readProjectGold } from '../../src/cli/gold-files.ts'
import { ROOT, runVigie, temporaryFolder } from './run-vigie.ts'

const profiles = loadProfiles(join(ROOT, 'profiles'))
const ads = readProjectGold().ads.filter((_, index) => index % 9 === 0)

describe('the sum that made a role', () => {
  const { corpus, roleModel } = profiles
  if (corpus === null || roleModel === null) throw new Error('There is no model.')
  const lexicon = compileLexicon(profiles.lexicon, Object.keys(corpus.frequencies))
  const content = new ContentReader(lexicon)
  const inputs = new RoleInputReader(corpus, lexicon)
  const read = createReader(profiles)

  /** Log-odds of a step straight from the model's data. */
  function oddsOf(name: ExplainedStep['step'], description: string): number {
    const step = roleModel?.[name]
    if (step === undefined) return Number.NaN
    const { features, vector } = inputs.read(content.read(description))
    const words = Array.from(vector.terms).map(
      (term, index) => (step.words[lexicon.vocabulary.nameOf(term)] ?? 0) * (vector.weights[index] ?? 0),
    )
    const said = words.reduce((sum, value) => sum + value, 0)
    return step.scale * (logOdds(step, stepRow(name, features)) + said)
  }

  it('is the score of each step on the way, which stands against the threshold that decided', () => {
    let steps = 0
    for (const { id, title, description } of ads) {
      const none = { company: null, contract: null, salary: null, location: null, date: null }
      const input = { id, title, description, ...none }
      const reading = read(input)
      const explained = explainReading(input, reading, roleModel)
      expect(explained.steps.length > 0, id).toBe(reading.roleContributions.length > 0)
      for (const step of explained.steps) {
        steps++
        expect(step.logOdds, `${id} ${step.step}`).toBeCloseTo(oddsOf(step.step, description), 5)
        expect(step.answer, id).toBe(step.score >= step.threshold ? 'yes' : 'no')
        expect(step.start).toBe(roleModel[step.step].scale * roleModel[step.step].bias)
        const named = step.contributions.reduce((sum, { contribution }) => sum + contribution, 0)
        expect(step.start + named + step.rest).toBeCloseTo(step.logOdds, 9)
        const lines = sumLines(step)
        const shown = lines.slice(0, -1).reduce((sum, { hundredths }) => sum + hundredths, 0)
        expect(shown, 'as printed').toBe(lines.at(-1)?.hundredths)
      }
    }
    expect(steps).toBeGreaterThan(40)
  })
})

describe('vigie explain', () => {
  const folder = temporaryFolder()
  const long = ads.find(({ labels, description }) => labels.role === 'cm' && description.length > 400)
  beforeAll(async () => {
    const rows = [
      { id: 'long', title: 'Community manager', description: long?.description, date: '2026-03-02' },
      { id: 'short', title: 'Community manager', description: 'Vous animez nos communautés.', date: '2026-03-02' },
    ]
    writeFileSync(join(folder, 'ads.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'))
    expect((await runVigie(['import', 'ads.jsonl'], { cwd: folder })).code).toBe(0)
  })

  it.each(['text', 'html'])('shows score, threshold and start: as %s', async (format) => {
    const { code, stdout } = await runVigie(['explain', 'long', '--format', format], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout).toMatch(/Is the job about social media\? yes: \d\.\d{3}, where \d\.\d{3} makes a yes/)
    expect(stdout).toMatch(/[+−]\d+\.\d\d(?: {2}|<\/td><td>)the start, before any word/)
    expect(stdout).toMatch(/log-odds of yes, where [+−]\d\.\d\d makes a yes/)
    expect(stdout).toMatch(/\(sure from \d\.\d\d on\)/)
  })

  it.each(['text', 'html'])('says that a short text has no score: as %s', async (format) => {
    const { stdout } = await runVigie(['explain', 'short', '--format', format], { cwd: folder })
    expect(stdout).toMatch(/The text is too short to read a role from it: the role is the title(’|&#8217;)s\./)
    expect(stdout).not.toMatch(/log-odds/)
  })

  it('gives the steps to machines', async () => {
    const { stdout } = await runVigie(['explain', 'long', '--json'], { cwd: folder })
    const { steps } = JSON.parse(stdout) as { steps: readonly ExplainedStep[] }
    expect(steps[0]).toMatchObject({ step: 'social', answer: 'yes' })
  })
})
