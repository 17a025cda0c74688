// Widths in em of the widest face of common system font stacks (Verdana and DejaVu Sans), so that a label measured
// here fits whichever font the reader's system picks.
const NARROW = /[iljtfrI.,:;'’|!()[\] \u00a0\u202f·-]/
const WIDE = /[mwMW@%—…]/
const UPPER = /[A-Z0-9ÀÂÄÉÈÊËÎÏÔÖÙÛÜÇ€+×–]/

/** Width of a text set in `size` px, rounded up; never less than what a common system font takes. */
export function textWidth(text: string, size: number): number {
  let em = 0
  for (const char of text) {
    if (NARROW.test(char)) em += 0.42
    else if (WIDE.test(char)) em += 1.02
    else if (UPPER.test(char)) em += 0.74
    else if (char.charCodeAt(0) > 0x2000) em += 1.1
    else em += 0.64
  }
  return Math.ceil(em * size)
}

/** Cuts a text so that it fits `width`, with an ellipsis where something is missing. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  const chars = [...text.slice(0, 400)]
  while (chars.length > 1 && textWidth(`${chars.join('')}…`, size) > width) chars.pop()
  return `${chars.join('').trimEnd()}…`
}

/** Breaks a label into at most `most` lines of `width` at its spaces; the last line is cut if it must be. */
export function wrapText(text: string, width: number, size: number, most = 2): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.slice(0, 400).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || textWidth(longer, size) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  const kept = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines
  return kept.map((each) => fitText(each, width, size))
}
