import { type CompiledCalendar, workedBetween } from '../working-time/index.ts'
import type { TimelineEvent } from './events.ts'
import { applyEvent } from './reduce.ts'
import { type CaseState, emptyCase, isClosed } from './state.ts'

/**
 * With whom a case lies: an agency or a village office by its code, the applicant (correcting, or paying), an outside system
 * whose delay is `code`'s, or nobody but the machine.
 */
export type Holder =
  | { kind: 'agency' | 'village' | 'outside'; code: string }
  | { kind: 'applicant' | 'system'; code: null }

/** Instants in UTC epoch ms; without `until` the case lies there still. */
export type Span = { from: number; until: number | null }
export type Worked = { workingDays: number; workingMinutes: number }
export type HeldTime = Holder & Worked & { spans: Span[] }

/** `from` the receipt to `until` the end (null where it goes on); a reopened case's time between two lives counts nowhere. */
export type WhoseTime = Span & { total: Worked; holders: HeldTime[] }

/**
 * Whose time a case has taken, from its timeline alone (oldest first), as of `asOf`. Where several are asked at once each
 * has the time, so that the shares may come to more than the whole. Nothing takes time back: what an outside system resets,
 * or a new calendar moves, is what is due, never what was spent.
 */
export function whoseTime(events: readonly TimelineEvent[], calendar: CompiledCalendar, asOf: number): WhoseTime {
  const spans = new Map<string, { holder: Holder; spans: Span[] }>()
  const lives: Span[] = []
  let state = emptyCase()
  for (const event of events) {
    const wasOpen = isOpen(state)
    state = applyEvent(state, event)
    const { at } = event
    if (isOpen(state) !== wasOpen) {
      if (wasOpen) close(lives, at)
      else lives.push({ from: at, until: null })
    }
    const now = new Map(holdersOf(state).map((holder) => [keyOf(holder), holder]))
    for (const [key, held] of spans) if (!now.has(key)) close(held.spans, at)
    for (const [key, holder] of now) {
      const held = spans.get(key) ?? { holder, spans: [] }
      spans.set(key, held)
      if (held.spans.at(-1)?.until !== null || held.spans.length === 0) held.spans.push({ from: at, until: null })
    }
  }
  const worked = (all: readonly Span[]): Worked => ({
    workingDays: sum(all, (span) => workedBetween(calendar, 'working-days', span.from, span.until ?? asOf)),
    workingMinutes: sum(all, (span) => workedBetween(calendar, 'working-minutes', span.from, span.until ?? asOf)),
  })
  const holders = [...spans.values()].map(({ holder, spans: all }) => {
    const whole = joined(all)
    return { ...holder, spans: whole, ...worked(whole) }
  })
  return {
    from: lives[0]?.from ?? asOf,
    until: lives.at(-1)?.until ?? null,
    total: worked(lives),
    holders: holders.filter(
      ({ kind, spans: { length }, workingMinutes }) => length > 0 && (kind !== 'system' || workingMinutes > 0),
    ),
  }
}

const isOpen = (state: CaseState) => state.receivedAt !== null && !isClosed(state)

function holdersOf(state: CaseState): Holder[] {
  if (!isOpen(state)) return []
  const tasks = Object.values(state.tasks)
  if (tasks.some(({ status }) => status === 'returned')) return [{ kind: 'applicant', code: null }]
  const offices = tasks
    .filter(({ status }) => status === 'open')
    .map(
      ({ desk }): Holder =>
        'agency' in desk ? { kind: 'agency', code: desk.agency } : { kind: 'village', code: state.place.village ?? '' },
    )
  const bills = Object.values(state.bills ?? {}).filter(({ status }) => status === 'open')
  const calls = Object.values(state.calls ?? {}).filter(({ status }) => status === 'open')
  const all: Holder[] = [
    ...offices,
    ...(bills.length > 0 ? [{ kind: 'applicant' as const, code: null }] : []),
    ...calls.map(({ agency }): Holder => ({ kind: 'outside', code: agency })),
  ]
  return all.length > 0 ? all : [{ kind: 'system', code: null }]
}

const keyOf = ({ kind, code }: Holder) => `${kind} ${code ?? ''}`

function close(spans: Span[], at: number): void {
  const last = spans.at(-1)
  if (last && last.until === null) last.until = at
}

/** Spans without length go, and those that touch are one: a case that changes desks within an agency never left it. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const span of spans) {
    const last = whole.at(-1)
    if (last && last.until === span.from) last.until = span.until
    else if (span.until !== span.from) whole.push({ ...span })
  }
  return whole
}

function sum(spans: readonly Span[], of: (span: Span) => number): number {
  return spans.reduce((total, span) => total + of(span), 0)
}
