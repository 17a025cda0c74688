import type { Contract } from '../../domain/contract.ts'
import type { Evidence, EvidenceField } from '../../domain/evidence.ts'
import type { Attributes, ReadInput, YearRange } from '../../domain/reading.ts'
import { type FoldedText, foldText } from '../salary/fold-text.ts'
import type { AttributeTables } from './attribute-tables.ts'
import { PlaceMemory } from './place-memory.ts'
import { type Found, quoteFound } from './quote.ts'
import { readContract } from './read-contract.ts'
import { readDuration, readDurationLabel } from './read-duration.ts'
import { type EducationSpan, readEducation, readEducationLabel } from './read-education.ts'
import { readEmployerKind, readEmployerName, readSize, readSizeLabel } from './read-employer.ts'
import { readExperience, readExperienceLabel } from './read-experience.ts'
import { readBudgets, readReportsTo, readTeamSize } from './read-hierarchy.ts'
import { readRemote, readRemoteLocation } from './read-remote.ts'
import { readWorkTime } from './read-work-time.ts'

/** What was read of an ad besides duties and pay, and the words it rests on. */
export interface AttributeResult {
  readonly attributes: Attributes
  readonly evidence: readonly Evidence[]
}

/** Reads the attributes of one ad. */
export type AttributeReader = (input: ReadInput) => AttributeResult

const NO_YEARS: YearRange = { min: null, max: null }

/** A reader of attributes: for each, the source's own label first, then the text. */
export function createAttributeReader(tables: AttributeTables): AttributeReader {
  const places = new PlaceMemory(tables)
  return (input) => {
    const ad = foldAd(input)
    const { contract, contractMonths } = contractOf(ad)
    const education = educationOf(ad)
    const work = workTimeOf(ad)
    const reportsTo = noted(ad, 'reports-to', readReportsTo(ad.description))
    const teamSize = noted(ad, 'team-size', readTeamSize(ad.description))
    const budgets = readBudgets(ad.description)
    for (const budget of budgets) noted(ad, 'budget', budget)
    const attributes: Attributes = {
      contract,
      contractMonths,
      workTime: work.workTime,
      weeklyHours: work.weeklyHours,
      educationYears: education?.value.min ?? null,
      educationYearsMax: education?.value.max ?? null,
      studyFields: studyFieldsOf(ad, education, tables),
      experienceYears: experienceOf(ad),
      place: placeOf(ad, places),
      remote: remoteOf(ad),
      employerKind: employerOf(ad),
      employerSize: sizeOf(ad),
      reportsTo: reportsTo?.value ?? null,
      budgetsEur: [...new Set(budgets.map((budget) => budget.value))],
      teamSize: teamSize?.value ?? null,
    }
    return { attributes, evidence: ad.evidence }
  }
}

interface FoldedAd {
  readonly input: ReadInput
  readonly title: FoldedText
  readonly description: FoldedText
  readonly contract: FoldedText | null
  readonly location: FoldedText | null
  readonly evidence: Evidence[]
}

function foldAd(input: ReadInput): FoldedAd {
  return {
    input,
    title: foldText(input.title),
    contract: foldLabel(input.contract),
    location: foldLabel(input.location),
    // Last, so that the pay reader finds it still folded.
    description: foldText(input.description),
    evidence: [],
  }
}

function foldLabel(label: string | null | undefined): FoldedText | null {
  return label == null || label.trim() === '' ? null : foldText(label)
}

function textOf(label: string | null | undefined): string | null {
  return foldLabel(label)?.text ?? null
}

// Records the words behind a find of the description and hands the find on.
function noted<T>(
  ad: FoldedAd,
  reading: string,
  found: Found<T> | null,
  field: EvidenceField = 'description',
): Found<T> | null {
  const folded =
    field === 'salary' ? foldLabel(ad.input.salary) : ad[field as 'title' | 'description' | 'contract' | 'location']
  if (found !== null && folded !== null) ad.evidence.push(quoteFound(reading, field, folded, found))
  return found
}

function contractOf(ad: FoldedAd): { contract: Contract; contractMonths: number | null } {
  const found = readContract({
    label: ad.contract?.text ?? null,
    title: ad.title.text,
    description: ad.description,
    salaryLabel: () => textOf(ad.input.salary),
  })
  if (found === null) return { contract: 'unknown', contractMonths: null }
  noted(ad, 'contract', found, found.field)
  return { contract: found.value, contractMonths: monthsOf(ad, found.value) }
}

