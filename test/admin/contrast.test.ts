import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, mix, parseColour } from '../../admin/src/theme/contrast.ts'
import { brandOf, leaf, tones } from '../../admin/src/theme/palette.ts'

const colour = fc.nat(0xffffff).map((value) => `#${value.toString(16).padStart(6, '0')}`)

describe('colours', () => {
  it('have the contrast that WCAG says', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
    expect(parseColour('teal')).toBeNull()
  })

  it('of a regency are readable whatever it chose', () => {
    fc.assert(
      fc.property(colour, (chosen) => {
        const brand = brandOf(chosen)
        for (const paper of [leaf.paper, leaf.card]) expect(contrast(brand.main, paper)).toBeGreaterThanOrEqual(4.5)
        expect(contrast('#f6f4ee', brand.deep)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  it('keep the chosen one where it can be read', () => {
    expect(brandOf('#0b5d5a').main).toBe('#0b5d5a')
    expect(parseColour(brandOf('no colour').main)).not.toBeNull()
  })

  it('of the clocks are readable on paper and on their wash', () => {
    for (const tone of Object.values(tones)) {
      for (const paper of [leaf.paper, leaf.card, tone.wash]) {
        expect(contrast(tone.text, paper)).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
})
