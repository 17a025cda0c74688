import type { Candidate } from './match-postings.ts'

/** How many of a text's smallest shingle hashes open a block: texts alike by 0.75 share one but for 1 in 65,000. */
const SKETCH_KEYS = 8

/** Blocks larger than this are stock phrases; inside them only neighbours in title order are compared. */
const BLOCK_LIMIT = 60

/**
 * Pairs of indexes worth comparing, each once, the smaller first: ads of one employer with a common title word, ads
 * with common rare shingles, ads with the same reference or address.
 */
export function* candidatePairs(candidates: readonly Candidate[]): Generator<readonly [number, number]> {
  const seen = new Set<number>()
  for (const block of blocksOf(candidates)) {
    const span = block.length > BLOCK_LIMIT ? BLOCK_LIMIT / 2 : block.length
    for (let i = 0; i < block.length; i++) {
      for (let j = i + 1; j < Math.min(block.length, i + 1 + span); j++) {
        const left = Math.min(block[i] ?? 0, block[j] ?? 0)
        const right = Math.max(block[i] ?? 0, block[j] ?? 0)
        const pair = left * candidates.length + right
        if (left === right || seen.has(pair)) continue
        seen.add(pair)
        yield [left, right]
      }
    }
  }
}

function blocksOf(candidates: readonly Candidate[]): Iterable<readonly number[]> {
  const blocks = new Map<string, number[]>()
  const add = (key: string, index: number) => {
    const block = blocks.get(key)
    if (block === undefined) blocks.set(key, [index])
    else block.push(index)
  }
  candidates.forEach(({ posting, employer, place }, index) => {
    const { signature } = posting
    add(`text ${signature.textKey}`, index)
    for (const hash of signature.sketch.subarray(0, SKETCH_KEYS)) add(`shingle ${hash}`, index)
    if (posting.url !== null) add(`url ${posting.url}`, index)
    if (posting.extId.length >= 6) add(`ref ${posting.extId}`, index)
    if (employer === null) return
    const where = place.department ?? ''
    for (const word of signature.titleWords) add(`employer ${employer.key} ${where} ${word}`, index)
  })
  return [...blocks.values()].filter((block) => block.length > 1)
}
