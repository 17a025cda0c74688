import type { Page } from 'playwright'

/** What is wrong with the layout of a page as it stands; every list is empty on a sound page. */
export interface LayoutFaults {
  /** Pixels by which the page is wider than its window. */
  readonly overflow: number
  /** SVG labels that leave their drawing. */
  readonly clipped: readonly string[]
  /** SVG labels that lie on each other. */
  readonly overlapping: readonly string[]
  /** Elements that hide a part of their text. */
  readonly hidden: readonly string[]
  /** Links into the page that land nowhere. */
  readonly deadLinks: readonly string[]
}

// Runs in the page, as text: the types of a browser's globals stay out of a program that has none.
const MEASURE = `(() => {
  const clipped = []
  const overlapping = []
  const meet = (a, b) => [
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  ]
  for (const svg of document.querySelectorAll('svg.chart')) {
    if (svg.getBoundingClientRect().width === 0) continue
    const name = svg.querySelector('title').textContent
    const { x, y, width, height } = svg.viewBox.baseVal
    const labels = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent.slice(0, 60), box: text.getBBox() }))
    for (const { text, box } of labels) {
      if (box.x < x - 0.5 || box.y < y - 0.5 || box.x + box.width > x + width + 0.5 || box.y + box.height > y + height + 0.5) {
        clipped.push([name, text, box.x, box.y, box.width, box.height, width, height].join(' '))
      }
    }
    labels.forEach((one, index) => {
      for (const other of labels.slice(index + 1)) {
        const [wide, high] = meet(one.box, other.box)
        if (wide > 1 && high > 4) overlapping.push(name + ': ' + one.text + ' / ' + other.text)
      }
    })
  }
  const hidden = [...document.querySelectorAll('main *, header *, nav *')]
    .filter((element) => {
      if (element.closest('.hidden, .scroll, svg') !== null || element.clientWidth === 0) return false
      return getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
    })
    .map((element) => element.tagName + '.' + element.className)
  const deadLinks = [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => decodeURIComponent(link.getAttribute('href').slice(1)))
    .filter((id) => document.getElementById(id) === null)
  const root = document.documentElement
  return { overflow: Math.max(0, root.scrollWidth - root.clientWidth), clipped, overlapping, hidden, deadLinks }
})()`

/** Measures a page in the browser. */
export async function measureLayout(page: Page): Promise<LayoutFaults> {
  return page.evaluate<LayoutFaults>(MEASURE)
}

/** A page nothing is wrong with. */
export const SOUND: LayoutFaults = { overflow: 0, clipped: [], overlapping: [], hidden: [], deadLinks: [] }

/** Opens every drill-down. */
export async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
}
