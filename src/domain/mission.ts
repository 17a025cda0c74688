/** The closed list of missions: a duty or ability the ad asks of the person it seeks. */
export const MISSIONS = [
  'animation',
  'moderation',
  'publication',
  'writing',
  'visual',
  'video',
  'monitoring',
  'reputation',
  'newsletter',
  'influence',
  'performance',
  'strategy',
  'budget',
  'advertising',
  'team',
  'seo',
  'website',
  'event',
  'press',
  'ai',
] as const

/** Code of a mission. */
export type Mission = (typeof MISSIONS)[number]

/**
 * How far a person owns the strategy: `define` (définir, élaborer, piloter, construire) or `contribute`
 * (participer, contribuer, décliner, déployer). Claims that set the social media manager apart use `define`.
 */
export type StrategyLevel = 'define' | 'contribute'
