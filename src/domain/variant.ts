/** The closed list of re-runs that stand beside a verdict: what was changed, in one phrase. */
export const VARIANTS = {
  'content-role': { fr: 'métier lu dans le contenu', en: 'role read from the content' },
  'without-biggest-source': { fr: 'sans la plus grosse source', en: 'without the biggest source' },
  'without-biggest-employer': { fr: 'sans le plus gros employeur', en: 'without the biggest employer' },
  'without-aggregators': { fr: 'sans les agrégateurs', en: 'without aggregators' },
  'without-open-pay': {
    fr: 'sans les salaires « à partir de » ou « jusqu’à »',
    en: 'without pay stated as “from” or “up to”',
  },
} as const

/** Code of a re-run. */
export type Variant = keyof typeof VARIANTS
