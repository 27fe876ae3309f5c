import type { BillLine } from './lines.ts'
import type { BillState } from './state.ts'

/** Rupiah. `held` has come in and is not decided yet: the case is being asked. At rest it is 0. */
export type Balance = { received: number; kept: number; held: number; refunding: number; refunded: number }

/** Where every rupiah of a bill is. */
export function balanceOf({ payments, refunds }: Pick<BillState, 'payments' | 'refunds'>): Balance {
  const all = Object.values(payments)
  const back = Object.values(refunds)
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return {
    received: sum(all.map(({ amount }) => amount)),
    kept: sum(all.flatMap(({ kept, left }) => (kept ? left : []))),
    held: sum(all.flatMap(({ kept, left }) => (kept ? [] : left))),
    refunding: sum(back.flatMap(({ status, amount }) => (status === 'done' ? [] : amount))),
    refunded: sum(back.flatMap(({ status, amount }) => (status === 'done' ? amount : []))),
  }
}

/**
 * The check "money conserved", over the lines themselves and apart from the fold: what came in is kept, held, going back or
 * gone back, once each. Gives every fault as a sentence; none when all is well.
 */
export function moneyFaults(lines: readonly BillLine[], balance: Balance): string[] {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  const received = dataOf(lines, 'received')
  const due = dataOf(lines, 'refund-due')
  const done = dataOf(lines, 'refunded')
  const kept = dataOf(lines, 'kept')
  const { received: came, kept: stays, held, refunding, refunded } = balance
  const returned = (payment: string) => sum(due.filter((each) => each.payment === payment).map(({ amount }) => amount))
  return [
    ...(came === stays + held + refunding + refunded
      ? []
      : [`${came} came in and ${stays + held + refunding + refunded} is accounted for`]),
    ...(came === sum(received.map(({ amount }) => amount)) ? [] : ['the row has other money than the lines']),
    ...(refunded === sum(done.map(({ amount }) => amount)) ? [] : ['other money went back than the lines say']),
    ...(Object.values(balance).every((amount) => Number.isSafeInteger(amount) && amount >= 0)
      ? []
      : ['not whole rupiah']),
    ...(kept.length <= 1 ? [] : [`${kept.length} payments were kept for one bill`]),
    ...received
      .filter(({ payment, amount }) => returned(payment) > amount)
      .map(({ payment }) => `${payment} went back more than whole`),
    ...twice(received.map(({ payment }) => payment)).map((payment) => `${payment} was counted twice`),
    ...twice(done.map(({ refund }) => refund)).map((refund) => `${refund} was paid back twice`),
    ...done
      .filter(({ refund }) => !due.some((each) => each.refund === refund))
      .map(({ refund }) => `${refund} was never due`),
  ]
}

type DataOf<Type extends BillLine['type']> = Extract<BillLine, { type: Type }>['data']

function dataOf<Type extends BillLine['type']>(lines: readonly BillLine[], type: Type): DataOf<Type>[] {
  const isOf = (line: BillLine): line is Extract<BillLine, { type: Type }> => line.type === type
  return lines.filter(isOf).map((line): DataOf<Type> => line.data as DataOf<Type>)
}

function twice(ids: string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
