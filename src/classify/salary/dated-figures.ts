import { z } from 'zod'

const isoDay = z.string().regex(/^\d{4}-\d\d-\d\d$/)

/** Schema of a figure with the day from which it holds and where it is published. */
export const datedFigureSchema = z.strictObject({ from: isoDay, eur: z.number().positive(), source: z.string().min(1) })

/** Schema of figures in order of their days; nothing is known after the year of `checkedOn`. */
export const datedTableSchema = z.strictObject({ checkedOn: isoDay, hourly: z.array(datedFigureSchema).min(1) })

/** A figure in EUR with the day from which it holds and where it is published. */
export type DatedFigure = z.infer<typeof datedFigureSchema>

/** Figures in order of their days; nothing is known after the year of `checkedOn`. */
export type DatedTable = z.infer<typeof datedTableSchema>

/** The figure that held on a day; null before the first and after the last year that was checked. */
export function figureOn(table: DatedTable, day: string): DatedFigure | null {
  if (day.slice(0, 4) > table.checkedOn.slice(0, 4)) return null
  let found: DatedFigure | null = null
  for (const figure of table.hourly) if (figure.from <= day) found = figure
  return found
}

/** The last figure of a table, whatever the day. */
export function latestFigure(table: DatedTable): DatedFigure {
  const last = table.hourly[table.hourly.length - 1]
  if (last === undefined) throw new RangeError('A dated table must hold a figure.')
  return last
}

/** Gross EUR a month of full-time work (35 hours a week) at an hourly rate: × 35 × 52 ÷ 12, to the cent. */
export function monthlyAtLegalHours(hourlyEur: number): number {
  return Math.round(((hourlyEur * 35 * 52) / 12) * 100) / 100
}
