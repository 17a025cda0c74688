/**
 * Colours by their use. One accent; the verdict colours were searched for the widest distance under the three common
 * colour deficiencies and hold 4.5 : 1 against the paper of their scheme (both tested).
 */
export const PALETTE = {
  light: {
    paper: '#fdfdfb',
    wash: '#f2f4f3',
    ink: '#17212b',
    'ink-2': '#46525d',
    'ink-3': '#5c6771',
    rule: '#dde2e4',
    'rule-2': '#b9c2c8',
    accent: '#0b5a8f',
    'accent-wash': '#e3eef6',
    mark: '#f6e27f',
    warn: '#8a4b00',
    'warn-wash': '#fff3d6',
    supported: '#1f735e',
    overstated: '#a6460d',
    understated: '#3d009b',
    contradicted: '#770110',
    inconclusive: '#434e57',
    insufficient_data: '#5f6870',
    not_testable: '#5f6870',
  },
  dark: {
    paper: '#11171c',
    wash: '#1a2229',
    ink: '#e9edf0',
    'ink-2': '#b3bec7',
    'ink-3': '#929ea8',
    rule: '#2b353d',
    'rule-2': '#4a5761',
    accent: '#79bdf0',
    'accent-wash': '#16303f',
    mark: '#c9a400',
    warn: '#f2c46d',
    'warn-wash': '#33280f',
    supported: '#78e8b0',
    overstated: '#ffb023',
    understated: '#6e93ec',
    contradicted: '#fe5e5a',
    inconclusive: '#b0b9c5',
    insufficient_data: '#929ea8',
    not_testable: '#929ea8',
  },
} as const

function variables(scheme: Readonly<Record<string, string>>): string {
  return Object.entries(scheme)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')
}

/** The palette as custom properties: light, dark where the reader prefers it, light again on paper. */
export const PALETTE_STYLE = `
:root{color-scheme:light dark;${variables(PALETTE.light)}}
@media (prefers-color-scheme:dark){:root{${variables(PALETTE.dark)}}}
@media print{:root{color-scheme:light;${variables(PALETTE.light)}}}
`
