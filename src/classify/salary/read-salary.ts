import type { Contract } from '../../domain/contract.ts'
import type { Evidence, EvidenceField } from '../../domain/evidence.ts'
import type { ReadInput } from '../../domain/reading.ts'
import type { PayPeriod, SalaryReading } from '../../domain/salary.ts'
import { annualise } from './annualise.ts'
import { figureOn, latestFigure } from './dated-figures.ts'
import { findPayInLabel, findPayInProse, type PayMention } from './find-pay.ts'
import { type FoldedText, foldText } from './fold-text.ts'
import { readFranceTravailLabel } from './france-travail-label.ts'
import { findNonAmount, readNonAmountLabel } from './non-amount.ts'
import type { PayTables } from './pay-tables.ts'
import { isTrainee, type PayContext, settlePay, type WrittenPay } from './settle-pay.ts'
import { readStructuredSalary } from './structured-salary.ts'

/** What was read of an ad's pay and the words it rests on. */
export interface SalaryResult {
  readonly salary: SalaryReading
  readonly evidence: readonly Evidence[]
}

/** Reads the pay of one ad; the contract tells a trainee's month from a day's fee. */
export type SalaryReader = (input: ReadInput, contract: Contract) => SalaryResult

const ABSENT: SalaryResult = { salary: { kind: 'absent' }, evidence: [] }
// EUR; "6K €" is a month's pay.
const YEAR_IN_THOUSANDS = 10_000
const TRAINEE_WORDS = /gratif|\bstage\b|stagiaire|apprenti|alternan|intern(?:ship)?\b/
const DAY_RATE_WORDS = /\btjm\b|free-?lance|journal|\bht\b|mission|tarif|honoraire|day rate|daily/
// A pay label is a line; what follows is somebody's mistake.
const LONGEST_LABEL = 600
const HAS_DIGIT = /\d/
const HAS_LETTER_OR_DIGIT = /[a-z0-9]/

/** A reader of pay: the source's label first, then its structured field, then the text and the title. */
export function createSalaryReader(tables: PayTables): SalaryReader {
  return (input, contract) => {
    const context = { contract, hourlyMinimumEur: minimumWageOf(input.date, tables), mayBeDayRate: true }
    const label = input.salary === null ? null : readLabel(input.salary, context, tables)
    if (label?.salary.kind === 'stated') {
      return preciser(label, input, () => readProse('description', input.description, context, tables))
    }
    const structured = input.baseSalary == null ? null : readStructured(input.baseSalary, context, tables)
    if (structured?.salary.kind === 'stated') return structured
    const text = readProse('description', input.description, context, tables)
    if (text?.salary.kind === 'stated') return text
    const title = HAS_DIGIT.test(input.title) ? readProse('title', input.title, context, tables) : null
    if (title?.salary.kind === 'stated') return title
    return label ?? structured ?? text ?? title ?? ABSENT
  }
}

function minimumWageOf(date: string | null, tables: PayTables): number {
  const known = date === null ? null : figureOn(tables.minimumWage, date)
  return (known ?? latestFigure(tables.minimumWage)).eur
}

// Forms round to whole euros ("Mensuel de 783.0 Euros à 1823.0"): the text's own cents say the same more exactly.
function preciser(label: SalaryResult, input: ReadInput, readText: () => SalaryResult | null): SalaryResult {
  const form = label.salary
  if (form.kind !== 'stated' || form.period !== 'month' || form.repaired !== null) return label
  if (!isWhole(form.min) || !isWhole(form.max)) return label
  if (form.min === null || !input.description.includes(String(form.min).slice(-3))) return label
  const text = readText()
  if (text?.salary.kind !== 'stated' || text.salary.period !== form.period) return label
  return isSameButCents(form.min, text.salary.min) && isSameButCents(form.max, text.salary.max) ? text : label
}

function isWhole(value: number | null): boolean {
  return value !== null && Number.isInteger(value)
}

function isSameButCents(form: number | null, text: number | null): boolean {
  return form !== null && text !== null && form !== text && Math.floor(text) === form
}

function readLabel(label: string, context: PayContext, tables: PayTables): SalaryResult | null {
  const folded = foldText(label.slice(0, LONGEST_LABEL))
  const text = folded.text
  if (!HAS_LETTER_OR_DIGIT.test(text)) return null
  const form = readFranceTravailLabel(text.trimEnd())
  if (form !== null) {
    if (form.min === null || form.min === 0)
      return unreadable('amount-missing', 'salary', folded, 0, text.trimEnd().length)
    const written = {
      min: form.min,
      max: form.max,
      period: form.period === 'fee' ? null : form.period,
      basis: form.basis,
      currency: 'EUR',
      months: form.months,
    }
    return settled(written, form.period === 'fee', 'salary', folded, 0, text.trimEnd().length, context, tables)
  }
  const mention = findPayInLabel(folded, tables.words)[0]
  if (mention !== undefined) return fromMention(mention, 'salary', folded, context, tables)
  const { reason, start, end } = readNonAmountLabel(text)
  return unreadable(reason, 'salary', folded, start, end)
}

