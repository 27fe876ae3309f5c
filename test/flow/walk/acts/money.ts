import { isClosed } from '../../../../domain/case/state.ts'
import { Bill, type BillRecord } from '../../../../models/payment/bill.ts'
import { type Act, type Answered, done, type Scene, told } from '../scene.ts'
import { patienceMs } from '../settings.ts'

/** Money comes: in time, twice, late, told twice over; and a hand pays back what the gateway will not. */
export async function moneyActs(scene: Scene): Promise<Act[]> {
  const { house, hand } = scene
  const bills = await house.inside(() =>
    Bill.find({ application: hand.receipt.id }).sort({ openedAt: 1 }).lean<BillRecord[]>(),
  )
  return bills.flatMap((bill) => [...payments(scene, bill), ...byHand(scene, bill)])
}

function payments(scene: Scene, bill: BillRecord): Act[] {
  const { house } = scene
  const orders = Object.keys(bill.state.orders)
  const isOpen = bill.status === 'open' && !isClosed(scene.now.state)
  return orders.map((order) => ({
    name: isOpen ? `pays ${order}` : `pays ${order}, for a bill that is ${bill.status}`,
    weight: isOpen ? 6 : 0.7,
    expects: isOpen ? ('kept' as const) : ('nothing' as const),
    send: () => pay(scene, order, bill),
  }))

  async function pay(_: Scene, order: string, { _id }: BillRecord): Promise<Answered> {
    if (order.includes('qris')) house.gateway.faults.add({ on: 'notify', how: 'twice' })
    const { id } = await house.gateway.pay(order, { anyway: true })
    await untilHeard(scene, _id, id)
    return done
  }
}

/** Until the bill knows of the payment, and has decided what becomes of it. */
async function untilHeard({ house }: Scene, bill: string, payment: string): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; ) {
    const row = await house.inside(() => Bill.findOne({ _id: bill }).orFail().lean<BillRecord>())
    const known = row.state.payments[payment]
    if (known && (known.kept || known.left === 0)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`bill ${bill} never heard of payment ${payment}`)
}

function byHand({ house }: Scene, { _id, state }: BillRecord): Act[] {
  const path = (refund: string) => `/api/bills/${_id}/refunds/${refund}/repaid`
  return Object.values(state.refunds).map(({ id, status }) => {
    const isDue = status === 'by-hand'
    const expects = isDue ? ('nothing' as const) : (['refund-not-by-hand'] as const)
    const offer = { name: `repays ${id} by hand`, weight: isDue ? 5 : 0.3, expects }
    return told(house, offer, 'supervisor', path(id), { reference: 'SP2D-0012' })
  })
}
