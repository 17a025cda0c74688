import type { PayEvaluation, PayScore } from './pay-evaluation.ts'
import { PAY_FAMILIES } from './pay-family.ts'
import type { Share } from './pay-wilson.ts'

/** The part of the model card on pay and attributes: Markdown tables with counts and 95 % intervals. */
export function renderPayEvaluation(evaluation: PayEvaluation): string {
  const { wordings, families, ads, attributes } = evaluation
  const familyRows = PAY_FAMILIES.flatMap((family) => {
    const share = families.get(family)
    return share === undefined ? [] : [row(family, share)]
  })
  return [
    '### Pay wordings',
    '',
    ...table(scoreRows(wordings)),
    '',
    '### Pay wordings by spelling family (amount, range and period all right, or none where none is stated)',
    '',
    ...table(familyRows),
    '',
    '### Pay in whole ads',
    '',
    ...table(scoreRows(ads)),
    '',
    '### Attributes in whole ads',
    '',
    ...table([
      row('contract', attributes.contract),
      row('education (years after the bac)', attributes.education),
      row('experience, least years', attributes.experienceMin),
      row('experience, most years', attributes.experienceMax),
    ]),
    '',
  ].join('\n')
}

function scoreRows(score: PayScore): string[] {
  return [
    row('detection precision', score.precision),
    row('detection recall', score.recall),
    row('min, max and period right, of the detected', score.exact),
    row('gross or net right, of the detected', score.basis),
    row('annual figure within 1 %', score.annual),
    row('amounts read where none is stated', score.falseAmounts),
  ]
}

function table(rows: readonly string[]): string[] {
  return ['| measure | value | 95 % interval | n |', '|---|---|---|---|', ...rows]
}

function row(name: string, share: Share): string {
  const value = share.value === null ? '–' : percent(share.value)
  return `| ${name} | ${value} | ${percent(share.low)} – ${percent(share.high)} | ${share.of} |`
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}
