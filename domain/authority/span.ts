/** Days in which something holds: `until` is the first instant at which it no longer does, `ended` an earlier one. UTC epoch ms. */
export type Span = { from: number; until: number; ended: number | null }

/** First instant at which it holds no more. */
export const endOf = ({ until, ended }: Pick<Span, 'until' | 'ended'>) => Math.min(until, ended ?? until)

export function isInForce({ from, until, ended }: Span, at: number): boolean {
  return from <= at && at < endOf({ until, ended })
}

/** How it stands at an instant; what was ended before it began is past. */
export const spanStates = ['coming', 'current', 'past'] as const
export type SpanState = (typeof spanStates)[number]

export function stateAt(span: Span, at: number): SpanState {
  if (isInForce(span, at)) return 'current'
  return span.ended === null && at < span.from ? 'coming' : 'past'
}

const dayMs = 86_400_000

/** What is wrong with days that somebody means to write down now; a day back is still now. */
export type SpanFault = 'in-the-past' | 'before-start' | 'too-long'

export function faultsOf({ from, until }: Pick<Span, 'from' | 'until'>, longestDays: number, now: number): SpanFault[] {
  return [
    ...(from < now - dayMs ? (['in-the-past'] as const) : []),
    ...(until <= from || until <= now ? (['before-start'] as const) : []),
    ...(until - from > longestDays * dayMs ? (['too-long'] as const) : []),
  ]
}
