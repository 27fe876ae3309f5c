import type { Run } from './scope.ts'

/** Longer words (addresses of the web) may be torn at a line's end. */
const longestWhole = 36

/**
 * Runs cut into words, a word in one face, for justified text: pdfmake widens every seam between two pieces, so that a
 * hyphen or a value followed by a comma would otherwise stand apart from what it belongs to.
 */
export function words(runs: readonly Run[]): (Run & { noWrap?: true })[] {
  return tokens(runs).map(({ parts, tail }) => {
    const { text: _, ...face } = parts.reduce((longest, part) =>
      part.text.length > longest.text.length ? part : longest,
    )
    const text = parts.map((part) => part.text).join('')
    const whole = !tail.includes('\n') && text.length <= longestWhole
    return { ...face, text: text + tail, ...(whole && { noWrap: true as const }) }
  })
}

type Token = { parts: [Run, ...Run[]]; tail: string }

function tokens(runs: readonly Run[]): Token[] {
  const found: Token[] = []
  for (const run of runs) {
    for (const piece of run.text.match(/\s+|\S+/g) ?? []) {
      const last = found.at(-1)
      const part = { ...run, text: piece }
      if (/^\s/.test(piece)) {
        if (last) last.tail += piece
        else found.push({ parts: [{ ...run, text: '' }], tail: piece })
      } else if (last && last.tail === '') last.parts.push(part)
      else found.push({ parts: [part], tail: '' })
    }
  }
  return found
}
