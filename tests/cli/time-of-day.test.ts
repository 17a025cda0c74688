import { describe, expect, it } from 'vitest'
import { readTimeOfDay } from '../../src/cli/time-of-day.ts'

describe('readTimeOfDay', () => {
  it('is today when still ahead, else tomorrow', () => {
    const evening = new Date(2026, 10, 23, 23, 0).getTime()
    expect(readTimeOfDay('23:30', evening)).toBe(new Date(2026, 10, 23, 23, 30).getTime())
    expect(readTimeOfDay('06:00', evening)).toBe(new Date(2026, 10, 24, 6, 0).getTime())
    expect(readTimeOfDay('23:00', evening)).toBe(new Date(2026, 10, 24, 23, 0).getTime())
  })

  it.each(['25:00', '6', '06:60', 'soon'])('refuses %s', (text) => {
    expect(readTimeOfDay(text, 0)).toBeNull()
  })
})
