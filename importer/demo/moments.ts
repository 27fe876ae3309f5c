import type { Flow } from '../../domain/service.ts'
import { type CompiledCalendar, rungAt } from '../../domain/working-time/index.ts'
import type { OfficeTime } from './office-time.ts'
import type { Beat, Scenario } from './scenario.ts'

export type Timed = Beat & { at: number }
export type TimedScenario = { filed: number; beats: Timed[]; deemedAt: number | null }

/**
 * Gives a scenario its moments: an open case so that it has waited as long as it should by `now`, a closed one so that it
 * ended at `end`. null where it would end after `now`.
 */
export function timed(
  scenario: Scenario,
  {
    office,
    end,
    now,
    flow,
    calendar,
  }: { office: OfficeTime; end: number; now: number; flow: Flow; calendar(code: string): CompiledCalendar },
): TimedScenario | null {
  const deemed = scenario.deemedAfter
  const first = deemed === null ? scenario.beats : scenario.beats.slice(0, deemed)
  const total = first.reduce((sum, { wait }) => sum + wait, 0) + (deemed === null ? (scenario.waiting ?? 0) : 0)
  const filed = office.before(deemed === null && scenario.waiting !== null ? now : end, total)
  const beats = walkThrough(first, filed, office)
  if (deemed === null) return (beats.at(-1)?.at ?? filed) > now ? null : { filed, beats, deemedAt: null }
  const deemedAt = silenceOf(flow, beats, calendar)
  if (deemedAt === null || deemedAt >= now) return null
  const after = walkThrough(scenario.beats.slice(deemed), deemedAt, office)
  return (after.at(-1)?.at ?? 0) > now ? null : { filed, beats: [...beats, ...after], deemedAt }
}

function walkThrough(beats: Beat[], from: number, office: OfficeTime): Timed[] {
  let at = from
  return beats.map((beat) => {
    at = office.after(at, beat.wait)
    return { ...beat, at }
  })
}

/** When the term runs out, for a case that was declared complete and never returned. */
function silenceOf({ term }: Flow, beats: Timed[], calendar: (code: string) => CompiledCalendar): number | null {
  const receipt = beats.find(
    (beat) => beat.act === 'approve' && beat.step.kind === 'review' && beat.step.completesReceipt,
  )
  const percent = term?.rungs.find(({ actions }) => actions.some(({ kind }) => kind === 'deem'))?.percent
  if (!term || !receipt || percent === undefined) return null
  return rungAt(calendar(term.calendar), term.budget, receipt.at, [], percent)
}
