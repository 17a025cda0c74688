/** The four readings of a job: community manager, social media manager, both in earnest, or something else. */
export const ROLES = ['cm', 'smm', 'hybrid', 'other'] as const

/** `role` is read from the content of an ad, `titleRole` from its title alone; both take these codes. */
export type Role = (typeof ROLES)[number]
