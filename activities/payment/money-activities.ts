import type { MoneyActivities } from '../../workflows/activities.ts'
import type { BillActivities } from '../../workflows/bill-activities.ts'
import type { CaseDeps } from '../deps.ts'
import { billSide } from './bill-side.ts'
import { caseSide } from './case-side.ts'

/** Tried again until somebody has configured a gateway and started anew: no case is lost meanwhile. */
class NoGateway extends Error {
  override name = 'NoGateway'
}

/** All that has to do with money; each of them fails where there is no gateway. */
export function moneyActivities(deps: CaseDeps): MoneyActivities & BillActivities {
  if (deps.money) return { ...caseSide(deps, deps.money), ...billSide(deps, deps.money) }
  const refuse = () => Promise.reject(new NoGateway('PAYMENT_URL and PAYMENT_SERVER_KEY are not set'))
  return {
    openBill: refuse,
    cancelBill: refuse,
    refundBill: refuse,
    lookAtBill: refuse,
    settlePayment: refuse,
    giveBack: refuse,
    sendRefund: refuse,
    closeOrder: refuse,
    chargeOrder: refuse,
  }
}
