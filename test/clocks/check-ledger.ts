import type { ClockInstants, ClockLedger } from '../../domain/case/events.ts'
import type { TimelineRecord } from '../../models/case/timeline-entry.ts'
import { isSame } from '../faults/same.ts'

/** `due`: the last that was told, and the calendar it was counted by. */
type Known = { ledger: ClockLedger; due: number | null; calendar: number; stopped: boolean }

/**
 * The clock cannot be reset: it starts once in a round, and from then on only pauses are added, each from the line that
 * tells of it and until the line that ends it. So what is spent never falls, and no deadline comes nearer while its
 * calendar stays. Gives every contradiction of one case's timeline as a sentence.
 */
export function checkLedger(lines: TimelineRecord[]): string[] {
  const clocks = new Map<string, Known>()
  const started = new Set<string>()
  const faults: string[] = []
  let round = 0
  for (const { seq, type, at, data } of lines) {
    if (type === 'reopened') round += 1
    const { clock: told, instants } = data as { clock?: ClockLedger | string; instants?: ClockInstants }
    if (type === 'clock-stopped') {
      const known = clocks.get(String(told))
      if (!known) faults.push(`line ${seq} stops ${told}, which never started`)
      if (known?.stopped) faults.push(`line ${seq} stops ${told} a second time`)
      if (known) known.stopped = true
    }
    if (!told || typeof told === 'string') continue
    const due = instants?.dueAt ?? null
    const calendar = instants?.calendarVersion ?? 0
    const known = clocks.get(told.id)
    if (type === 'clock-started') {
      if (started.has(`${told.id} ${round}`)) faults.push(`line ${seq} starts ${told.id} anew`)
      started.add(`${told.id} ${round}`)
      if (told.startedAt !== at || told.pauses.length > 0) faults.push(`line ${seq} starts ${told.id} at another time`)
      clocks.set(told.id, { ledger: told, due, calendar, stopped: false })
      continue
    }
    if (!known) {
      faults.push(`line ${seq} moves ${told.id}, which never started`)
      continue
    }
    faults.push(...moved(seq, at, type, known, told, calendar === known.calendar ? due : null))
    const last = due === null ? known : { due, calendar }
    clocks.set(told.id, { ledger: told, due: last.due, calendar: last.calendar, stopped: known.stopped })
  }
  return faults
}

function moved(seq: number, at: number, type: string, known: Known, told: ClockLedger, due: number | null): string[] {
  const { ledger } = known
  const before = ledger.pauses.at(-1)
  const kept = told.pauses.slice(0, ledger.pauses.length)
  const isKept = kept.every((pause, index) => {
    const was = ledger.pauses[index]
    return isSame(pause, was) || (was !== undefined && was.until === null && isEnded(was, pause, at))
  })
  const added = told.pauses.slice(ledger.pauses.length)
  const [open, wasOpen] = [told, ledger].map(({ pauses }) => pauses.filter(({ until }) => until === null).length)
  return [
    ...(known.stopped ? [`line ${seq} moves ${told.id}, which was stopped`] : []),
    ...(told.startedAt === ledger.startedAt && isSame(told.rule, ledger.rule) ? [] : [`line ${seq} resets ${told.id}`]),
    ...(isKept && kept.length === ledger.pauses.length ? [] : [`line ${seq} rewrites the pauses of ${told.id}`]),
    ...(added.every(({ from, until }) => from === at && until === null) && added.length <= 1
      ? []
      : [`line ${seq} pauses ${told.id} in the past`]),
    ...(type === 'clock-paused' && added.length !== 1 ? [`line ${seq} pauses ${told.id}, which goes on`] : []),
    ...(type === 'clock-resumed' && !(Number(open) < Number(wasOpen))
      ? [`line ${seq} resumes ${told.id}, which stands still`]
      : []),
    ...(added.length > 0 && before?.until === null && before.reason === added[0]?.reason
      ? [`line ${seq} pauses ${told.id}, which is paused for that already`]
      : []),
    ...(due !== null && known.due !== null && due < known.due
      ? [`line ${seq} brings the end of ${told.id} nearer`]
      : []),
  ]
}

/** By the line that tells of it; by its cap it has ended when it had lasted as long as it may, however late that is told. */
function isEnded(was: ClockLedger['pauses'][number], now: ClockLedger['pauses'][number], at: number): boolean {
  const { until, ended, ...rest } = now
  const { until: _open, ...before } = was
  if (until === null || !isSame(rest, before)) return false
  return ended === 'cap' ? until > was.from && until <= at : until === at
}
