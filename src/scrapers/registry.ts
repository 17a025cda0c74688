import type { SourceType } from './source-contract.ts'
import { ashby } from './sources/ashby/source.ts'
import { careerSite } from './sources/career-site/source.ts'
import { feed } from './sources/feed/source.ts'
import { franceTravail } from './sources/france-travail/source.ts'
import { greenhouse } from './sources/greenhouse/source.ts'
import { lever } from './sources/lever/source.ts'
import { personio } from './sources/personio/source.ts'
import { recruitee } from './sources/recruitee/source.ts'
import { renderedSite } from './sources/rendered-site/source.ts'
import { smartrecruiters } from './sources/smartrecruiters/source.ts'
import { teamtailor } from './sources/teamtailor/source.ts'
import { workable } from './sources/workable/source.ts'

/** Every source type, by its id: the one list there is. */
export const sources = {
  'france-travail': franceTravail,
  greenhouse,
  lever,
  ashby,
  smartrecruiters,
  recruitee,
  workable,
  personio,
  teamtailor,
  'career-site': careerSite,
  'rendered-site': renderedSite,
  feed,
} as const satisfies Record<string, SourceType>

/** Id of a source type. */
export type SourceId = keyof typeof sources

/** The source type with this id, or undefined. */
export function findSource(id: string): SourceType | undefined {
  return Object.hasOwn(sources, id) ? sources[id as SourceId] : undefined
}