function monthsOf(ad: FoldedAd, contract: Contract): number | null {
  if (contract === 'cdi') return null
  const label = ad.contract === null ? null : readDurationLabel(ad.contract.text)
  if (label !== null) return noted(ad, 'contract-months', label, 'contract')?.value ?? null
  const title = readDuration(ad.title)
  if (title !== null) return noted(ad, 'contract-months', title, 'title')?.value ?? null
  return noted(ad, 'contract-months', readDuration(ad.description))?.value ?? null
}

function educationOf(ad: FoldedAd): Found<EducationSpan> | null {
  const label = textOf(ad.input.education)
  const stated = label === null ? null : readEducationLabel(label)
  const found = readEducation(ad.description)
  if (stated !== null) return { value: stated, start: 0, end: 0 }
  if (found !== null) return noted(ad, 'education', found)
  return noted(ad, 'education', readEducation(ad.title), 'title')
}

const STUDY_REACH = 140
const SENTENCE_END = /\n|\. |[!?;]/

// Fields of study stand right after the level: "Bac+3/5 en communication, marketing ou équivalent".
function studyFieldsOf(ad: FoldedAd, education: Found<EducationSpan> | null, tables: AttributeTables): string[] {
  const label = textOf(ad.input.education) ?? ''
  const near = education === null ? '' : sentenceAround(ad.description.text, education)
  const text = `${label} ${near}`
  if (text.trim() === '') return []
  const fields: string[] = []
  for (const [code, pattern] of tables.studyFields) if (pattern.test(text)) fields.push(code)
  return fields
}

function sentenceAround(text: string, found: Found<unknown>): string {
  const stop = text.slice(found.end, found.end + STUDY_REACH).search(SENTENCE_END)
  const end = stop === -1 ? found.end + STUDY_REACH : found.end + stop
  return text.slice(Math.max(text.lastIndexOf('\n', found.start) + 1, found.start - 60), end)
}

function experienceOf(ad: FoldedAd): YearRange {
  const label = textOf(ad.input.experience)
  const stated = label === null ? null : readExperienceLabel(label)
  if (stated !== null) return stated
  return noted(ad, 'experience', readExperience(ad.description))?.value ?? NO_YEARS
}

function workTimeOf(ad: FoldedAd): { workTime: 'full' | 'part' | null; weeklyHours: number | null } {
  const label = foldLabel(ad.input.workTime)
  const stated = label === null ? null : readWorkTime(label)
  if (stated !== null) return stated.value
  const contract = ad.contract === null ? null : readWorkTime(ad.contract)
  if (contract !== null && contract.value.workTime !== null)
    return noted(ad, 'work-time', contract, 'contract')?.value ?? contract.value
  return noted(ad, 'work-time', readWorkTime(ad.description))?.value ?? { workTime: null, weeklyHours: null }
}

function placeOf(ad: FoldedAd, places: PlaceMemory): Attributes['place'] {
  const location = ad.input.location
  if (location === null || location.trim() === '') return null
  const place = places.read(location)
  if (place !== null)
    ad.evidence.push({ reading: 'place', field: 'location', start: 0, end: location.length, quoted: location })
  return place
}

function remoteOf(ad: FoldedAd): Attributes['remote'] {
  const found = readRemote(ad.description)
  if (found !== null) return noted(ad, 'remote', found)?.value ?? null
  const place = ad.location === null ? null : readRemoteLocation(ad.location.text)
  return noted(ad, 'remote', place, 'location')?.value ?? null
}

function employerOf(ad: FoldedAd): Attributes['employerKind'] {
  const company = textOf(ad.input.company)
  const named = company === null ? null : readEmployerName(company)
  if (named !== null) return named
  const found = noted(ad, 'employer-kind', readEmployerKind(ad.description))
  return found?.value ?? (company === null ? 'unknown' : 'brand')
}

function sizeOf(ad: FoldedAd): Attributes['employerSize'] {
  const label = textOf(ad.input.employerSize)
  const stated = label === null ? null : readSizeLabel(label)
  return stated ?? noted(ad, 'employer-size', readSize(ad.description))?.value ?? null
}
