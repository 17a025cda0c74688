import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type GoldAd, parseGoldAds } from '../classify/eval/gold-ad.ts'
import { type PayAd, type PayWording, parsePayAds, parsePayWordings } from '../classify/eval/pay-gold.ts'
import { shipped } from './package-root.ts'
import { UserError } from './user-error.ts'

/** Labelled ads and wordings of some files; a file of wordings has lines with `text`, one of ads lines with `labels`. */
export interface GoldFiles {
  readonly names: readonly string[]
  readonly ads: readonly GoldAd[]
  readonly payAds: readonly PayAd[]
  readonly wordings: readonly PayWording[]
}

/** The labelled ads and wordings written for the project. */
export function readProjectGold(): GoldFiles {
  return readGoldFiles([shipped('fixtures', 'gold', 'ads.jsonl'), shipped('fixtures', 'gold', 'salary.jsonl')])
}

/**
 * Reads labelled ads and wordings.
 *
 * @throws UserError when a file is missing or a line is not as its kind should be.
 */
export function readGoldFiles(files: readonly string[]): GoldFiles {
  const levels = readStrategyLevels()
  const withStrategyLevel = (ad: GoldAd): GoldAd => {
    const level = levels[ad.id]
    return level === undefined ? ad : { ...ad, labels: { ...ad.labels, strategy_level: level } }
  }
  const ads: GoldAd[] = []
  const payAds: PayAd[] = []
  const wordings: PayWording[] = []
  for (const file of files) {
    try {
      const lines = readFileSync(file, 'utf8')
      const [first = '{}'] = lines.split('\n', 1)
      const head: unknown = JSON.parse(first)
      if (typeof head === 'object' && head !== null && 'labels' in head) {
        ads.push(...parseGoldAds(lines).map(withStrategyLevel))
        payAds.push(...parsePayAds(lines))
      } else wordings.push(...parsePayWordings(lines))
    } catch (error) {
      throw new UserError(
        `Cannot read the labelled file ${file}: ${error instanceof Error ? error.message : String(error)}. CONTRIBUTING.md says what a line looks like.`,
        { cause: error },
      )
    }
  }
  return { names: files.map((file) => basename(file)), ads, payAds, wordings }
}

/**
 * Levels of strategy labelled by one reader for ads whose own files do not say them, by id of the ad.
 *
 * @throws UserError in an installed package, which has no labelled ads.
 */
function readStrategyLevels(): Readonly<Record<string, 'define' | 'contribute' | null>> {
  const path = shipped('fixtures', 'gold', 'strategy-levels.json')
  if (!existsSync(path)) {
    throw new UserError('The labelled ads of the project are not packed with it: train and measure in a clone of it.')
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, 'define' | 'contribute' | null>>
}
