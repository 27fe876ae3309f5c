import { setHandler } from '@temporalio/workflow'
import { Refusal } from '../domain/case/actions.ts'
import * as acts from '../domain/case/acts.ts'
import type { Proposal } from '../domain/case/events.ts'
import { latestDocument } from '../domain/case/open-step.ts'
import type { CaseState } from '../domain/case/state.ts'
import { stepOf } from '../domain/case/steps.ts'
import { keep, validator } from './answers.ts'
import type { CaseFile, Propose } from './case-file.ts'
import {
  type Assigned,
  arriveAtVisit,
  assignTask,
  claimTask,
  type Decided,
  decideTask,
  decisionAct,
  departForVisit,
  type HandedOver,
  handOverTask,
  type OfficerAct,
  releaseTask,
  type Seen,
  scheduleVisit,
  type VisitArrived,
  type VisitScheduled,
} from './messages.ts'
import { signAndDecide } from './signing.ts'

/**
 * The human task: opened by its step, then claimed, released, reassigned and decided here. Each act is an Update; a late or
 * double one is refused before it enters the history, and checked again when its turn has come.
 */
export function receiveOfficers(file: CaseFile): void {
  const say = (act: Seen, propose: Propose) => keep(file, act, propose)
  const now = () => Date.now()

  setHandler(claimTask, (act) => say(act, (state, at) => acts.claim(state, { ...act, at })), {
    validator: validator<OfficerAct>(file, (act) => acts.claim(file.state, { ...act, at: now() })),
  })
  setHandler(releaseTask, (act) => say(act, (state, at) => acts.release(state, { ...act, at })), {
    validator: validator<OfficerAct>(file, (act) => acts.release(file.state, { ...act, at: now() })),
  })
  setHandler(assignTask, (act) => say(act, (state, at) => acts.assign(state, { ...act, at })), {
    validator: validator<Assigned>(file, (act) => acts.assign(file.state, { ...act, at: now() })),
  })
  setHandler(handOverTask, (act) => say(act, (state, at) => acts.handOver(state, { ...act, at })), {
    validator: validator<HandedOver>(file, (act) => acts.handOver(file.state, { ...act, at: now() })),
  })
  setHandler(scheduleVisit, (act) => say(act, (state, at) => acts.scheduleVisit(file.context, state, { ...act, at })), {
    validator: validator<VisitScheduled>(file, (act) =>
      acts.scheduleVisit(file.context, file.state, { ...act, at: now() }),
    ),
  })
  setHandler(departForVisit, (act) => say(act, (state, at) => acts.departForVisit(state, { ...act, at })), {
    validator: validator<OfficerAct>(file, (act) => acts.departForVisit(file.state, { ...act, at: now() })),
  })
  setHandler(arriveAtVisit, (act) => say(act, (state, at) => acts.arriveAtVisit(state, { ...act, at })), {
    validator: validator<VisitArrived>(file, (act) => acts.arriveAtVisit(file.state, { ...act, at: now() })),
  })
  setHandler(
    decideTask,
    (act) => (act.signing ? signAndDecide(file, act) : say(act, (state, at) => decided(file, state, act, at))),
    {
      validator: validator<Decided>(file, (act) => decided(file, file.state, act, now())),
    },
  )
}

/** @throws Refusal, also where the decision is worth nothing without a signature and brings none */
function decided(file: CaseFile, state: CaseState, act: Decided, at: number): Proposal[] {
  const events = acts.decide(file.context, state, decisionAct(act, at))
  const task = state.tasks[act.task]
  const step = task && stepOf(file.context.flow, state, task.track, task.step)
  if (events.length > 0 && step && !act.signing && acts.asksForSignature(step, act.decision)) {
    throw new Refusal('signature-missing')
  }
  if (events.length === 0 || !act.brings) return events
  const ordinal = (latestDocument(state, act.brings.code)?.ordinal ?? 0) + 1
  const data = { document: act.decisionId, code: act.brings.code, ordinal, decisionId: act.decisionId }
  return [{ type: 'document-received', at, by: { kind: 'officer', id: act.officer }, data }, ...events]
}
