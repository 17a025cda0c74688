import type { Candidate } from './match-postings.ts'

/** How many of a text's smallest shingle hashes open a block: texts alike by 0.75 share one but for 1 in 65,000. */
const SKETCH_KEYS = 8

/** Blocks larger than this are stock phrases or busy recruiters; inside them only neighbours are compared. */
const BLOCK_LIMIT = 60

/** A hash of 32 bits and an index of 21 fit a double exactly, so that blocks are found by sorting numbers. */
const MOST_CANDIDATES = 2 ** 21

/**
 * Pairs of indexes worth comparing, each once, the smaller first: ads with common rare shingles, of one employer and
 * place with a common title word, with the same reference or address.
 *
 * @throws RangeError for more than two million postings.
 */
export function* candidatePairs(candidates: readonly Candidate[]): Generator<readonly [number, number]> {
  if (candidates.length > MOST_CANDIDATES) throw new RangeError('More than two million postings cannot be grouped.')
  const seen = new Set<number>()
  for (const block of blocksOf(candidates)) {
    for (const [left, right] of pairsIn(block)) {
      const pair = left * MOST_CANDIDATES + right
      if (seen.has(pair)) continue
      seen.add(pair)
      yield [left, right]
    }
  }
}

/** Pairs inside one block of ascending indexes: all of a small one, neighbours of a large one. */
function* pairsIn(block: readonly number[]): Generator<readonly [number, number]> {
  const span = block.length > BLOCK_LIMIT ? BLOCK_LIMIT / 2 : block.length
  for (let i = 0; i < block.length; i++) {
    for (let j = i + 1; j < Math.min(block.length, i + 1 + span); j++) {
      const [left, right] = [block[i] ?? 0, block[j] ?? 0]
      if (left !== right) yield [left, right]
    }
  }
}

function* blocksOf(candidates: readonly Candidate[]): Generator<readonly number[]> {
  yield* shingleBlocks(candidates)
  const blocks = new Map<string, number[]>()
  const add = (key: string, index: number) => {
    const block = blocks.get(key)
    if (block === undefined) blocks.set(key, [index])
    else block.push(index)
  }
  candidates.forEach(({ posting, employer, place }, index) => {
    add(`text ${posting.signature.textKey}`, index)
    if (posting.url !== null) add(`url ${posting.url}`, index)
    if (posting.extId.length >= 6) add(`ref ${posting.extId}`, index)
    if (employer === null) return
    const where = place.department ?? ''
    for (const word of posting.signature.titleWords) add(`employer ${employer.key} ${where} ${word}`, index)
  })
  for (const block of blocks.values()) if (block.length > 1) yield block
}

/** Ads that share one of their smallest shingle hashes; the hashes are sorted together with the ads they come from. */
function* shingleBlocks(candidates: readonly Candidate[]): Generator<readonly number[]> {
  const keys = new Float64Array(candidates.length * SKETCH_KEYS)
  let length = 0
  candidates.forEach(({ posting }, index) => {
    for (const hash of posting.signature.sketch.subarray(0, SKETCH_KEYS))
      keys[length++] = hash * MOST_CANDIDATES + index
  })
  const sorted = keys.subarray(0, length).sort()
  for (let start = 0; start < length; ) {
    const hash = Math.floor((sorted[start] ?? 0) / MOST_CANDIDATES)
    let end = start + 1
    while (end < length && Math.floor((sorted[end] ?? 0) / MOST_CANDIDATES) === hash) end++
    if (end - start > 1) yield Array.from(sorted.subarray(start, end), (key) => key % MOST_CANDIDATES)
    start = end
  }
}
