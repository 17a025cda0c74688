import type { TextSignature } from '../../domain/vacancy.ts'
import { titleWords } from './title-words.ts'

/** Changes when signatures of the same text change: stored ones of another version are made again. */
export const SIGNATURE_VERSION = 1

/** Size of a sketch: an estimate of the common share then has a standard error below 0.045. */
const SKETCH_SIZE = 128

/**
 * Signs an ad: a bottom-k sketch (Cohen & Kaplan 2007) of its three-word shingles, and its title's telling words.
 * Equal texts up to case, accents, punctuation and line breaks have equal signatures.
 */
export function signText(title: string, description: string): TextSignature {
  const words = hashWords(description)
  const sorted = distinct(hashShingles(words).sort())
  return {
    wordCount: words.length,
    shingleCount: sorted.length,
    textKey: hashSequence(words),
    sketch: sorted.slice(0, SKETCH_SIZE),
    titleWords: Uint32Array.from(new Set(titleWords(title).map(hashWord))).sort(),
  }
}

/** Hashes of every three words in a row, repeats included; of the words themselves when there are fewer. */
function hashShingles(words: readonly number[]): Uint32Array {
  if (words.length < 3) return Uint32Array.from(words)
  const shingles = new Uint32Array(words.length - 2)
  for (let index = 2; index < words.length; index++) {
    shingles[index - 2] = mix(mix(words[index - 2] ?? 0, words[index - 1] ?? 0), words[index] ?? 0)
  }
  return shingles
}

/** An ascending list without its repeats. */
function distinct(sorted: Uint32Array): Uint32Array {
  let kept = 0
  for (let index = 0; index < sorted.length; index++) {
    const hash = sorted[index] ?? 0
    if (index === 0 || hash !== sorted[index - 1]) kept++
  }
  const list = new Uint32Array(kept)
  for (let index = 0, next = 0; index < sorted.length; index++) {
    const hash = sorted[index] ?? 0
    if (index === 0 || hash !== sorted[index - 1]) list[next++] = hash
  }
  return list
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** Hashes of the words of a text; a loop over code units, because this is where grouping spends its time. */
function hashWords(text: string): readonly number[] {
  const hashes: number[] = []
  const folded = text.normalize('NFD').toLowerCase()
  let hash = FNV_OFFSET
  let isInWord = false
  for (let index = 0; index < folded.length; index++) {
    const code = folded.charCodeAt(index)
    if (code >= 0x300 && code <= 0x36f) continue
    if (isWordUnit(code)) {
      hash = Math.imul(hash ^ code, FNV_PRIME)
      isInWord = true
    } else if (isInWord) {
      hashes.push(hash >>> 0)
      hash = FNV_OFFSET
      isInWord = false
    }
  }
  if (isInWord) hashes.push(hash >>> 0)
  return hashes
}

function isWordUnit(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
  // General punctuation, arrows, box drawing, dingbats and the Latin-1 signs part words like a space.
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x2bff) && code !== 0xd7 && code !== 0xf7
}

/** 32-bit FNV-1a of a folded word or marker. */
export function hashWord(word: string): number {
  let hash = FNV_OFFSET
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), FNV_PRIME)
  return hash >>> 0
}

/** Murmur3's finaliser over a running combination: neighbouring inputs land far apart. */
function mix(seed: number, value: number): number {
  let hash = Math.imul(seed, 0x9e3779b1) ^ value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function hashSequence(words: readonly number[]): string {
  let high = words.length
  let low = FNV_OFFSET
  for (const word of words) {
    high = mix(high, word)
    low = mix(word, low)
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

/** Signs texts for the store. */
export const TEXT_SIGNER = Object.freeze({ version: SIGNATURE_VERSION, sign: signText })
