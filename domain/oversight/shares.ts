import { type CaseState, parseStepKey } from '../case/state.ts'

/** Whose time a case took, ms by the wall: what is neither the applicant's nor an outside system's is the office's. */
export type Shares = { office: number; applicant: number; outside: number }

type Span = { from: number; until: number }

/**
 * How the time from `from` to `until` falls to those who were waited for. While applicant and outside system are waited for at
 * once, the time is the applicant's.
 */
export function sharesOf(state: CaseState, from: number, until: number): Shares {
  const within = (span: { from: number; until: number | null }): Span => ({
    from: Math.max(span.from, from),
    until: Math.min(span.until ?? until, until),
  })
  const corrections = Object.values(state.clocks).flatMap(({ pauses }) =>
    pauses.filter(({ reason }) => reason === 'correction').map(within),
  )
  const payments = stepsNamed(state, new Set(Object.values(state.bills ?? {}).map(({ step }) => step))).map(within)
  const calls = stepsNamed(state, new Set(Object.values(state.calls ?? {}).map(({ step }) => step))).map(within)
  const applicant = union([...corrections, ...payments])
  const both = union([...corrections, ...payments, ...calls])
  return { applicant, outside: both - applicant, office: Math.max(0, until - from - both) }
}

function stepsNamed({ steps }: CaseState, named: ReadonlySet<string>): { from: number; until: number | null }[] {
  return Object.entries(steps).flatMap(([key, { startedAt, endedAt }]) =>
    named.has(parseStepKey(key).step) ? [{ from: startedAt, until: endedAt }] : [],
  )
}

/** How long at least one of the spans lasted. */
function union(spans: Span[]): number {
  let sum = 0
  let end = Number.NEGATIVE_INFINITY
  for (const { from, until } of spans.filter((span) => span.until > span.from).sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, until - Math.max(from, end))
    end = Math.max(end, until)
  }
  return sum
}
