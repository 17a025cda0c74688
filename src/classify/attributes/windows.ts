import type { FoldedText } from '../salary/fold-text.ts'
import type { TriggerKind } from '../salary/triggers.ts'

/** A stretch of a folded text. */
export interface Window {
  readonly start: number
  readonly end: number
}

/** Stretches around a reader's trigger words, overlapping ones joined; outside them its patterns cannot match. */
export function windowsAround(folded: FoldedText, kind: TriggerKind, before: number, after: number): Window[] {
  const windows: { start: number; end: number }[] = []
  for (const at of folded.triggers(kind)) {
    const start = Math.max(0, at - before)
    const end = Math.min(folded.text.length, at + after)
    const last = windows[windows.length - 1]
    if (last !== undefined && start <= last.end) last.end = end
    else windows.push({ start, end })
  }
  return windows
}

/** A match inside a window, with its place in the whole text. */
export interface WindowMatch {
  readonly match: RegExpExecArray
  readonly start: number
  readonly end: number
}

/** The first match of a pattern inside the windows. */
export function firstInWindows(text: string, windows: readonly Window[], pattern: RegExp): WindowMatch | null {
  for (const window of windows) {
    const match = pattern.exec(text.slice(window.start, window.end))
    if (match !== null) return placed(match, window)
  }
  return null
}

/** All matches of a global pattern inside the windows, in order. */
export function allInWindows(text: string, windows: readonly Window[], pattern: RegExp): WindowMatch[] {
  return windows.flatMap((window) =>
    [...text.slice(window.start, window.end).matchAll(pattern)].map((match) => placed(match, window)),
  )
}

/** The first place, among those given, at which a sticky pattern matches. */
export function firstAt(text: string, places: readonly number[], pattern: RegExp): WindowMatch | null {
  for (const at of places) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) return { match, start: at, end: at + match[0].length }
  }
  return null
}

/** Every match of a sticky pattern at the places given. */
export function allAt(text: string, places: readonly number[], pattern: RegExp): WindowMatch[] {
  const found: WindowMatch[] = []
  for (const at of places) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) found.push({ match, start: at, end: at + match[0].length })
  }
  return found
}

function placed(match: RegExpExecArray, window: Window): WindowMatch {
  const start = window.start + match.index
  return { match, start, end: start + match[0].length }
}
