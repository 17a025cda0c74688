import type { SourceType } from './source-contract.ts'
import { careerSite } from './sources/career-site/source.ts'
import { feed } from './sources/feed/source.ts'
import { franceTravail } from './sources/france-travail/source.ts'
import { greenhouse } from './sources/greenhouse/source.ts'
import { renderedSite } from './sources/rendered-site/source.ts'

/** Every source type, by its id: the one list there is. */
export const sources = {
  'france-travail': franceTravail,
  greenhouse,
  'career-site': careerSite,
  feed,
  'rendered-site': renderedSite,
} as const satisfies Record<string, SourceType>

/** Id of a source type. */
export type SourceId = keyof typeof sources

/** The source type with this id, or undefined. */
export function findSource(id: string): SourceType | undefined {
  return Object.hasOwn(sources, id) ? sources[id as SourceId] : undefined
}
