import { describe, expect, it } from 'vitest'
import { parseClaims } from '../../../src/report/claims/parse-claims.ts'

const claim = (test: string, id = 'A-one') => `
article: { id: A, title: T, author: null, publisher: null, url: null, datePublished: null, eurosOfYear: null }
claims:
  - id: ${id}
    statement: { fr: f, en: e }
    theme: pay
    test: ${test}
`
const share = (of: string, more = '') =>
  `{ testable: "yes", population: { role: cm }, measure: { kind: share, of: "${of}" }, comparator: { kind: at-least, value: 0.5 }${more} }`

describe('parseClaims', () => {
  it('fills the defaults of the design: salaried contracts, equal direction, 30 vacancies of 15 employers', () => {
    const { claims } = parseClaims(claim(share('mission:animation')), 'A.yaml')
    expect(claims[0]).toMatchObject({
      id: 'A-one',
      article: 'A',
      against: [],
      test: { direction: 'equal', minVacancies: 30, minEmployers: 15, caveats: [] },
    })
  })

  it('asks for 20 vacancies of 12 employers when pay is judged, and lets a claim be stricter only', () => {
    const pay = (more: string) =>
      claim(
        `{ testable: "yes", population: { role: cm }, measure: { kind: mean, of: pay }, comparator: { kind: about, value: 30000 }${more} }`,
      )
    expect(parseClaims(pay(''), 'A.yaml').claims[0]?.test).toMatchObject({ minVacancies: 20, minEmployers: 12 })
    expect(parseClaims(pay(', minVacancies: 5, minEmployers: 40'), 'A.yaml').claims[0]?.test).toMatchObject({
      minVacancies: 20,
      minEmployers: 40,
    })
  })

  it.each([
    ['an unknown feature', claim(share('mission:juggling')), /claim A-one.*feature/],
    ['an unknown key', claim(share('mission:animation', ', colour: red')), /claim A-one/],
    ['a foreign id', claim(share('mission:animation'), 'B-one'), /B-one does not begin/],
    [
      'a rank compared with a value',
      claim(
        '{ testable: "yes", population: {}, measure: { kind: rank, of: "mission:seo", among: ["mission:ai", "mission:press"] }, comparator: { kind: about, value: 1 } }',
      ),
      /A-one/,
    ],
    [
      'a proxy without its name',
      claim(
        '{ testable: proxy, population: {}, measure: { kind: share, of: "mission:seo" }, comparator: { kind: at-least, value: 0.5 } }',
      ),
      /proxy/,
    ],
    ['no YAML', 'a: [', /A\.yaml cannot be used/],
  ])('refuses %s and says which claim', (_, text, message) => {
    expect(() => parseClaims(text, 'A.yaml')).toThrow(message)
  })
})
