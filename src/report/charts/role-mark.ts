import type { Role } from '../../domain/role.ts'
import { html, type Markup } from '../render/markup.ts'
import { px } from './scale.ts'

/** The mark of a role: told apart by shape as well as by colour. */
export function roleMark(role: Role, x: number, y: number): Markup {
  const cls = `role-${role}`
  switch (role) {
    case 'cm':
      return html`<circle class="${cls}" cx="${px(x)}" cy="${px(y)}" r="4.5"/>`
    case 'smm':
      return html`<path class="${cls}" d="M${px(x)} ${px(y - 5.8)}l5.8 5.8-5.8 5.8-5.8-5.8z"/>`
    case 'hybrid':
      return html`<rect class="${cls}" x="${px(x - 4)}" y="${px(y - 4)}" width="8" height="8"/>`
    case 'other':
      return html`<path class="${cls}" d="M${px(x - 4)} ${px(y - 4)}l8 8m0-8l-8 8"/>`
  }
}
