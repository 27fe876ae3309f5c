import { isClosed } from '../../../domain/case/state.ts'
import { stepsUnderWay } from '../../../domain/case/steps.ts'
import type { Flow } from '../../../domain/service.ts'
import { Application, type ApplicationRecord } from '../../../models/case/application.ts'
import { Call, type CallRecord } from '../../../models/case/call.ts'
import { Bill, type BillRecord } from '../../../models/payment/bill.ts'
import { applicationWorkflowId } from '../../../workflows/messages.ts'
import type { WalkHouse } from './house.ts'
import { patienceMs } from './settings.ts'

/** The case as it rests, and what it walks. */
export type Resting = { now: ApplicationRecord; flow: Flow }

/** Waits until nothing moves the case but people, time and others outside. Throws with what keeps it from resting. */
export async function atRest(house: WalkHouse, id: string): Promise<Resting> {
  for (const deadline = Date.now() + patienceMs; ; ) {
    const { now, flow, unrest } = await house.inside(() => look(house, id))
    if (unrest.length === 0) return { now, flow }
    if (Date.now() > deadline)
      throw new Error(`it does not come to rest: ${unrest.join('; ')} (${await stuckAt(house, now)})`)
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

/** What Temporal says the case is waiting for. */
async function stuckAt({ engine: { client } }: WalkHouse, { regency, number }: ApplicationRecord): Promise<string> {
  const { raw } = await client.workflow.getHandle(applicationWorkflowId(regency, number)).describe()
  const pending = [
    ...(raw.pendingActivities ?? []).map(
      ({ activityType, attempt, state, lastFailure }) =>
        `${activityType?.name} is ${activityStates[state ?? 0] ?? state} at attempt ${attempt}${lastFailure ? ` after ${lastFailure.message}` : ''}`,
    ),
    ...(raw.pendingWorkflowTask ? [`a workflow task at attempt ${raw.pendingWorkflowTask.attempt}`] : []),
  ]
  return pending.join('; ') || 'Temporal waits for nothing'
}

/** Of Temporal's API, `PendingActivityState`. */
const activityStates: Record<number, string> = { 1: 'scheduled', 2: 'started', 3: 'to be cancelled' }

async function look({ engine }: WalkHouse, id: string) {
  const now = await Application.findOne({ _id: id }).orFail().lean<ApplicationRecord>()
  const [bills, calls] = await Promise.all([
    Bill.find({ application: id }).lean<BillRecord[]>(),
    Call.find({ application: id }).lean<CallRecord[]>(),
  ])
  const flow = await engine.flow(now.service, now.serviceVersion)
  const unrest = [
    ...(now.unstarted ? ['nobody has started it'] : []),
    ...(now.state.latch ? [`${now.state.latch.kind} holds the latch for ${now.state.latch.ref}`] : []),
    ...(now.waiting.kind === 'system' ? ['it goes on by itself'] : []),
    ...(isClosed(now.state) ? [] : stepsUnderWay(flow, now.state).flatMap((step) => moving(step, now, bills, calls))),
    ...bills.flatMap(moneyUnderWay),
  ]
  return { now, flow, unrest }
}

function moving(
  { kind, code }: { kind: string; code: string },
  { state }: ApplicationRecord,
  bills: BillRecord[],
  calls: CallRecord[],
): string[] {
  switch (kind) {
    case 'issue':
      return [`${code} is being issued`]
    case 'pay': {
      const open = Object.values(state.bills ?? {}).find((bill) => bill.step === code && bill.status === 'open')
      const row = bills.find(({ _id }) => _id === open?.id)
      return row && (row.accounts.length === 2 || row.status !== 'open') ? [] : [`${code} has no accounts to pay into`]
    }
    case 'call':
      return calls.some(({ step, status, reference }) => step === code && status === 'waiting' && reference !== null)
        ? []
        : [`${code} has not been handed over`]
    default:
      return []
  }
}

function moneyUnderWay({ _id, status, balance, state }: BillRecord): string[] {
  const isLive = Object.values(state.orders).some((order) => order.status === 'live')
  return [
    ...(balance.held > 0 ? [`${_id} holds ${balance.held}`] : []),
    ...(Object.values(state.refunds).some((refund) => refund.status === 'due') ? [`${_id} is paying back`] : []),
    ...(status !== 'open' && isLive ? [`${_id} is ${status} and can still be paid`] : []),
  ]
}
