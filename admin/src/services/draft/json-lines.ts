import { type Place, parsePlace, valueAt, withValue } from './place.ts'

/** As packs are written: two spaces. */
export const jsonText = (definition: unknown): string => JSON.stringify(definition, null, 2)

/** What somebody typed, or why it cannot be read, in the engine's own words. */
export function parsed(text: string): { definition: unknown } | { message: string } {
  try {
    const definition: unknown = JSON.parse(text)
    if (typeof definition === 'object' && definition !== null && !Array.isArray(definition)) return { definition }
    return { message: '{ … }' }
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) }
  }
}

const mark = '\u0000here'

/** The line (from 1) on which a problem's place begins, or the nearest that holds it; in the text that `jsonText` writes. */
export function lineOf(definition: unknown, path: string): number {
  let place: Place = parsePlace(path)
  while (place.length > 0 && valueAt(definition, place) === undefined) place = place.slice(0, -1)
  if (place.length === 0) return 1
  const marked = jsonText(withValue(definition, place, mark))
  return marked.slice(0, marked.indexOf(JSON.stringify(mark))).split('\n').length
}
