import {
  ActivityFailure,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import { isWanted, lookAgainMs, type Move, nextMove } from '../domain/payment/next-move.ts'
import type { BillState } from '../domain/payment/state.ts'
import type { BillActivities } from './bill-activities.ts'
import { type BillInput, stirBill } from './bill-messages.ts'

const { lookAtBill, settlePayment, giveBack, sendRefund, closeOrder, chargeOrder } = proxyActivities<BillActivities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', maximumInterval: '30s', maximumAttempts: 5 },
})

const minute = 60_000

/**
 * The life of a bill: asked of the gateway, paid, kept for the case or given back, and watched until no late money can
 * come. What it knows lies in the bill's lines, so that it can be started anew at any moment and goes on from there.
 */
export async function bill(input: BillInput): Promise<void> {
  const { regency, bill, rules } = input
  const heard = new Set(input.heard)
  let stirred = true
  setHandler(stirBill, ({ payment }) => {
    if (payment) heard.add(payment)
    stirred = true
  })

  let state: BillState | null = null
  let looks = 0
  let lookAt = 0
  let failures = 0
  for (;;) {
    try {
      if (!state || stirred || Date.now() >= lookAt) {
        if (stirred) looks = 0
        stirred = false
        // Due until one has succeeded: what a failed look was to find is not left for the day after.
        lookAt = 0
        const payments = [...heard]
        state = await lookAtBill({ regency, bill, payments, at: Date.now() })
        for (const payment of payments) heard.delete(payment)
        lookAt = Date.now() + lookAgainMs(looks, isWanted(state))
        looks += 1
      }
      const move = nextMove(bill, state, Date.now(), rules)
      if (move.kind !== 'rest') {
        state = await perform({ regency, bill, at: Date.now() }, move)
        failures = 0
        continue
      }
      if (move.ends !== null && move.ends <= Date.now() && !stirred) return
      if (workflowInfo().continueAsNewSuggested) return continueAsNew<BillWorkflow>({ ...input, heard: [...heard] })
      const until = Math.min(lookAt, move.ends ?? lookAt, nextEnd(state))
      await condition(() => stirred, Math.max(1, until - Date.now()))
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error
      failures += 1
      await condition(() => stirred, Math.min(60 * minute, minute * 2 ** Math.min(failures - 1, 6)))
    }
  }
}

type BillWorkflow = (input: BillInput) => Promise<void>

type Here = { regency: string; bill: string; at: number }

function perform(here: Here, move: Exclude<Move, { kind: 'rest' }>): Promise<BillState> {
  switch (move.kind) {
    case 'settle':
      return settlePayment({ ...here, payment: move.payment })
    case 'give-back': {
      const { payment, refund, amount, reason } = move
      return giveBack({ ...here, payment, refund, amount, reason })
    }
    case 'refund':
      return sendRefund({ ...here, refund: move.refund })
    case 'close':
      return closeOrder({ ...here, order: move.order })
    case 'charge': {
      const { order, method, round, until } = move
      return chargeOrder({ ...here, order, method, round, until })
    }
  }
}

/** When the next account to pay into runs out. */
function nextEnd({ orders }: BillState): number {
  return Math.min(...Object.values(orders).flatMap(({ status, until }) => (status === 'live' ? until : [])))
}
