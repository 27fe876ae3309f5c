import { Refusal, requireDecision } from '../../domain/case/actions.ts'
import * as acts from '../../domain/case/acts.ts'
import { type Actor, type Proposal, system } from '../../domain/case/events.ts'
import { taskId } from '../../domain/case/open-step.ts'
import { isClosed, stepKey } from '../../domain/case/state.ts'
import { stepOf, stepsUnderWay } from '../../domain/case/steps.ts'
import type { IssueStep, Step } from '../../domain/service.ts'
import { actRecords } from './act-records.ts'
import { tellArchived } from './archived.ts'
import { issuedByHand } from './documents.ts'
import { type AtSilence, Teller } from './teller.ts'
import {
  type Story,
  type StoryAround,
  type StoryDocument,
  StoryProblem,
  type Told,
  type ToldAct,
  unnamed,
} from './told.ts'

/**
 * What a row says, as the events of a case: each act by the rules that a live case keeps, at the row's times, with the
 * rungs the clocks reached meanwhile and up to now. Pure; the same row gives the same story.
 * @throws StoryProblem naming the act that cannot have happened
 */
export function tellStory(told: Told, around: StoryAround): Story {
  if (told.ending) return tellArchived(told, told.ending)
  return new CaseStory(told, around).whole()
}

class CaseStory {
  private readonly told: Told
  private readonly teller: Teller
  private readonly records: ReturnType<typeof actRecords>
  private document: StoryDocument | null = null

  constructor(told: Told, around: StoryAround) {
    this.told = told
    this.teller = new Teller(told.context, around, { uncovered: told.closed })
    this.records = actRecords(told)
  }

  whole(): Story {
    const { context, filed, answers, now } = this.told
    this.teller.tell(acts.receive(context, filed), filed.at, answers)
    for (const [index, act] of this.told.acts.entries()) this.next(act, index)
    this.passTime(now, null)
    return { events: this.teller.events, acts: this.records.all, document: this.document, state: this.teller.state }
  }

  private next(act: ToldAct, index: number): void {
    if (act.at < this.teller.at) throw new StoryProblem('out-of-order', index)
    this.passTime(act.at, index)
    const { proposals, answers } = this.whatIsDone(act, index)
    this.teller.tell(proposals, act.at, answers)
    this.issue(act.at)
  }

  private whatIsDone(act: ToldAct, index: number): { proposals: Proposal[]; answers?: Record<string, unknown> } {
    try {
      return this.propose(act, index)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      throw new StoryProblem('refused', index, { refusal: error.code, standsAt: this.standsAt() })
    }
  }

  private propose(act: ToldAct, index: number): { proposals: Proposal[]; answers?: Record<string, unknown> } {
    const { context } = this.told
    const { state } = this.teller
    const { at } = act
    switch (act.kind) {
      case 'claim': {
        const officer = act.officer ?? unnamed
        return { proposals: acts.claim(state, { task: this.taskOf(act.step), officer, at }) }
      }
      case 'decide':
        return { proposals: this.decide(act, index) }
      case 'correct': {
        const { id, digest, by, answers } = this.records.correction(act, index)
        return { proposals: acts.correct(context, state, { correctionId: id, digest, by, at }), answers }
      }
      case 'withdraw': {
        const { id, by } = this.records.withdrawal(act, index)
        return { proposals: acts.withdraw(context, state, { withdrawalId: id, by, at }) }
      }
    }
  }

  private decide(act: Extract<ToldAct, { kind: 'decide' }>, index: number): Proposal[] {
    const { context } = this.told
    const { state } = this.teller
    const { at, decision } = act
    const task = this.taskOf(act.step)
    const by: Actor = { kind: 'officer', id: act.officer ?? unnamed }
    const { track } = requireDecision(state, task, by.id, decision)
    const step = stepOf(context.flow, state, track, act.step)
    const { id, digest } = this.records.decision(act, index, task, brings(step, act) ? this.numbered(index) : null)
    const first = this.documentOf(step, act, { id, by, index })
    return [...first, ...acts.decide(context, state, { task, decision, decisionId: id, digest, by, at })]
  }

  /** What the decision brings forth: the paper that was signed, or the one the owner's system issued. */
  private documentOf(
    step: Step,
    act: Extract<ToldAct, { kind: 'decide' }>,
    { id, by, index }: { id: string; by: Actor; index: number },
  ): Proposal[] {
    const { at } = act
    if (brings(step, act)) {
      const code = this.broughtCode()
      return [{ type: 'document-received', at, by, data: { document: id, code, ordinal: 1, decisionId: id } }]
    }
    if (step.kind !== 'sign' || act.decision !== 'sign') return []
    return this.issueDocument(step.document, at, by, index)
  }

  /** A step without a person, where the row knows what came of it; otherwise the case rests there and goes on by itself. */
  private issue(at: number): void {
    const { state } = this.teller
    const [step] = stepsUnderWay(this.told.context.flow, state)
    if (step?.kind !== 'issue' || state.latch?.kind !== 'issuing' || !this.told.document) return
    const issued = Math.max(at, this.teller.at, this.told.document.issuedAt ?? 0)
    const { track } = state
    this.teller.tell(
      [...this.issueDocument(step.document, issued, system, null), ...ended(step, track, issued)],
      issued,
    )
  }

  private issueDocument(code: string, at: number, by: Actor, index: number | null): Proposal[] {
    const told = this.numbered(index)
    const { document, events } = issuedByHand(this.told.application, {
      code,
      at,
      by,
      told,
      basis: this.teller.state.basis,
    })
    this.document = document
    return events
  }

  private numbered(index: number | null) {
    if (!this.told.document) throw new StoryProblem('no-document-number', index)
    return this.told.document
  }

  private broughtCode(): string {
    const code = this.told.external
    if (!code) throw new RangeError(`${this.told.context.flow.service} brings a document it does not name`)
    return code
  }

  /** @param before the act that time runs up to; null after the last one */
  private passTime(until: number, before: number | null): void {
    const atSilence: AtSilence = (rung) => {
      if (this.told.silence) return this.told.silence === 'deem' ? 'deem' : 'pass'
      // Somebody decided after the term had run out: where they worked, silence had no effect.
      if (before !== null) return 'pass'
      throw new StoryProblem('deemed-by-calendar', null, { at: rung.at })
    }
    for (;;) {
      const { at, state } = this.teller
      this.teller.passTime(until, atSilence)
      if (isClosed(this.teller.state) || (this.teller.state.track === state.track && this.teller.at === at)) return
      this.issue(this.teller.at)
    }
  }

  private taskOf(step: string): string {
    return taskId(this.told.context, this.teller.state, step)
  }

  private standsAt(): string {
    const { state } = this.teller
    return isClosed(state) ? 'closed' : (stepsUnderWay(this.told.context.flow, state)[0]?.code ?? state.status)
  }
}

function brings(step: Step, { decision }: Extract<ToldAct, { kind: 'decide' }>): boolean {
  return step.kind === 'review' && step.brings !== undefined && decision === 'approve'
}

function ended(step: IssueStep, track: Story['state']['track'], at: number): Proposal[] {
  const ref = stepKey(track, step.code)
  return [
    { type: 'latch-released', at, by: system, data: { latch: 'issuing', ref, reason: 'done' } },
    { type: 'step-ended', at, by: system, data: { track, step: step.code, outcome: 'done' } },
  ]
}
