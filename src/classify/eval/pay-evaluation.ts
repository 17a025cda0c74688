import type { Contract } from '../../domain/contract.ts'
import type { Attributes, ReadInput } from '../../domain/reading.ts'
import type { SalaryReading, StatedSalary } from '../../domain/salary.ts'
import { type PayFamily, payFamily } from './pay-family.ts'
import type { PayAd, PayWording } from './pay-gold.ts'
import { type Share, shareOf } from './pay-wilson.ts'

/** The two readers under test. */
export interface PayReaders {
  readonly readSalary: (input: ReadInput, contract: Contract) => { readonly salary: SalaryReading }
  readonly readAttributes: (input: ReadInput) => { readonly attributes: Attributes }
}

/** How well pay was read; every share has its count and a 95 % interval. */
export interface PayScore {
  /** Of the amounts read, those where an amount is stated. */
  readonly precision: Share
  /** Of the stated amounts, those read. */
  readonly recall: Share
  /** Of the detected, those with min, max and period all right. */
  readonly exact: Share
  readonly basis: Share
  /** Of the detected with an annual figure in EUR, those within 1 % of it. */
  readonly annual: Share
  /** Of the texts without an amount, those from which one was read. */
  readonly falseAmounts: Share
}

/** How well pay and attributes are read on labelled wordings and ads. */
export interface PayEvaluation {
  readonly wordings: PayScore
  /** Share of each spelling family read right: the amount exactly, or none where there is none. */
  readonly families: ReadonlyMap<PayFamily, Share>
  readonly ads: PayScore
  readonly attributes: {
    readonly contract: Share
    readonly education: Share
    readonly experienceMin: Share
    readonly experienceMax: Share
  }
}

type Label = NonNullable<PayWording['salary']>
type PayLabel = Pick<Label, 'min' | 'max' | 'period' | 'basis' | 'currency'> & Partial<Label>

interface Pair {
  readonly label: PayLabel | null
  readonly read: SalaryReading
}

const EMPTY: ReadInput = {
  id: '',
  title: '',
  description: '',
  company: null,
  contract: null,
  salary: null,
  location: null,
  date: null,
}

/** Scores the readers of pay and attributes on labelled wordings and ads; fields on which labellers differ are left out. */
export function evaluatePay(
  readers: PayReaders,
  wordings: readonly PayWording[],
  ads: readonly PayAd[],
): PayEvaluation {
  const wordingPairs = wordings.map((wording) => ({ wording, pair: readWording(readers, wording) }))
  const adReadings = ads.map((ad) => ({ ad, ...readAd(readers, ad) }))
  const undisputed = adReadings.filter(({ ad }) => ad.labels.salary !== undefined && !isDisputed(ad, 'salary'))
  return {
    wordings: scorePay(wordingPairs.map(({ pair }) => pair)),
    families: scoreFamilies(wordingPairs),
    ads: scorePay(undisputed.map(({ ad, salary }) => ({ label: ad.labels.salary ?? null, read: salary }))),
    attributes: scoreAttributes(adReadings),
  }
}

/** True when min, max and period are those of the label. */
export function isExact(label: PayLabel, read: StatedSalary): boolean {
  return label.min === read.min && label.max === read.max && label.period === read.period
}

function readWording(readers: PayReaders, { id, text, source, salary }: PayWording): Pair {
  const input = source === 'field' ? { ...EMPTY, id, salary: text } : { ...EMPTY, id, description: text }
  return { label: salary, read: readers.readSalary(input, 'unknown').salary }
}

function readAd(readers: PayReaders, ad: PayAd): { salary: SalaryReading; attributes: Attributes } {
  const { id, title, description } = ad
  const fields = { company: ad.company ?? null, contract: ad.contract ?? null, salary: ad.salary ?? null }
  const input = { ...EMPTY, id, title, description, ...fields }
  const { attributes } = readers.readAttributes(input)
  return { attributes, salary: readers.readSalary(input, attributes.contract).salary }
}

function scorePay(pairs: readonly Pair[]): PayScore {
  const read = pairs.filter((pair) => pair.read.kind === 'stated')
  const stated = pairs.filter((pair) => pair.label !== null)
  const detected = read.flatMap(({ label, read: salary }) =>
    label !== null && salary.kind === 'stated' ? [{ label, salary }] : [],
  )
  const annual = detected.filter(({ label }) => label.odd !== 'implausible' && hasAnnual(label))
  return {
    precision: shareOf(detected.length, read.length),
    recall: shareOf(detected.length, stated.length),
    exact: countShare(detected, ({ label, salary }) => isExact(label, salary)),
    basis: countShare(detected, ({ label, salary }) => label.basis === salary.basis),
    annual: countShare(annual, ({ label, salary }) => isAnnualRight(label, salary)),
    falseAmounts: shareOf(read.length - detected.length, pairs.length - stated.length),
  }
}

function scoreFamilies(
  readings: readonly { readonly wording: PayWording; readonly pair: Pair }[],
): Map<PayFamily, Share> {
  const tally = new Map<PayFamily, { hits: number; of: number }>()
  for (const { wording, pair } of readings) {
    const family = payFamily(wording)
    const counts = tally.get(family) ?? { hits: 0, of: 0 }
    tally.set(family, { hits: counts.hits + (isRight(pair) ? 1 : 0), of: counts.of + 1 })
  }
  return new Map([...tally].map(([family, { hits, of }]) => [family, shareOf(hits, of)]))
}

function isRight({ label, read }: Pair): boolean {
  if (label === null) return read.kind !== 'stated'
  return read.kind === 'stated' && isExact(label, read)
}

function hasAnnual(label: PayLabel): boolean {
  return (
    label.currency === 'EUR' && ((label.annual_gross_min ?? null) !== null || (label.annual_gross_max ?? null) !== null)
  )
}

function isAnnualRight(label: PayLabel, { grossAnnualEur }: StatedSalary): boolean {
  return (
    isWithinOnePercent(label.annual_gross_min ?? null, grossAnnualEur?.min ?? null) &&
    isWithinOnePercent(label.annual_gross_max ?? null, grossAnnualEur?.max ?? null)
  )
}

function isWithinOnePercent(label: number | null, read: number | null): boolean {
  if (label === null || read === null) return label === read
  return Math.abs(read - label) <= label / 100
}

function scoreAttributes(
  readings: readonly { readonly ad: PayAd; readonly attributes: Attributes }[],
): PayEvaluation['attributes'] {
  // A field that was not labelled at all is not scored; null is a label: not stated.
  const scored = (field: keyof PayAd['labels']): typeof readings =>
    readings.filter(({ ad }) => ad.labels[field] !== undefined && !isDisputed(ad, field))
  return {
    contract: countShare(
      scored('contract').filter(({ ad }) => ad.labels.contract != null),
      ({ ad, attributes }) => ad.labels.contract === attributes.contract,
    ),
    education: countShare(
      scored('education'),
      ({ ad, attributes }) => (ad.labels.education ?? null) === attributes.educationYears,
    ),
    experienceMin: countShare(
      scored('experience_min'),
      ({ ad, attributes }) => (ad.labels.experience_min ?? null) === attributes.experienceYears.min,
    ),
    experienceMax: countShare(
      scored('experience_max'),
      ({ ad, attributes }) => (ad.labels.experience_max ?? null) === attributes.experienceYears.max,
    ),
  }
}

function isDisputed(ad: PayAd, field: string): boolean {
  return ad.labels.disputed?.includes(field) === true
}

function countShare<T>(items: readonly T[], isHit: (item: T) => boolean): Share {
  return shareOf(items.filter(isHit).length, items.length)
}
