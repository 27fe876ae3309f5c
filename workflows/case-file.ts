import { condition, proxyActivities } from '@temporalio/workflow'
import { followUps } from '../domain/case/advance.ts'
import type { Proposal, TimelineEvent } from '../domain/case/events.ts'
import { applyEvent, foresee } from '../domain/case/reduce.ts'
import { type CaseState, emptyCase, isClosed } from '../domain/case/state.ts'
import { isUnderWay, stepsUnderWay } from '../domain/case/steps.ts'
import type { CaseContext } from '../domain/case/tell.ts'
import type { Step } from '../domain/service.ts'
import type { CaseActivities, RecordRequest } from './activities.ts'
import type { ApplicationInput } from './messages.ts'

const { record } = proxyActivities<Pick<CaseActivities, 'record'>>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumInterval: '5s' },
})

export type Propose = (state: CaseState, now: number) => Proposal[]

/**
 * A case in the workflow's hands. Its state is only ever what the timeline holds: `record` proposes, the activity keeps,
 * and what came back is applied (design rule 1).
 */
export class CaseFile {
  readonly regency: string
  readonly application: string
  readonly number: string
  readonly context: CaseContext
  state: CaseState = emptyCase()
  /** Decisions whose signing this run is carrying out; anything else that holds the signing latch is an orphan. */
  readonly signing = new Set<string>()
  /** Calls to outside systems that somebody asks to try again now. */
  readonly wanted = new Set<string>()
  private readonly events: TimelineEvent[] = []
  private queue: Promise<void> = Promise.resolve()

  constructor({ regency, application, number, flow, opened = [] }: ApplicationInput) {
    this.regency = regency
    this.application = application
    this.number = number
    this.context = { flow, number }
    this.apply(opened)
  }

  /** Whether the timeline has been read, and up to there: before that the state says nothing. */
  knows(seq = 0): boolean {
    return this.state.receivedAt !== null && this.state.seq >= seq
  }

  get closed(): boolean {
    return isClosed(this.state)
  }

  /** What is under way now: several where branches walk side by side. */
  get steps(): Step[] {
    return stepsUnderWay(this.context.flow, this.state)
  }

  isUnderWay(step: Step): boolean {
    return isUnderWay(this.state, step)
  }

  /** Waits until something kept makes it true. */
  async until(isTrue: () => boolean): Promise<void> {
    await condition(isTrue)
  }

  /** Waits until the timeline has been read; reads on where it holds more than this case has lived (Temporal was restored). */
  async readUpTo(seq = 0): Promise<void> {
    await this.until(() => this.knows())
    if (this.knows(seq)) return
    await this.next(async () => {
      if (!this.knows(seq))
        await this.keep({ ...this.ids, from: this.state.seq + 1, head: this.state.head, events: [] })
    })
  }

  /**
   * One at a time: works out what to propose from the state as it then is, adds all that follows up to the next rest, and
   * applies what the timeline holds. Where that is another story than the proposed one, it proposes anew on top of it.
   * @throws Refusal, from `propose`, when the state has moved on
   */
  async record(propose: Propose): Promise<void> {
    await this.next(() => this.recordNow(propose))
  }

  private async next(work: () => Promise<void>): Promise<void> {
    const turn = this.queue.then(work)
    this.queue = turn.catch(() => undefined)
    await turn
  }

  private async recordNow(propose: Propose): Promise<void> {
    for (;;) {
      const now = Date.now()
      const proposed = propose(this.state, now)
      const events = [...proposed, ...followUps(this.context, foresee(this.state, proposed), now)]
      if (events.length === 0) return
      const recorded = await this.keep({ ...this.ids, from: this.state.seq + 1, head: this.state.head, events })
      if (recorded) return
    }
  }

  private async keep(request: RecordRequest): Promise<boolean> {
    const reply = await record(request)
    if ('missingFrom' in reply) {
      await this.sendAgain(reply.missingFrom)
      return false
    }
    this.apply(reply.kept)
    return reply.recorded
  }

  private apply(kept: TimelineEvent[]): void {
    for (const event of kept) {
      this.state = applyEvent(this.state, event)
      this.events.push(event)
    }
  }

  /** The timeline ends before what this case has lived: MongoDB was restored from an earlier moment. */
  private async sendAgain(from: number): Promise<void> {
    const head = this.events[from - 2]?.hash ?? ''
    await record({ ...this.ids, from, head, events: this.events.slice(from - 1) })
  }

  private get ids() {
    return { regency: this.regency, application: this.application }
  }
}
