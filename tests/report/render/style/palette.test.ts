import { describe, expect, it } from 'vitest'
import { PALETTE } from '../../../../src/report/render/style/palette.ts'

type Rgb = readonly [number, number, number]

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

// WCAG 2.2, contrast ratio.
function contrast(one: string, other: string): number {
  const light = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
  const [a, b] = [light(linear(one)), light(linear(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

// Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
const SEEN_BY = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const

// Ottosson 2020, OKLab; distances here are times 100.
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function distance(one: string, other: string, eye: keyof typeof SEEN_BY): number {
  const seen = (hex: string) => {
    const [r, g, b] = linear(hex)
    const [x, y, z] = SEEN_BY[eye].map(([p, q, s]) => Math.max(0, p * r + q * g + s * b))
    return oklab([x ?? 0, y ?? 0, z ?? 0])
  }
  const [a, b] = [seen(one), seen(other)]
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

const DECIDED = ['supported', 'overstated', 'understated', 'contradicted', 'inconclusive'] as const
const TEXTS = ['ink', 'ink-2', 'ink-3', 'accent', ...DECIDED, 'insufficient_data', 'not_testable'] as const
const PAIRS = DECIDED.flatMap((one, index) => DECIDED.slice(index + 1).map((other) => [one, other] as const))

describe.each(['light', 'dark'] as const)('the %s palette', (scheme) => {
  const colours = PALETTE[scheme]

  it.each(TEXTS)('reads %s on the paper and on the wash of a linked claim', (name) => {
    expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours[name], colours.wash)).toBeGreaterThanOrEqual(4.5)
  })

  it('reads the sample banner, and the icons of the tiles', () => {
    expect(contrast(colours.warn, colours['warn-wash'])).toBeGreaterThanOrEqual(4.5)
    for (const verdict of DECIDED) expect(contrast(colours.paper, colours[verdict])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(Object.keys(SEEN_BY) as (keyof typeof SEEN_BY)[])('keeps the decided verdicts apart (%s)', (eye) => {
    const close = PAIRS.map(
      ([one, other]) => [one, other, Math.round(distance(colours[one], colours[other], eye) * 10) / 10] as const,
    )
    expect(close.filter(([, , apart]) => apart < 8)).toEqual([])
  })
})
