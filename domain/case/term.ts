import { type CaseState, termClock } from './state.ts'

/**
 * Until when the whole application was due (UTC epoch ms), and whether it was through by then: stopped or closed in time, and
 * not by silence. null where no term ran, or none that has an end by now.
 */
export function termOf({
  clocks,
  closedAt,
}: Pick<CaseState, 'clocks' | 'closedAt'>): { dueAt: number; met: boolean } | null {
  const term = clocks[termClock]
  const dueAt = term?.instants?.dueAt ?? null
  if (!term || dueAt === null) return null
  const ended = term.stoppedAt ?? closedAt
  return { dueAt, met: ended !== null && ended <= dueAt && !term.reached.includes(100) }
}
