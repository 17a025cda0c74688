/** The closed list of contracts; `unknown` when the ad does not say. */
export const CONTRACTS = [
  'cdi',
  'cdd',
  'stage',
  'alternance',
  'freelance',
  'interim',
  'vie',
  'benevolat',
  'unknown',
] as const

/** Code of a contract. */
export type Contract = (typeof CONTRACTS)[number]

/** Contracts whose pay is a salary; internship, apprenticeship and freelance pay is never pooled with these. */
export const SALARIED_CONTRACTS: readonly Contract[] = ['cdi', 'cdd', 'interim', 'unknown']
