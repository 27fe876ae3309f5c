import type { CaseDeps } from '../../activities/deps.ts'
import { entryRecorder } from '../../activities/register/record.ts'
import { upkeepFor } from '../../activities/register/terms.ts'
import { enter } from '../../domain/register/acts.ts'
import { nextDue } from '../../domain/register/agenda.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import type { Engine } from '../start-case.ts'
import { enteredOf, startEntry } from './start.ts'

/** Below so many milliseconds a workflow sleeps by itself. */
const worthwhileMs = 60_000

/**
 * Begins a licence's life without waking its workflow: that is started to sleep until time first brings something, or
 * somebody says something to it, and its first line is told here. Waking each once, to tell that line and set a timer, cost
 * more than twice as much (docs/performance.md). What was begun by half is begun again by the sweeper. Within the regency's
 * context.
 */
export async function beginEntry(
  engine: Engine,
  deps: CaseDeps,
  row: RegisterRecord,
  withinMs?: number,
): Promise<void> {
  // A licence that has told something, or that takes another's place and has to say so, is awake at once.
  if (row.state.seq > 0 || row.renews) return startEntry(engine, row, { withinMs })
  const { regency, entry } = row
  const now = Date.now()
  const entered = enteredOf(row)
  const due = nextDue({ ...row.state, upkeep: await upkeepFor(deps, row, entered) }, now)?.at ?? null
  await startEntry(engine, row, { withinMs, sleepsMs: due && due - now > worthwhileMs ? due - now : 0 })
  await entryRecorder(deps)({ regency, entry, from: 1, head: '', events: [enter(entered)], now })
}
