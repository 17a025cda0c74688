/**
 * Colours by their use. One accent; the verdict colours stay apart under the common colour deficiencies (tested) and
 * hold 4.5 : 1 against the paper of their scheme.
 */
export const PALETTE = {
  light: {
    paper: '#fdfdfb',
    wash: '#f2f4f3',
    ink: '#17212b',
    'ink-2': '#46525d',
    'ink-3': '#626d77',
    rule: '#dde2e4',
    'rule-2': '#b9c2c8',
    accent: '#0b5a8f',
    'accent-wash': '#e3eef6',
    mark: '#f6e27f',
    warn: '#8a4b00',
    'warn-wash': '#fff3d6',
    supported: '#00694f',
    overstated: '#a84300',
    understated: '#5443b8',
    contradicted: '#a50f4c',
    inconclusive: '#5d6872',
    insufficient_data: '#6b747b',
    not_testable: '#6b747b',
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
    supported: '#4fc9a4',
    overstated: '#f59a55',
    understated: '#ada2ff',
    contradicted: '#ff7fa8',
    inconclusive: '#a3aeb7',
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
