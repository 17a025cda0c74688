import { type MarkupHandler, scanMarkup } from './scan-markup.ts'

/** An element of an XML document, as plain data. Names are lower case, prefix included (`dc:publisher`). */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** All character data directly inside, CDATA included. */
  readonly text: string
}

/** A parsed document; `isCut` when something of it was too deep or too much and was dropped. */
export interface XmlDocument {
  /** Holds the document's elements; has no name itself. */
  readonly root: XmlElement
  readonly isCut: boolean
  /** True when elements were left open: the document stops in the middle. */
  readonly isUnclosed: boolean
}

const MAX_DEPTH = 64
const MAX_ELEMENTS = 500_000

/**
 * Parses XML leniently: undefined entities (`&rsquo;` in feeds) stay as written, unclosed elements are closed at the end, what lies deeper
 * than 64 levels is dropped. Never throws; linear in the text.
 */
export function parseXml(text: string): XmlDocument {
  const builder = new TreeBuilder()
  const { isTooDeep, isUnclosed } = scanMarkup(text, 'xml', () => builder)
  return { root: builder.root, isCut: builder.isCut || isTooDeep, isUnclosed }
}

/** Elements with this name anywhere below, outermost first; does not look inside what it found. */
export function elementsNamed(root: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = []
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.name === name) found.push(child)
      else walk(child)
    }
  }
  walk(root)
  return found
}

/** Text of the first child with this name, trimmed; null when absent or empty. */
export function childText(element: XmlElement, name: string): string | null {
  for (const child of element.children) {
    if (child.name !== name) continue
    const text = child.text.trim()
    if (text !== '') return text
  }
  return null
}

interface Growing extends XmlElement {
  readonly children: Growing[]
  text: string
}

class TreeBuilder implements MarkupHandler {
  readonly root: Growing = { name: '', attributes: {}, children: [], text: '' }
  readonly #open: Growing[] = [this.root]
  isCut = false
  #tooDeep = 0
  #count = 0

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.length > MAX_DEPTH || this.#count >= MAX_ELEMENTS) {
      this.#tooDeep += 1
      this.isCut = true
      return
    }
    this.#count += 1
    const element: Growing = { name, attributes, children: [], text: '' }
    this.#open.at(-1)?.children.push(element)
    this.#open.push(element)
  }

  ontext(data: string): void {
    const element = this.#open.at(-1)
    if (element !== undefined && this.#tooDeep === 0) element.text += data
  }

  onclosetag(): void {
    if (this.#tooDeep > 0) this.#tooDeep -= 1
    else if (this.#open.length > 1) this.#open.pop()
  }
}
