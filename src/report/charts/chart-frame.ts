import type { Words } from '../render/language/french.ts'
import type { Lang } from '../render/language/lang.ts'
import { html, type Markup, type Renderable } from '../render/markup.ts'
import { px } from './scale.ts'

// Letters may reach a pixel past where they start and end; the style sheet takes it back with a margin.
const BLEED = 2

/** What the figures of a chart need to be put in words. */
export interface FigureContext {
  readonly lang: Lang
  readonly words: Words
  /** Who makes a claim, in a few words. */
  claimLabel(claimId: string): string
}

/** What every drawing needs to know beside its data. */
export interface ChartContext extends FigureContext {
  /** Unique in the page; title and description are addressed through it. */
  readonly id: string
  /** Width of the drawing in CSS px; text keeps its size at every width. */
  readonly width: number
}

/** The drawing of a chart with its title and description for those who cannot see it. */
export function frame(
  context: ChartContext,
  height: number,
  text: { readonly title: string; readonly desc: string },
  body: Renderable,
): Markup {
  const { id, width } = context
  return html`<svg class="chart" viewBox="${-BLEED} 0 ${width + 2 * BLEED} ${px(height)}" width="${width + 2 * BLEED}" height="${px(height)}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${text.title}</title><desc id="${id}-d">${text.desc}</desc>${body}</svg>`
}

/** Lines of text under each other. */
export function lines(
  texts: readonly string[],
  at: { readonly x: number; readonly y: number; readonly leading: number },
  cls: string,
): Markup {
  return html`${texts.map(
    (text, index) => html`<text class="${cls}" x="${px(at.x)}" y="${px(at.y + index * at.leading)}">${text}</text>`,
  )}`
}
