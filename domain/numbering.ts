/** Numbers of documents: `503/{seq:4}/SIPB/{month:roman}/{year}`. Gapless inside a series; the allocation is not here. */

const names = ['seq', 'year', 'month', 'day', 'classification', 'agency', 'village', 'service'] as const
type Name = (typeof names)[number]

/** What stands after the colon: a width for seq, 2 for a short year or a two-figure month and day, "roman" for the month. */
export type NumberingToken =
  | { kind: 'literal'; text: string }
  | { kind: 'seq'; width: number }
  | { kind: 'year'; digits: 2 | 4 }
  | { kind: 'month'; style: 'plain' | 'two' | 'roman' }
  | { kind: 'day'; style: 'plain' | 'two' }
  | { kind: 'classification' | 'agency' | 'village' | 'service' }

export const resets = ['yearly', 'monthly', 'never'] as const

/** `series` may hold tokens too, `sktm/{village}`: every village then counts for itself. */
export type Numbering = { pattern: string; series: string; reset: (typeof resets)[number] }

/** The day by the office's wall clock (month and day from 1), and the codes a pattern may ask for. */
export type NumberingContext = {
  year: number
  month: number
  day: number
  classification?: string
  agency?: string
  village?: string
  service?: string
}

export class NumberingError extends Error {
  override readonly name = 'NumberingError'
}

/** Tokens of a pattern. Throws NumberingError that names the bad token. */
export function parseNumberingPattern(text: string): NumberingToken[] {
  const tokens: NumberingToken[] = []
  for (const [piece] of text.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (piece === '{' || piece === '}') throw new NumberingError(`"${piece}" stands alone in "${text}"`)
    tokens.push(piece.startsWith('{') ? parseToken(piece) : { kind: 'literal', text: piece })
  }
  return tokens
}

/**
 * All that is wrong with a numbering: malformed tokens, no sequence or two, a reset that would give the same number twice
 * because the pattern does not show the year or month, a series by village that the number does not show.
 */
export function checkNumbering(numbering: Numbering): string[] {
  let tokens: NumberingToken[]
  let series: NumberingToken[]
  try {
    tokens = parseNumberingPattern(numbering.pattern)
    series = parseNumberingPattern(numbering.series)
  } catch (error) {
    if (error instanceof NumberingError) return [error.message]
    throw error
  }
  const has = (kind: NumberingToken['kind']) => tokens.some((token) => token.kind === kind)
  const problems: string[] = []
  const counters = tokens.filter((token) => token.kind === 'seq').length
  if (counters !== 1) problems.push(`"${numbering.pattern}" needs {seq} once, not ${counters} times`)
  if (numbering.reset !== 'never' && !has('year'))
    problems.push(`a ${numbering.reset} reset needs {year} in the pattern`)
  if (numbering.reset === 'monthly' && !has('month')) problems.push('a monthly reset needs {month} in the pattern')
  if (tokens.some((token, at) => token.kind === 'seq' && [tokens[at - 1], tokens[at + 1]].some((one) => isCode(one)))) {
    problems.push(
      `"${numbering.pattern}" needs a sign such as "/" on both sides of {seq}, or two numbers could read alike`,
    )
  }
  for (const token of series) {
    if (token.kind === 'literal') continue
    if (token.kind === 'seq' || token.kind === 'year' || token.kind === 'month' || token.kind === 'day') {
      problems.push(
        `{${token.kind}} has no place in the series "${numbering.series}"; the reset says when it starts again`,
      )
    } else if (!has(token.kind)) {
      problems.push(`the series counts by {${token.kind}}, so the pattern must show it`)
    }
  }
  return problems
}

function isCode(token: NumberingToken | undefined): boolean {
  return token !== undefined && token.kind !== 'literal'
}

/** The number of place `sequence` (from 1). Throws NumberingError where the context lacks what the pattern asks for. */
export function formatNumber(
  pattern: string | NumberingToken[],
  context: NumberingContext & { sequence: number },
): string {
  if (!Number.isSafeInteger(context.sequence) || context.sequence < 1) {
    throw new NumberingError(`a sequence counts from 1, not ${context.sequence}`)
  }
  const tokens = typeof pattern === 'string' ? parseNumberingPattern(pattern) : pattern
  return tokens.map((token) => formatToken(token, context)).join('')
}

/** Key of the counter that the next number comes from: `sktm/35.10.13.2013|2026`, with the month where it resets monthly. */
export function seriesKey({ series, reset }: Numbering, context: NumberingContext): string {
  const name = parseNumberingPattern(series)
    .map((token) => formatToken(token, { ...context, sequence: 0 }))
    .join('')
  if (reset === 'never') return name
  const period = reset === 'yearly' ? `${context.year}` : `${context.year}-${two(context.month)}`
  return `${name}|${period}`
}

function parseToken(piece: string): NumberingToken {
  const [word = '', ...options] = piece.slice(1, -1).split(':')
  const option = options.length > 0 ? options.join(':') : undefined
  const name = names.find((known) => known === word)
  if (!name) throw new NumberingError(`${piece} is not known; there are ${names.map((one) => `{${one}}`).join(', ')}`)
  const token = withOption(name, option)
  if (!token) throw new NumberingError(`${piece}: "${option}" does not go with {${name}}`)
  return token
}

function withOption(name: Name, option: string | undefined): NumberingToken | undefined {
  switch (name) {
    case 'seq':
      if (option === undefined) return { kind: 'seq', width: 1 }
      return /^[1-9]$/.test(option) ? { kind: 'seq', width: Number(option) } : undefined
    case 'year':
      if (option === undefined || option === '4') return { kind: 'year', digits: 4 }
      return option === '2' ? { kind: 'year', digits: 2 } : undefined
    case 'month':
      if (option === undefined) return { kind: 'month', style: 'plain' }
      if (option === 'roman') return { kind: 'month', style: 'roman' }
      return option === '2' ? { kind: 'month', style: 'two' } : undefined
    case 'day':
      if (option === undefined) return { kind: 'day', style: 'plain' }
      return option === '2' ? { kind: 'day', style: 'two' } : undefined
    default:
      return option === undefined ? { kind: name } : undefined
  }
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const

function formatToken(token: NumberingToken, context: NumberingContext & { sequence: number }): string {
  switch (token.kind) {
    case 'literal':
      return token.text
    case 'seq':
      return `${context.sequence}`.padStart(token.width, '0')
    case 'year':
      return token.digits === 4 ? `${context.year}` : two(context.year % 100)
    case 'month':
      if (token.style !== 'roman') return token.style === 'two' ? two(context.month) : `${context.month}`
      return roman[context.month - 1] ?? missing('month', context.month)
    case 'day':
      return token.style === 'two' ? two(context.day) : `${context.day}`
    default:
      return context[token.kind] ?? missing(token.kind, undefined)
  }
}

function missing(kind: string, value: unknown): never {
  throw new NumberingError(`the number needs {${kind}}, which is ${value === undefined ? 'not given' : `"${value}"`}`)
}

function two(value: number): string {
  return `${value}`.padStart(2, '0')
}
