/**
 * The UTF-16 units of one text in a typed array, reused from text to text. Loops over every unit read from here:
 * `charCodeAt` finds out at each call how the string is kept.
 */
export class TextUnits {
  /** Units of the text loaded last, and behind them what earlier texts left. There is room for one unit more. */
  units = new Uint16Array(16_384)
  #bytes = Buffer.from(this.units.buffer)

  /** Copies a text in whole and returns how many units it has. */
  load(text: string): number {
    if (this.units.length <= text.length) {
      this.units = new Uint16Array(2 * text.length)
      this.#bytes = Buffer.from(this.units.buffer)
    }
    return this.#bytes.write(text, 'utf16le') >> 1
  }

  /** The first `count` units as a string. */
  toText(count: number): string {
    return this.#bytes.toString('utf16le', 0, 2 * count)
  }
}
