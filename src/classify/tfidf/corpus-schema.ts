import { z } from 'zod'

/** `profiles/corpus.json`, written by `vigie train`: in how many ads of the corpus each term occurs. No text is kept. */
export const corpusSchema = z
  .strictObject({
    version: z.string(),
    documents: z.number().int().positive(),
    frequencies: z.record(z.string(), z.number().int().positive()).readonly(),
  })
  .readonly()

/** Document frequencies of a corpus as data. */
export type CorpusData = z.infer<typeof corpusSchema>
