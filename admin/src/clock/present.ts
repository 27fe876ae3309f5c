import type { Clock } from '../../../contracts/clock.ts'

/**
 * The clock `elapsedMs` after its figures were given: on the day it ends the share spent goes on towards the next known
 * instant (a rung or the end); before that it rests until the figures are fetched again, for nobody here knows the calendar.
 */
export function presentClock(clock: Clock, elapsedMs: number, localDay: (instant: string) => string): Clock {
  if (clock.state !== 'running' || elapsedMs <= 0 || !clock.dueAt) return clock
  const then = Date.parse(clock.asOf)
  const now = then + elapsedMs
  const asOf = new Date(now).toISOString()
  if (localDay(clock.dueAt) !== localDay(clock.asOf)) return clock
  const ahead = [...clock.rungs, { percent: 100, at: clock.dueAt }]
    .flatMap(({ percent, at }) => (at && Date.parse(at) > then ? [{ percent, at: Date.parse(at) }] : []))
    .sort((a, b) => a.at - b.at)
  let from = { percent: clock.spentPercent, at: then }
  for (const next of ahead) {
    if (now < next.at) {
      const share = (now - from.at) / (next.at - from.at)
      return reachedBy(clock, asOf, from.percent + share * (next.percent - from.percent))
    }
    from = next
  }
  return reachedBy(clock, asOf, Math.max(from.percent, clock.spentPercent))
}

function reachedBy(clock: Clock, asOf: string, spentPercent: number): Clock {
  const rungs = clock.rungs.map((rung) => ({ ...rung, reached: rung.reached || rung.percent <= spentPercent }))
  return { ...clock, asOf, spentPercent, rungs, state: spentPercent >= 100 ? 'breached' : clock.state }
}
