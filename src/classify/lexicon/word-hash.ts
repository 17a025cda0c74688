/**
 * A word has two hashes over its UTF-16 units in lower case: `hash = imul(hash ^ unit, HASH_FACTOR)` (FNV-1a) and
 * `check = imul(check, CHECK_FACTOR) + unit`, both as whole numbers of 32 bits.
 */
/** The first hash of no unit. */
export const HASH_SEED: number = 0x811c9dc5 | 0
/** The prime of FNV-1a, 32 bits. */
export const HASH_FACTOR = 0x01000193
/** The second hash of no unit. */
export const CHECK_SEED: number = 0x2545f491 | 0
/** What the second hash is multiplied by at each unit. */
export const CHECK_FACTOR = 31
