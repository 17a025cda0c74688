/**
 * A word has two hashes over its UTF-16 units in lower case: `hash = imul(hash ^ unit, HASH_FACTOR)` (FNV-1a) and
 * `check = imul(check, CHECK_FACTOR) + unit`, both as whole numbers of 32 bits.
 */
export const HASH_SEED: number = 0x811c9dc5 | 0
export const HASH_FACTOR = 0x01000193
export const CHECK_SEED: number = 0x2545f491 | 0
export const CHECK_FACTOR = 31
