import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { unprintable } from '../../documents/fonts.ts'
import { coverageOf, leanFont } from '../../documents/sfnt.ts'

const { resolve } = createRequire(import.meta.url)
const font = readFileSync(resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'))

/** The reader of fonts that pdfmake itself uses. */
const fontkit: { create(font: Buffer): { hasGlyphForCodePoint(code: number): boolean; italicAngle: number } } =
  createRequire(createRequire(resolve('pdfmake/package.json')).resolve('pdfkit'))('fontkit')

describe('the font of letters', () => {
  it('covers what another reader says it covers', () => {
    const covered = coverageOf(font)
    const other = fontkit.create(font)
    for (let code = 0x20; code < 0xffff; code += 1) {
      if (covered.has(code) !== other.hasGlyphForCodePoint(code)) expect.fail(`U+${code.toString(16)} differs`)
    }
    expect(covered.size).toBeGreaterThan(1000)
  })

  it('made lean shows the same characters, and is read as a font still', () => {
    const lean = fontkit.create(leanFont(font))
    for (const code of coverageOf(font)) expect(lean.hasGlyphForCodePoint(code)).toBe(true)
    expect(leanFont(font).length).toBeLessThan(font.length - 30_000)
  })

  it('shows Indonesian names and official signs, and says what it does not', () => {
    expect(unprintable('H. Ahmad “Osing” Muḥammad–Ş, S.Kep., M.H. • Rp1.000 ½ §\n')).toEqual([])
    expect(unprintable('Bu 😀 Ayu ꦲꦲ')).toEqual(['😀', 'ꦲ'])
  })
})
