import type { Role } from '../../domain/role.ts'
import type { SparseVector } from '../tfidf/tfidf-model.ts'

/** What the role model sees of one ad. */
export interface RoleInput {
  readonly features: Float64Array
  readonly vector: SparseVector
}

/** A labelled ad as the role model learns from it. */
export interface RoleExample extends RoleInput {
  readonly id: string
  /** Ads of one employer go into one fold; an ad without employer is its own group. */
  readonly group: string
  readonly role: Role
  /** Whether it is of the kind of ads the model is to read, or of another that only helps to learn (ads written for training). */
  readonly isTarget: boolean
}
