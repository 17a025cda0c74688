import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type GoldAd, goldAdSchema } from '../classify/eval/gold-ad.ts'
import { type PayAd, type PayWording, parsePayAds, parsePayWordings } from '../classify/eval/pay-gold.ts'
import { atLine, type GoldLine, readGoldLines, wrongLine } from './gold-lines.ts'
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

/** Labelled ads written for the project that only measure: nothing may be trained on them or written with them. */
export function readUnseenGold(): readonly GoldAd[] {
  return readGoldFiles([shipped('fixtures', 'gold', 'unseen.jsonl')]).ads
}

/**
 * Reads labelled ads and wordings.
 *
 * @throws UserError when a file cannot be read or is empty, a line is not as its kind should be, or an id comes twice:
 * counted twice, an ad would weigh double, and stand on both sides of a comparison.
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
  const seen = new Map<string, GoldLine>()
  for (const file of files) {
    const lines = readGoldLines(file)
    const read = isOfAds(lines) ? readAd : readWording
    for (const line of lines) {
      const found = atLine(line, () => read(line))
      refuseRepeated(line, String(line.value['id']), seen)
      if ('ad' in found) {
        ads.push(withStrategyLevel(found.ad))
        payAds.push(...found.payAds)
      } else wordings.push(...found.wordings)
    }
  }
  return { names: files.map((file) => basename(file)), ads, payAds, wordings }
}

/** A file is of ads or of wordings, as its first line is. */
function isOfAds([first]: readonly GoldLine[]): boolean {
  if (first === undefined || 'labels' in first.value) return true
  if ('text' in first.value) return false
  throw wrongLine(first, 'it is neither a labelled ad (no `labels`) nor a labelled wording (no `text`)')
}

function readAd({ text, value }: GoldLine): { readonly ad: GoldAd; readonly payAds: readonly PayAd[] } {
  return { ad: goldAdSchema.parse(value), payAds: parsePayAds(text) }
}

function readWording({ text }: GoldLine): { readonly wordings: readonly PayWording[] } {
  return { wordings: parsePayWordings(text) }
}

function refuseRepeated(line: GoldLine, id: string, seen: Map<string, GoldLine>): void {
  const first = seen.get(id)
  if (first !== undefined)
    throw new UserError(
      `${line.file}:${line.number}: the id ${id} stands at ${first.file}:${first.number} already. Give every line an id of its own, or take one of the two out.`,
    )
  seen.set(id, line)
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
