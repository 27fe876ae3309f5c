import { reachRung } from '../../domain/case/acts.ts'
import { followUps } from '../../domain/case/advance.ts'
import { type NextRung, nextRung } from '../../domain/case/clocks.ts'
import { type ClockInstants, type ClockLedger, type Proposal, system } from '../../domain/case/events.ts'
import { instantsOf } from '../../domain/case/instants.ts'
import { foresee } from '../../domain/case/reduce.ts'
import { type CaseState, emptyCase } from '../../domain/case/state.ts'
import type { CaseContext } from '../../domain/case/tell.ts'
import { type StoryAround, StoryProblem } from './told.ts'

/** What to do at a rung that deems: as the service says, or note that it passed without effect. */
export type AtSilence = (rung: NextRung) => 'deem' | 'pass'

/**
 * Tells a case as the workflow would have lived it: what is proposed, all that follows, and the rungs in between, each at
 * its time. Instants and conditions are looked up here too, to know what follows; `record` adds its own, the same ones.
 */
export class Teller {
  state: CaseState = emptyCase()
  readonly events: Proposal[] = []
  /** Time of the latest event. */
  at = 0
  private readonly context: CaseContext
  private readonly around: StoryAround
  /** Whether a clock may lie before the calendar's first day: then it has no instants. */
  private readonly uncovered: boolean

  constructor(context: CaseContext, around: StoryAround, { uncovered }: { uncovered: boolean }) {
    this.context = context
    this.around = around
    this.uncovered = uncovered
  }

  /** Keeps what is proposed and what follows from it. */
  tell(proposals: Proposal[], at: number, answers: Record<string, unknown> = {}): void {
    this.at = Math.max(this.at, at)
    for (const proposal of proposals) this.keep(proposal, answers)
    for (const proposal of followUps(this.context, this.state, at)) this.keep(proposal, answers)
  }

  /** Lets the clocks run until an instant. */
  passTime(until: number, atSilence: AtSilence): void {
    for (;;) {
      const rung = nextRung(this.state)
      if (!rung || rung.at > until) return
      const at = Math.max(rung.at, this.at)
      const deems = this.deems(rung)
      if (deems && atSilence(rung) === 'pass') this.tell([passedBy(rung, at)], at)
      else this.tell(reachRung(this.context, this.state, rung, at), at)
      if (deems && this.state.track === 'deemed') return
    }
  }

  private deems({ clock, percent }: NextRung): boolean {
    const rung = this.state.clocks[clock]?.rule.rungs.find((each) => each.percent === percent)
    return rung?.actions.some(({ kind }) => kind === 'deem') ?? false
  }

  private keep(proposal: Proposal, answers: Record<string, unknown>): void {
    const { kept, seen } = this.complete(proposal, answers)
    this.events.push(kept)
    this.state = foresee(this.state, [seen])
  }

  private complete(event: Proposal, answers: Record<string, unknown>): { kept: Proposal; seen: Proposal } {
    switch (event.type) {
      case 'received':
      case 'corrected': {
        const seen = { ...event, data: { ...event.data, conditions: this.around.conditions(answers) } } as Proposal
        return { kept: event, seen }
      }
      case 'clock-started':
      case 'clock-paused':
      case 'clock-resumed':
      case 'clock-reprojected': {
        const instants = this.instants(event.data.clock)
        if (instants) return { kept: event, seen: { ...event, data: { ...event.data, instants } } }
        const without = { ...event, data: { ...event.data, instants: this.noInstants(event.data.clock) } }
        return { kept: without, seen: without }
      }
      default:
        return { kept: event, seen: event }
    }
  }

  /** null where the calendar does not reach back to the clock's days. */
  private instants(clock: ClockLedger): ClockInstants | null {
    const calendar = this.around.calendar(clock.rule.calendar)
    if (this.uncovered && clock.startedAt < calendar.begin) return null
    try {
      return instantsOf(calendar, clock)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      const { code, coversFrom, coversUntil } = calendar
      throw new StoryProblem('calendar-too-short', null, { calendar: code, from: coversFrom, until: coversUntil })
    }
  }

  private noInstants({ rule }: ClockLedger): ClockInstants {
    return { calendarVersion: this.around.calendar(rule.calendar).version, dueAt: null, rungs: [] }
  }
}

function passedBy({ clock, percent, calendarVersion }: NextRung, at: number): Proposal {
  return { type: 'rung-reached', at, by: system, data: { clock, percent, actions: [], calendarVersion } }
}
