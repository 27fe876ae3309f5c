import { useEffect, useRef } from 'react'
import type { BillDetail, CaseBill } from '../../../../contracts/bills.ts'
import { readBill } from '../../client/bills.ts'

const everyMs = 4_000

/**
 * Asks for the bill while money may come or go, and calls `onChanged` when it stands otherwise than it is shown. It rests
 * while nobody looks at the page; a call that fails is tried again next time.
 */
export function useBillWatch(bill: CaseBill, onChanged: () => void): void {
  const changed = useRef(onChanged)
  changed.current = onChanged
  const { id } = bill
  const shown = standing(bill, bill.ways.length)
  const isMoving = bill.status === 'open' || bill.refunds.some(({ status }) => status === 'going')
  useEffect(() => {
    if (!isMoving) return
    const ending = new AbortController()
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      const now = await readBill(id, ending.signal).catch(() => null)
      if (now && !ending.signal.aborted && standing(now, waysOf(now)) !== shown) changed.current()
    }
    const timer = setInterval(look, everyMs)
    return () => {
      clearInterval(timer)
      ending.abort()
    }
  }, [id, shown, isMoving])
}

function standing({ status, refunds }: Pick<CaseBill, 'status' | 'refunds'>, ways: number): string {
  return [status, ways, ...refunds.map((refund) => `${refund.id}:${refund.status}`)].join(' ')
}

const waysOf = ({ status, orders }: BillDetail) =>
  status === 'open' ? orders.filter((order) => order.status === 'live').length : 0
