import { plainText } from './plain-text.ts'

const ESCAPE = /\\+([\\`*_{}[\]()#+\-.!&<>~|$%'"/:;=?@^,])/g
const UNDERLINE = /\n(?:-{3,}|={3,})[ \t]*(?=\n|$)/g
const HEADING = /^#{1,6}[ \t]+/gm
const BULLET = /^([ \t]*)[*+][ \t]+(?=\S)/gm
const STRONG = /(\*{1,3}|_{2,3})(?=\S)([^*_\n]{1,200}?\S|\S)\1/g
const LINK = /\[([^[\]\n]{1,300})\]\([^()\s]{1,500}\)/g

/** Markdown (as JobSpy saves descriptions, with every dash and dot escaped) as plain text with its line breaks. */
export function markdownText(markdown: string): string {
  const text = markdown
    .replace(UNDERLINE, '')
    .replace(HEADING, '')
    .replace(BULLET, '$1- ')
    .replace(LINK, '$1')
    .replace(STRONG, '$2')
    .replace(ESCAPE, '$1')
  return plainText(text)
}
