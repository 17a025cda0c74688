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
  /** Width of the drawing in CSS px; text keeps its size at every width. */
  readonly width: number
}

/** The drawing of a chart; its title and description stand for it where it cannot be seen. */
export function frame(
  { width }: ChartContext,
  height: number,
  text: { readonly title: string; readonly desc: string },
  body: Renderable,
): Markup {
  return html`<svg class="chart" viewBox="${-BLEED} 0 ${width + 2 * BLEED} ${px(height)}" width="${width + 2 * BLEED}" height="${px(height)}" role="img"><title>${text.title}</title><desc>${text.desc}</desc>${body}</svg>`
}

/** Lines of text under each other. */
export function lines(
  texts: readonly string[],
  at: { readonly x: number; readonly y: number; readonly leading: number },
): Markup {
  return html`${texts.map(
    (text, index) => html`<text x="${px(at.x)}" y="${px(at.y + index * at.leading)}">${text}</text>`,
  )}`
}
