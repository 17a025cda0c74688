/** A piece of HTML or SVG that may be put into a page as it is; everything else is escaped on the way in. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** What a template takes: markup as it is, text escaped, nothing for null, undefined and false, lists joined. */
export type Renderable = Markup | string | number | null | undefined | false | readonly Renderable[]

const UNSAFE = /[&<>"']/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes text for element content and for quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(UNSAFE, (char) => ENTITIES[char] ?? char)
}

function toText(value: Renderable): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return value.map(toText).join('')
}

/** Template tag for HTML and SVG: every value that is not markup is escaped, so that forgetting is not possible. */
export function html(strings: TemplateStringsArray, ...values: readonly Renderable[]): Markup {
  let text = strings[0] ?? ''
  values.forEach((value, index) => {
    text += toText(value) + (strings[index + 1] ?? '')
  })
  return new Markup(text)
}

/** Nothing at all, for branches that say nothing. */
export const NOTHING = new Markup('')
