import type { TextSignature } from '../../domain/vacancy.ts'
import type { VigieDatabase } from '../open-database.ts'
import { packHashes } from './pack-hashes.ts'

/** Makes the signature of one text; `version` changes when signatures of the same text do. */
export interface TextSigner {
  readonly version: number
  sign(title: string, description: string): TextSignature
}

interface UnsignedText {
  readonly text_id: number
  readonly title: string
  readonly description: string
}

const BATCH = 500

/**
 * Signs every current text that has no signature of this version; erased texts keep the one they have.
 * Returns how many were signed.
 */
export function signTexts(database: VigieDatabase, signer: TextSigner): number {
  const read = database.prepare<[number, number], UnsignedText>(`
    SELECT t.text_id, t.title, t.description
    FROM posting_text t JOIN posting p ON p.posting_id = t.posting_id AND p.current_text_id = t.text_id
    LEFT JOIN posting_signature s ON s.text_id = t.text_id
    WHERE t.text_id > ? AND t.erased_on_date IS NULL AND (s.text_id IS NULL OR s.signature_version <> ?)
    ORDER BY t.text_id LIMIT ${BATCH}`)
  const write = database.prepare(`
    INSERT OR REPLACE INTO posting_signature
      (text_id, signature_version, word_count, shingle_count, text_key, sketch, title_words)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const signBatch = database.transaction((texts: readonly UnsignedText[]) => {
    for (const { text_id, title, description } of texts) {
      const { wordCount, shingleCount, textKey, sketch, titleWords } = signer.sign(title, description)
      write.run(text_id, signer.version, wordCount, shingleCount, textKey, packHashes(sketch), packHashes(titleWords))
    }
  })
  let signed = 0
  for (let last = 0; ; ) {
    const texts = read.all(last, signer.version)
    if (texts.length === 0) return signed
    signBatch(texts)
    signed += texts.length
    last = texts.at(-1)?.text_id ?? last
  }
}
