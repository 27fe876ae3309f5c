/** What can be said to a running case. Ids, codes and digests only: notes and answers lie in MongoDB under the id. */
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import type { DecisionAct, HandOverAct } from '../domain/case/acts.ts'
import type { Actor, Place, TimelineEvent } from '../domain/case/events.ts'
import type { CaseState } from '../domain/case/state.ts'
import type { Channel, Decision, Flow, ReviewStep } from '../domain/service.ts'

export type ApplicationInput = {
  regency: string
  /** The application document's id. */
  application: string
  number: string
  flow: Flow
  /** The acceptance: its instant stands, however late the workflow starts (UTC epoch ms). */
  filed: { channel: Channel; place: Place; by: Actor; at: number }
  /** The timeline's first lines, where the acceptance kept them; without them the case reads or proposes its own. */
  opened?: TimelineEvent[]
}

/** How far the actor saw the timeline grow: a case that knows less reads on before it judges. */
export type Seen = { seen?: number }

export type Decided = Seen & {
  task: string
  officer: string
  decision: Decision
  decisionId: string
  digest: string
  /** Where the signer's secret waits: the task queue of the API process that took the request. */
  signing?: { queue: string; request: string }
  /** The decision brings the owner's document. */
  brings?: { code: string }
}
export type OfficerAct = Seen & { task: string; officer: string }
export type Assigned = Seen & { task: string; officer: string; by: Actor }
/** By nobody's wish: its holder is away, is back, or has left. */
export type HandedOver = Seen & Omit<HandOverAct, 'at'>
export type Corrected = Seen & { correctionId: string; digest: string; by: Actor }
export type Withdrawn = Seen & { withdrawalId: string; by: Actor }

export type VisitScheduled = OfficerAct & { visitId: string; digest: string; appointment: number }
export type VisitArrived = OfficerAct & { arrivalId: string; digest: string }
export type StepAdded = Seen & { addId: string; digest: string; after: string; step: ReviewStep; by: Actor }
export type Merged = Seen & { mergeId: string; digest: string; into: string; by: Actor }
export type Reopened = Seen & {
  reopenId: string
  digest: string
  purpose: 'review' | 'amend'
  from: string
  by: Actor
}
export type BillSettled = Seen & { bill: string; payment: string; amount: number }
export type CallHeard = Seen & { call: string }

/** How far the timeline had grown when the act was kept. */
export type Kept = { seq: number }

export const decideTask = defineUpdate<Kept, [Decided]>('decide')
export const claimTask = defineUpdate<Kept, [OfficerAct]>('claim')
export const releaseTask = defineUpdate<Kept, [OfficerAct]>('release')
export const assignTask = defineUpdate<Kept, [Assigned]>('assign')
export const handOverTask = defineUpdate<Kept, [HandedOver]>('hand-over')
export const correctApplication = defineUpdate<Kept, [Corrected]>('correct')
export const withdrawApplication = defineUpdate<Kept, [Withdrawn]>('withdraw')
export const scheduleVisit = defineUpdate<Kept, [VisitScheduled]>('schedule-visit')
export const departForVisit = defineUpdate<Kept, [OfficerAct]>('depart-for-visit')
export const arriveAtVisit = defineUpdate<Kept, [VisitArrived]>('arrive-at-visit')
export const addStep = defineUpdate<Kept, [StepAdded]>('add-step')
export const mergeApplication = defineUpdate<Kept, [Merged]>('merge')
/** To a case that has ended: said together with the start of its next run. */
export const reopenApplication = defineUpdate<Kept, [Reopened]>('reopen')
/** Refused where the case does not want the money (any more): then it goes back. */
export const settleBill = defineUpdate<Kept, [BillSettled]>('settle-bill')
/** The outside system has answered, or somebody wants it asked again now. */
export const hearCall = defineUpdate<Kept, [CallHeard]>('hear-call')
/** Lines were kept that the case did not propose: it reads them now, where it would else wake too late for them. */
export const readOn = defineSignal<[Required<Seen>]>('read-on')
export const caseState = defineQuery<CaseState>('state')

export const applicationWorkflowId = (regency: string, number: string) => `application/${regency}/${number}`

export function decisionAct({ task, decision, decisionId, digest, officer }: Decided, at: number): DecisionAct {
  return { task, decision, decisionId, digest, by: { kind: 'officer', id: officer }, at }
}
