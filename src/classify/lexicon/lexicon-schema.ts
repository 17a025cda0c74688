import { z } from 'zod'
import { MISSIONS } from '../../domain/mission.ts'

const phrase = z.string().trim().min(1)
const phrases = z.array(phrase).readonly()
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** Code → phrases: tools, platforms, skills. */
export const codedPhrases = z.record(code, z.array(phrase).min(1).readonly()).readonly()

/** `profiles/words.yaml`. */
export const wordsSchema = z
  .strictObject({
    stopwords: phrases,
    protected: phrases,
    families: z.record(z.string(), phrases),
    lists: z.record(z.string(), phrases),
  })
  .readonly()

/** One file of `profiles/missions/`. */
export const missionSchema = z
  .strictObject({
    code: z.enum(MISSIONS),
    label: z.strictObject({ fr: phrase, en: phrase }).readonly(),
    guide: phrase,
    strong: phrases,
    weak: phrases,
    never: phrases,
    /** Phrases of the mission `strategy` that say who owns it. */
    define: phrases.default([]),
    contribute: phrases.default([]),
    positive: phrases,
    negative: phrases,
  })
  .readonly()

/** `profiles/context.yaml`. */
export const contextSchema = z
  .strictObject({
    negation: phrases,
    contrast: phrases,
    notNegation: phrases,
    optional: phrases,
    others: phrases,
    company: phrases,
    course: phrases,
    duties: phrases,
    profile: phrases,
    benefits: phrases,
  })
  .readonly()

/** `profiles/sections.yaml`. */
export const sectionsSchema = z
  .strictObject({
    missions: phrases,
    profile: phrases,
    company: phrases,
    benefits: phrases,
    process: phrases,
    course: phrases,
  })
  .readonly()

/** `profiles/titles.yaml`. */
export const titlesSchema = z
  .strictObject({ cm: phrases, smm: phrases, hybrid: phrases, other: phrases, names: phrases })
  .readonly()

/** `profiles/roles.yaml`. */
export const rolesSchema = z
  .strictObject({ social: phrases, steering: phrases, daily: phrases, elsewhere: phrases })
  .readonly()

/** All lexicon files together. */
export const lexiconSchema = z
  .strictObject({
    words: wordsSchema,
    missions: z.array(missionSchema).readonly(),
    context: contextSchema,
    sections: sectionsSchema,
    titles: titlesSchema,
    roles: rolesSchema,
    skills: codedPhrases,
    tools: codedPhrases,
    platforms: codedPhrases,
  })
  .readonly()

/** The lexicon as data. */
export type LexiconData = z.infer<typeof lexiconSchema>
/** One mission of the lexicon as data. */
export type MissionData = z.infer<typeof missionSchema>
