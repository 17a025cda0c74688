import { Parser } from 'htmlparser2'

/** What a scan tells of its markup; all parts are optional. */
export interface MarkupHandler {
  onopentagname?(name: string): void
  onopentag?(name: string, attributes: Readonly<Record<string, string>>): void
  ontext?(text: string): void
  onclosetag?(name: string): void
}

/** Where in the markup the tag that is being told of stands: its first and last character. */
export interface MarkupCursor {
  readonly start: number
  readonly end: number
}

/** How a scan ended. */
export interface MarkupScan {
  /** True when elements nested past any real document: what comes after was not read. */
  readonly isTooDeep: boolean
  /** True when elements were still open at the end of the markup: it may have been cut. */
  readonly isUnclosed: boolean
}

/**
 * Open elements at once. The tokenizer's stack costs its depth at every tag, so that hostile nesting would cost the
 * square of the page; real pages stay under a hundred, sloppy ones under a thousand.
 */
const MAX_DEPTH = 2000

/** Runs the tokenizer over HTML or XML; no tree is built. Never throws; linear in the markup. */
export function scanMarkup(
  markup: string,
  mode: 'html' | 'xml',
  handlerFor: (cursor: MarkupCursor) => MarkupHandler,
): MarkupScan {
  let depth = 0
  let isTooDeep = false
  const cursor = {
    get start(): number {
      return parser.startIndex
    },
    get end(): number {
      return parser.endIndex ?? parser.startIndex
    },
  }
  const handler = handlerFor(cursor)
  const parser = new Parser(
    {
      onopentagname(name) {
        depth += 1
        if (depth > MAX_DEPTH) {
          isTooDeep = true
          parser.pause()
        } else handler.onopentagname?.(name)
      },
      onopentag(name, attributes) {
        if (!isTooDeep) handler.onopentag?.(name, attributes)
      },
      ontext(text) {
        handler.ontext?.(text)
      },
      onclosetag(name) {
        depth -= 1
        handler.onclosetag?.(name)
      },
    },
    { xmlMode: mode === 'xml', decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(markup)
  if (isTooDeep) return { isTooDeep, isUnclosed: true }
  // Ending the parser closes what is open; before it, that tells a cut document.
  const isUnclosed = depth > 0
  parser.end()
  return { isTooDeep, isUnclosed }
}
