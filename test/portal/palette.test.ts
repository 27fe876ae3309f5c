import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, createPalette, parseColour } from '../../portal/src/app/palette.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

const white = [255, 255, 255] as [number, number, number]
const rgb = (text: string) => parseColour(text) ?? white

test('whatever colour a regency chooses, words on its shades can be read', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const palette = createPalette(chosen)
      if (!palette) return false
      const { brand, deep, soft } = palette
      return (
        contrast(rgb(brand), white) >= 4.5 && contrast(rgb(deep), white) >= 7 && contrast(rgb(deep), rgb(soft)) >= 4.5
      )
    }),
  )
})

test('a readable colour stays as it was chosen', () => {
  expect(createPalette('#0b5d5a')?.brand).toBe('#0b5d5a')
})

test('black on white is 21:1, and what is no colour makes no palette', () => {
  expect(contrast([0, 0, 0], white)).toBeCloseTo(21)
  expect(createPalette('teal')).toBeNull()
})
