import type { HandOverReason } from '../case/events.ts'
import type { HandOver } from '../case/state.ts'

/** Who is here, as seen from one task's desk at one instant. */
export type Desk = {
  /** Whether they may act at it, by right or by mandate. */
  holds(account: string): boolean
  isAway(account: string): boolean
  /** Officials who hold it by right and are here. */
  present: readonly string[]
  /** Officials who hold it by right and are away. */
  away: readonly string[]
  /** Whoever stands in for this official here and is here themself. */
  standInFor(official: string): string | null
}

/** Where a task goes by itself; `officer` null: to the whole desk. */
export type Move = { officer: string | null; reason: HandOverReason }

type Held = { assignee: string | null; handOver: HandOver | null }

/**
 * Where an open task should go now, null where it lies well: no task rests with somebody who has left, nor with somebody who
 * is away while another could act; and what was only offered goes back.
 */
export function moveOf({ assignee, handOver }: Held, desk: Desk): Move | null {
  const back = handOver?.offered ? goesBack(handOver, assignee, desk) : null
  if (back) return back
  if (assignee === null) return handOver?.offered ? null : offerFromDesk(desk)
  if (!desk.holds(assignee)) return leave(handOver, desk)
  if (!desk.isAway(assignee)) return null
  const standIn = desk.standInFor(assignee)
  if (standIn !== null) return { officer: standIn, reason: 'absence' }
  return desk.present.some((each) => each !== assignee) ? { officer: null, reason: 'absence' } : null
}

function goesBack({ from }: HandOver, assignee: string | null, desk: Desk): Move | null {
  if (from !== null) return isHere(from, desk) && assignee !== from ? { officer: from, reason: 'returned' } : null
  return assignee !== null && desk.present.length > 0 ? { officer: null, reason: 'returned' } : null
}

/** A new task at a desk whose officials are all away. */
function offerFromDesk(desk: Desk): Move | null {
  if (desk.present.length > 0) return null
  for (const official of desk.away) {
    const standIn = desk.standInFor(official)
    if (standIn !== null) return { officer: standIn, reason: 'absence' }
  }
  return null
}

/** Its holder no longer sits here: back to whom they stood in for, else to the desk. */
function leave(handOver: HandOver | null, desk: Desk): Move {
  const stoodIn = handOver?.reason === 'absence'
  if (!stoodIn) return { officer: null, reason: 'left' }
  const official = handOver?.from ?? null
  return { officer: official !== null && isHere(official, desk) ? official : null, reason: 'mandate-ended' }
}

const isHere = (account: string, desk: Desk) => desk.holds(account) && !desk.isAway(account)
