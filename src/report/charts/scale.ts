/** A linear scale from data to pixels. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  /** Pixel of a value, held inside the plot. */
  at(value: number): number
}

const STEPS = [1, 2, 2.5, 5, 10] as const

/** A step of 1, 2, 2.5 or 5 times a power of ten that cuts `span` into at most `most` pieces. */
export function niceStep(span: number, most: number): number {
  const rough = span / Math.max(1, most)
  if (!(rough > 0) || !Number.isFinite(rough)) return 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = STEPS.find((each) => each * power >= rough * 0.999_999) ?? 10
  return step * power
}

// Two ends that differ by less than this part of their size are one figure: no step between them can be counted.
const LEAST_SPAN = 1e-9
const MOST_TICKS = 24

function isWide([from, to]: readonly [number, number]): boolean {
  return to - from > LEAST_SPAN * Math.max(Math.abs(from), Math.abs(to), Number.MIN_VALUE)
}

/** A scale over [from, to] drawn between the pixels `left` and `right`, with round ticks inside the domain. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
  mostTicks: number,
): Scale {
  const [from, to] = isWide(domain) ? domain : [domain[0] - 0.5, domain[0] + 0.5]
  const [left, right] = range
  const step = niceStep(to - from, mostTicks)
  const ticks: number[] = []
  const first = Math.ceil(from / step - 1e-9)
  const count = Math.min(MOST_TICKS, Math.floor((to - first * step) / step + 1e-9) + 1)
  for (let index = 0; index < count; index++) ticks.push(Number(((first + index) * step).toPrecision(12)))
  return {
    from,
    to,
    ticks,
    at: (value) => left + ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * (right - left),
  }
}

/** Rounds a domain outwards to whole steps. */
export function niceDomain(low: number, high: number, most: number): readonly [number, number] {
  const step = niceStep(high - low || Math.abs(high) || 1, most)
  const from = Math.floor(low / step + 1e-9) * step
  const to = Math.ceil(high / step - 1e-9) * step
  return to > from ? [from, to] : [from, from + step]
}

/** A coordinate with at most one decimal: short, and the same on every machine. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}