function readStructured(
  salary: NonNullable<ReadInput['baseSalary']>,
  context: PayContext,
  tables: PayTables,
): SalaryResult | null {
  const written = readStructuredSalary(salary)
  if (written === null) return null
  const quoted = [salary.min, salary.max, salary.currency, salary.unitText].filter((part) => part !== null).join(' ')
  return settled(written, false, null, foldText(quoted), 0, quoted.length, context, tables)
}

function readProse(field: EvidenceField, prose: string, context: PayContext, tables: PayTables): SalaryResult | null {
  const folded = foldText(prose)
  for (const mention of findPayInProse(folded, tables.words)) {
    const result = fromMention(mention, field, folded, context, tables)
    if (result.salary.kind === 'stated') return result
  }
  const none = findNonAmount(folded)
  return none === null ? null : unreadable(none.reason, field, folded, none.start, none.end)
}

function fromMention(
  mention: PayMention,
  field: EvidenceField,
  folded: FoldedText,
  context: PayContext,
  tables: PayTables,
): SalaryResult {
  const { expression, units } = mention
  const isOpen = !expression.isRange
  const written: WrittenPay = {
    min: isOpen && units.open === 'max' ? null : expression.first,
    max: isOpen && units.open === 'min' ? null : expression.second,
    period: periodOf(mention),
    isPeriodLoose: units.isPeriodLoose,
    basis: units.basis,
    currency: expression.currency ?? 'EUR',
    months: units.months,
  }
  const nearby = field === 'salary' ? context : nearbyContext(folded.text, mention, context)
  return settled(written, false, field, folded, mention.start, mention.end, nearby, tables)
}

// In prose a sum of hundreds is a trainee's month or a part-time wage unless the words around it speak of fees.
function nearbyContext(text: string, { start, end }: PayMention, context: PayContext): PayContext {
  const around = text.slice(Math.max(0, start - 90), end + 60)
  const contract = context.contract === 'unknown' && TRAINEE_WORDS.test(around) ? 'stage' : context.contract
  return { ...context, contract, mayBeDayRate: DAY_RATE_WORDS.test(around) }
}

// Thousands mean a year ("35-40 K€") unless a unit word against the amount says otherwise ("1,8 K€ par mois").
function periodOf({ expression, units }: PayMention): PayPeriod | null {
  const isYear = expression.isThousands && Math.max(expression.first, expression.second) >= YEAR_IN_THOUSANDS
  if (isYear && (units.period === null || units.isPeriodLoose)) return 'year'
  return units.period
}

function settled(
  written: WrittenPay,
  isFee: boolean,
  field: EvidenceField | null,
  folded: FoldedText,
  start: number,
  end: number,
  context: PayContext,
  tables: PayTables,
): SalaryResult {
  const pay = settlePay(written, context, tables.bounds)
  if (pay.kind === 'rejected') return unreadable(pay.reason, field, folded, start, end)
  const annual = annualise({ ...pay, isTrainee: isTrainee(context.contract) }, tables.conventions)
  const words = quote(folded, start, end)
  return {
    salary: {
      kind: 'stated',
      min: pay.min,
      max: pay.max,
      period: pay.period,
      basis: pay.basis,
      currency: pay.currency,
      months: pay.months,
      grossAnnualEur: annual.grossAnnualEur,
      grossAnnualEurEstimated: annual.grossAnnualEurEstimated,
      ...(annual.rejected === 'annual-out-of-bounds' ? { annualRejected: annual.rejected } : {}),
      repaired: isFee ? 'wrong-period' : pay.repaired,
      quoted: words.quoted,
    },
    evidence: field === null ? [] : [{ reading: 'salary', field, ...words }],
  }
}

function unreadable(
  reason: string,
  field: EvidenceField | null,
  folded: FoldedText,
  start: number,
  end: number,
): SalaryResult {
  const words = quote(folded, start, end)
  return {
    salary: { kind: 'unreadable', reason, quoted: words.quoted },
    evidence: field === null ? [] : [{ reading: 'salary', field, ...words }],
  }
}

function quote(folded: FoldedText, from: number, to: number): { start: number; end: number; quoted: string } {
  const start = folded.toOriginal(from)
  const end = folded.toOriginal(to)
  return { start, end, quoted: folded.original.slice(start, end) }
}
