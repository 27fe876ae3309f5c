import { appendLines } from '../../models/payment/append-lines.ts'
import type { BillRecord } from '../../models/payment/bill.ts'
import { conflict, notFound } from '../errors/problems.ts'

/**
 * Keeps that a refund was transferred by hand, under the transfer's reference. The same again changes nothing.
 * @throws 409 where the gateway still pays it back, or it has gone back already under another reference
 */
export async function keepRepaid({ _id, state }: BillRecord, refund: string, reference: string): Promise<void> {
  if (!state.refunds[refund]) throw notFound()
  await appendLines(_id, (now) => {
    const known = now.refunds[refund]
    if (known?.status === 'done' && known.reference === reference) return []
    if (known?.status !== 'by-hand') throw notByHand()
    const data = { refund, amount: known.amount, by: 'hand', reference } as const
    return [{ type: 'refunded', at: Date.now(), data }]
  })
}

const notByHand = () =>
  conflict('refund-not-by-hand', {
    id: 'Pengembalian ini tidak menunggu transfer manual: sedang atau sudah dikembalikan.',
    en: 'This refund waits for no transfer by hand: it is on its way, or has gone back.',
  })
