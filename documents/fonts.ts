import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import { coverageOf, leanFont } from './sfnt.ts'

/**
 * Arimo: the measures of Arial, which office letters are written in, under the SIL Open Font License. Every document
 * carries the glyphs it uses.
 */
export const fontFamily = 'Arimo'

const faces = {
  normal: '400Regular/Arimo_400Regular.ttf',
  bold: '700Bold/Arimo_700Bold.ttf',
  italics: '400Regular_Italic/Arimo_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/Arimo_700Bold_Italic.ttf',
} as const

/** Reads the fonts into pdfmake's memory once, and shuts its doors: a document opens no file and no address. */
export function prepareFonts(): void {
  covered ??= loadFaces()
}

/** Characters of `text` that the letters' font cannot show, each once. Forms may ask before a case is under way. */
export function unprintable(text: string): string[] {
  covered ??= loadFaces()
  const known = covered
  return [...new Set(text)].filter((character) => character !== '\n' && !known.has(character.codePointAt(0) ?? 0))
}

let covered: Set<number> | undefined

function loadFaces(): Set<number> {
  const { resolve } = createRequire(import.meta.url)
  const fonts = Object.values(faces).map((file) => {
    const font = readFileSync(resolve(`@expo-google-fonts/arimo/${file}`))
    pdfmake.virtualfs.writeFileSync(file, leanFont(font))
    return font
  })
  pdfmake.setFonts({ [fontFamily]: { ...faces } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  return fonts.map(coverageOf).reduce((both, one) => both.intersection(one))
}
