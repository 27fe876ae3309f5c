import type { PlannedVersion } from '../../catalogue/calendar-change.ts'
import type { CalendarPreview } from '../../contracts/calendars.ts'
import { countedClocks } from '../../domain/case/clocks.ts'
import { instantsOf } from '../../domain/case/instants.ts'
import { type CompiledCalendar, compileCalendar } from '../../domain/working-time/index.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { iso } from '../case/clock.ts'

const shown = 20

type Moved = { application: string; number: string; clock: string; was: number; becomes: number }

/** Counts every open case's clocks by the calendars to be; nothing is written. */
export async function previewChange(versions: readonly PlannedVersion[]): Promise<CalendarPreview> {
  const calendars = new Map(versions.map(({ code, calendar }) => [code, compileCalendar(calendar)]))
  const reached = Application.find({ 'clocked.calendar': { $in: [...calendars.keys()] } })
    .select({ number: 1, 'state.clocks': 1 })
    .lean<Pick<ApplicationRecord, '_id' | 'number' | 'state'>[]>()
    .cursor({ batchSize: 500 })
  const told = { openCases: 0, moved: 0, stuck: 0 }
  let first: Moved[] = []
  for await (const application of reached) {
    told.openCases += 1
    const moves = movesOf(application, calendars)
    if (moves === 'stuck') {
      told.stuck += 1
      continue
    }
    if (moves.length === 0) continue
    told.moved += 1
    first = [...first, ...moves].sort((a, b) => a.was - b.was).slice(0, shown)
  }
  const sample = first.map(({ was, becomes, ...rest }) => ({ ...rest, was: iso(was), becomes: iso(becomes) }))
  return { versions: versions.map(({ code, version }) => ({ code, version })), ...told, sample }
}

function movesOf(
  { _id: application, number, state }: Pick<ApplicationRecord, '_id' | 'number' | 'state'>,
  calendars: ReadonlyMap<string, CompiledCalendar>,
): Moved[] | 'stuck' {
  try {
    return countedClocks(state).flatMap((clock) => {
      const calendar = calendars.get(clock.rule.calendar)
      const was = clock.instants?.dueAt ?? null
      if (!calendar || was === null) return []
      const becomes = instantsOf(calendar, clock).dueAt
      return becomes === null || becomes === was ? [] : [{ application, number, clock: clock.id, was, becomes }]
    })
  } catch (error) {
    if (error instanceof RangeError) return 'stuck'
    throw error
  }
}
