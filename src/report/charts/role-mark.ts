import type { Role } from '../../domain/role.ts'
import { html, type Markup } from '../render/markup.ts'
import { px } from './scale.ts'

/** The outline of the mark of a role: told apart by shape as well as by colour. */
export function rolePath(role: Role, x: number, y: number): string {
  switch (role) {
    case 'cm':
      return `M${px(x - 4.5)} ${px(y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z`
    case 'smm':
      return `M${px(x)} ${px(y - 5.8)}l5.8 5.8-5.8 5.8-5.8-5.8z`
    case 'hybrid':
      return `M${px(x - 4)} ${px(y - 4)}h8v8h-8z`
    case 'other':
      return `M${px(x - 4)} ${px(y - 4)}l8 8m0-8l-8 8`
  }
}

/** The mark of a role. */
export function roleMark(role: Role, x: number, y: number): Markup {
  return html`<path class="role-${role}" d="${rolePath(role, x, y)}"/>`
}
