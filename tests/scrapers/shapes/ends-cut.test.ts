import { describe, expect, it } from 'vitest'
import { endsCut } from '../../../src/scrapers/shapes/ends-cut.ts'

describe('endsCut', () => {
  it.each(['Animer la communauté de…', 'Animer la…\n', 'Publier chaque jour ...', 'Suite [...]', 'Suite [ … ]'])(
    '%j is cut',
    (text) => {
      expect(endsCut(text)).toBe(true)
    },
  )

  it.each([
    'Animer la communauté.',
    'photos, vidéos, etc…',
    'photos, etc...',
    'Etc. ...',
    'Envie de… nous rejoindre ?',
    '',
  ])('%j is whole', (text) => {
    expect(endsCut(text)).toBe(false)
  })
})
