/** How a task's clock stands, worst first. */
export const standings = ['breached', 'warned', 'on-time', 'paused'] as const
export type Standing = (typeof standings)[number]

/** How a clock stands at `now`, all in UTC epoch ms; `dueAt` is infinite while it is paused, `warnAt` where nothing warns. */
export function standingOf(warnAt: number, dueAt: number, now: number): Standing {
  if (dueAt === Number.POSITIVE_INFINITY) return 'paused'
  if (dueAt <= now) return 'breached'
  return warnAt <= now ? 'warned' : 'on-time'
}

const hour = 3_600_000
const day = 24 * hour

/** Time left until the clock is through, by the wall: the edges of the histogram, ms, each the first that is no longer in it. */
export const timeLeftEdges = [
  ['late-3-days', -3 * day],
  ['late-1-day', -day],
  ['late', 0],
  ['4-hours', 4 * hour],
  ['1-day', day],
  ['3-days', 3 * day],
  ['7-days', 7 * day],
  ['14-days', 14 * day],
] as const

/** Bars of the histogram from the latest to what has most time; what is paused has no time to count. */
export const timeLeftBars = [...timeLeftEdges.map(([name]) => name), 'more', 'paused'] as const
export type TimeLeftBar = (typeof timeLeftBars)[number]

/** Index into `timeLeftBars` of a clock that is not paused. */
export function timeLeftIndex(left: number): number {
  const at = timeLeftEdges.findIndex(([, edge]) => (edge <= 0 ? left <= edge : left < edge))
  return at === -1 ? timeLeftEdges.length : at
}
