import { condition, proxyActivities } from '@temporalio/workflow'
import { enter, reach } from '../../domain/register/acts.ts'
import { type DueEntry, hasEnded } from '../../domain/register/agenda.ts'
import type { EntryEvent, EntryProposal } from '../../domain/register/events.ts'
import { applyEntryEvent, awaitedEntry, type EntryState } from '../../domain/register/state.ts'
import type { EntryActivities, EntryRequest } from './activities.ts'
import type { EntryInput } from './messages.ts'

const { recordEntry } = proxyActivities<Pick<EntryActivities, 'recordEntry'>>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumInterval: '5s' },
})

export type ProposeEntry = (state: EntryState, now: number) => EntryProposal[]

/** A licence in its workflow's hands: its state is only ever what its timeline holds (design rule 1), as `CaseFile`'s is. */
export class EntryFile {
  readonly ids: { regency: string; entry: string }
  state: EntryState
  /** What time brings next, as `recordEntry` worked it out. */
  due: DueEntry | null = null
  /** The act whose letter of revocation is being signed: until that is over nothing else is decided. */
  revoking: string | null = null
  /** What this run has kept; the lines it only read are not its to send again. */
  readonly told: EntryEvent[] = []
  private readonly input: EntryInput
  private queue: Promise<void> = Promise.resolve()

  constructor(input: EntryInput) {
    const { regency, entry, entered } = input
    this.input = input
    this.ids = { regency, entry }
    this.state = awaitedEntry(entered.document, entered.validFrom, entered.validUntil)
  }

  knows(seq = 0): boolean {
    return this.state.seq > 0 && this.state.seq >= seq
  }

  get ended(): boolean {
    return hasEnded(this.state)
  }

  /** Reads the timeline, whose first line it proposes; sends again what the run before kept and a restore has lost. */
  async open(): Promise<void> {
    await this.next(async () => {
      await this.keep({ ...this.ids, from: 1, head: '', events: [enter(this.input.entered)], now: Date.now() })
      const lost = (this.input.told ?? []).filter(({ seq }) => seq > this.state.seq)
      if (lost[0]?.seq === this.state.seq + 1) await this.keep(this.after(lost, Date.now()))
    })
  }

  /** Waits until the timeline has been read; reads on where it holds more than this run has seen. */
  async readUpTo(seq = 0): Promise<void> {
    await condition(() => this.knows())
    if (this.knows(seq)) return
    await this.next(async () => {
      if (!this.knows(seq)) await this.keep(this.after([], Date.now()))
    })
  }

  /** One at a time: proposes from the state as it then is and applies what the timeline holds; where that is another story, proposes anew. */
  async record(propose: ProposeEntry): Promise<void> {
    await this.next(async () => {
      for (;;) {
        const now = Date.now()
        const events = propose(this.state, now)
        if (events.length === 0) return
        if (await this.keep(this.after(events, now))) return
      }
    })
  }

  /** Does what is due by now, all of it: a licence may have slept through more than one thing. */
  async catchUp(): Promise<void> {
    while (this.due && this.due.at <= Date.now()) {
      const { due } = this
      const { seq } = this.state
      await this.record((state, now) => reach(state, due, now))
      if (this.state.seq === seq) await this.next(() => this.look())
    }
  }

  /** Asks what is due next, without a line of its own. */
  private async look(): Promise<void> {
    await this.keep(this.after([], Date.now()))
  }

  private after(events: EntryProposal[], now: number): EntryRequest {
    return { ...this.ids, from: this.state.seq + 1, head: this.state.head, events, now }
  }

  private async next(work: () => Promise<void>): Promise<void> {
    const turn = this.queue.then(work)
    this.queue = turn.catch(() => undefined)
    await turn
  }

  private async keep(request: EntryRequest): Promise<boolean> {
    const reply = await recordEntry(request)
    if ('missingFrom' in reply) {
      await this.sendAgain(reply.missingFrom)
      return false
    }
    const isRead = this.state.seq === 0 && this.input.told !== undefined
    for (const event of reply.kept) {
      this.state = applyEntryEvent(this.state, event)
      if (!isRead) this.told.push(event)
    }
    this.due = reply.next
    return reply.recorded
  }

  /** MongoDB was restored from an earlier moment: what this run or the one before has kept is sent again. */
  private async sendAgain(from: number): Promise<void> {
    const known = [...(this.input.told ?? []), ...this.told]
    const at = known.findIndex(({ seq }) => seq === from)
    const head = known[at - 1]?.hash ?? (from === 1 ? '' : null)
    if (at < 0 || head === null) throw new RangeError(`line ${from} of ${this.ids.entry} is lost`)
    await recordEntry({ ...this.ids, from, head, events: known.slice(at), now: Date.now() })
  }
}
