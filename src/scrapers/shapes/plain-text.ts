import { decodeHTML, decodeHTMLStrict } from 'entities'
import { type MarkupHandler, scanMarkup } from './scan-markup.ts'

const TAG = /<[a-z/!?][^<>]{0,400}>/i
const ESCAPED_TAG = /&(?:amp;)*lt;\/?[a-z][a-z0-9]{0,12}[\s/&>]/i
const BREAKING_TAG = /<(?:p|br|div|li|ul|ol|h[1-6]|tr|table|section|article)[\s/>]/i
// A line end escaped once too often: `\\n` as two characters, before a gap, a tag or a capital.
const ESCAPED_BREAK = /\\r?\\n|\\n(?=\\|\s|<|$|[A-ZÀ-Ý•-])/g
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i
const BLANKS = /[ \t\n\r\f]+/g
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, for looking only
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const ODD_LINE_END = /[\r\u2028\u2029]/
const SURROGATE = /[\ud800-\udfff]/
const LONE_SURROGATE = /\p{Surrogate}/gu
const SPACE_AT_BREAK = /[ \t]\n|\n[ \t]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: a label with one needs the long way
const PLAIN_LABEL = /^[^<&\\\u0000-\u001f\u007f\u2028\u2029\ud800-\udfff]*$/
const SEVERAL_BLANKS = /[\t\n\r\f]| {2}/
// The look-behind lets each run of blanks be tried once: without it a long run costs its square.
const SPACES_AROUND_BREAK = /(?<![ \t])[ \t]+(?=\n)|(?<=\n)[ \t]+/g
const MANY_BREAKS = /\n{3,}/g
const OWN_BULLET = /^[-•·*–—▪●◦✓✔➤►‣]/

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'iframe', 'object', 'select'])
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'blockquote', 'hr'])
const LINES = new Set([
  ...['div', 'li', 'tr', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'address', 'pre', 'dt'],
  ...['dd', 'figure', 'figcaption', 'form', 'fieldset', 'legend', 'summary', 'details', 'body', 'option'],
])
/** Deepest escaping that is undone: text escaped once, twice or three times was seen in the wild. */
const MAX_UNESCAPES = 3

/**
 * Turns what a source calls a description (HTML, escaped HTML, doubly escaped HTML or plain text) into plain text with
 * its line breaks. List items begin with `- `, paragraphs are parted by one empty line. Linear in the input.
 */
export function plainText(value: string): string {
  let text = value.includes('\\n') ? value.replace(ESCAPED_BREAK, '\n') : value
  for (let round = 0; round < MAX_UNESCAPES && !TAG.test(text) && ESCAPED_TAG.test(text); round += 1) {
    text = decodeHTML(text)
  }
  if (TAG.test(text)) text = renderHtml(text)
  else if (text.includes('&')) text = decodeHTML(text)
  // What is still an entity now was escaped twice.
  if (text.includes('&') && ENTITY.test(text)) text = decodeHTMLStrict(text)
  return tidy(text)
}

/** The same on one line: for titles, names, labels. */
export function inlineText(value: string): string {
  if (PLAIN_LABEL.test(value) && !value.includes('  ')) return value.trim()
  return plainText(value).replace(BLANKS, ' ').trim()
}

/** Line ends unified, control characters and lone surrogates (which no database can hold) taken out, blank edges cut. */
export function tidy(value: string): string {
  // Most texts need none of it: a look costs a tenth of a replacement.
  let text = value
  if (ODD_LINE_END.test(text)) text = text.replace(LINE_ENDS, '\n')
  if (CONTROL.test(text)) text = text.replace(CONTROLS, '')
  if (SURROGATE.test(text)) text = text.replace(LONE_SURROGATE, '\ufffd')
  if (SPACE_AT_BREAK.test(text)) text = text.replace(SPACES_AROUND_BREAK, '')
  if (text.includes('\n\n\n')) text = text.replace(MANY_BREAKS, '\n\n')
  return text.trim()
}

function renderHtml(html: string): string {
  // Text with an odd inline tag but without any block keeps its own line breaks.
  const out = new TextOutput(!BREAKING_TAG.test(html))
  scanMarkup(html, 'html', () => out)
  return out.text()
}

/** Collects text and the breaks between blocks; breaks are held back until text follows. */
class TextOutput implements MarkupHandler {
  readonly #parts: string[] = []
  readonly #keepsBreaks: boolean
  #silentDepth = 0
  #itemDepth = 0
  #breaks = 0
  #space = false
  #bullet = false
  #isEmpty = true

  constructor(keepsBreaks: boolean) {
    this.#keepsBreaks = keepsBreaks
  }

  onopentagname(name: string): void {
    if (SILENT.has(name)) this.#silentDepth += 1
    this.#break(name)
    if (name === 'br') this.#breaks = Math.min(this.#breaks + 1, 2)
    if (name === 'li') {
      this.#bullet = true
      this.#itemDepth += 1
    }
    if (name === 'td' || name === 'th') this.#space = true
  }

  onclosetag(name: string): void {
    if (SILENT.has(name)) this.#silentDepth = Math.max(0, this.#silentDepth - 1)
    this.#break(name)
    if (name === 'li') this.#itemDepth = Math.max(0, this.#itemDepth - 1)
  }

  ontext(data: string): void {
    if (this.#silentDepth > 0) return
    const text = this.#keepsBreaks || !SEVERAL_BLANKS.test(data) ? data : data.replace(BLANKS, ' ')
    const body = this.#keepsBreaks ? text : text.trim()
    if (body === '') {
      this.#space ||= text !== ''
      return
    }
    const startsBlank = body !== text && text.startsWith(' ')
    this.#separate(startsBlank, body)
    this.#parts.push(body)
    this.#space = !this.#keepsBreaks && text.endsWith(' ')
    this.#isEmpty = false
  }

  text(): string {
    return this.#parts.join('')
  }

  #break(name: string): void {
    // Paragraphs inside a list item do not tear the list apart.
    if (PARAGRAPHS.has(name)) this.#breaks = Math.max(this.#breaks, this.#itemDepth > 0 ? 1 : 2)
    else if (LINES.has(name)) this.#breaks = Math.max(this.#breaks, 1)
  }

  #separate(startsBlank: boolean, body: string): void {
    if (this.#breaks > 0 && !this.#isEmpty) this.#parts.push('\n'.repeat(this.#breaks))
    else if ((this.#space || startsBlank) && !this.#isEmpty) this.#parts.push(' ')
    if (this.#bullet && !OWN_BULLET.test(body)) this.#parts.push('- ')
    this.#breaks = 0
    this.#bullet = false
  }
}
