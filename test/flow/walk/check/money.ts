import { balanceOf, moneyFaults } from '../../../../domain/payment/ledger.ts'
import { applyLine, emptyBill } from '../../../../domain/payment/state.ts'
import type { GatewayBook } from '../../../../integrations/payment/simulator/book.ts'
import type { ApplicationRecord } from '../../../../models/case/application.ts'
import { GivenNumber } from '../../../../models/case/number.ts'
import { linesOf } from '../../../../models/payment/append-lines.ts'
import { Bill, type BillRecord } from '../../../../models/payment/bill.ts'
import { projectBill } from '../../../../models/payment/project-bill.ts'
import { isSame } from '../../../faults/same.ts'

/** Every rupiah of a case: its lines, its rows, what the case believes and what the gateway has. */
export async function checkMoney(
  { book }: { book: GatewayBook },
  { _id, state }: ApplicationRecord,
): Promise<string[]> {
  const rows = await Bill.find({ application: _id }).lean<BillRecord[]>()
  const faults: string[] = []
  for (const row of rows) faults.push(...(await checkBill(book.entries, row)))
  const believed = Object.values(state.bills ?? {})
  for (const { id, amount, status } of believed) {
    const row = rows.find((each) => each._id === id)
    if (row?.amount !== amount) faults.push(`${id} asks ${row?.amount}, the case believes ${amount}`)
    if ((status === 'paid') !== (row?.receipt !== null)) faults.push(`${id} is ${status}, its receipt ${row?.receipt}`)
    if (status === 'open' && row?.status !== 'open')
      faults.push(`${id} is open in the case and ${row?.status} by itself`)
  }
  for (const { _id: bill, status } of rows) {
    const known = believed.find(({ id }) => id === bill)
    if (!known && status !== 'cancelled') faults.push(`the case knows nothing of ${bill}, which is ${status}`)
  }
  const wanted = believed.filter(({ status }) => status !== 'cancelled').map(({ step }) => step)
  if (new Set(wanted).size < wanted.length) faults.push(`paid for twice: ${wanted.join(', ')}`)
  return faults
}

type Entries = GatewayBook['entries']

async function checkBill(entries: Entries, row: BillRecord): Promise<string[]> {
  const lines = await linesOf(row._id)
  const projected = projectBill(lines.reduce(applyLine, emptyBill()), lines)
  const wrong = Object.entries(projected).filter(([name, value]) => !isSame(value, Reflect.get(row, name)))
  const balance = balanceOf(row.state)
  const paid = entries.filter(({ order, status }) => order.startsWith(`${row._id}-`) && status === 'settlement')
  const came = paid.reduce((sum, { amount }) => sum + amount, 0)
  const back = paid.flatMap(({ refunds }) => refunds).reduce((sum, { amount }) => sum + amount, 0)
  const hands = lines.flatMap((line) => (line.type === 'refunded' && line.data.by === 'hand' ? line.data.amount : []))
  const byHand = hands.reduce((sum, amount) => sum + amount, 0)
  const receipts = await GivenNumber.countDocuments({ key: `receipt/${row._id}` })
  return [
    ...moneyFaults(lines, balance).map((fault) => `${row._id}: ${fault}`),
    ...wrong.map(([name]) => `${row._id}: ${name} is not what the lines say`),
    ...(came === balance.received ? [] : [`${row._id}: the gateway took ${came}, the bill knows ${balance.received}`]),
    ...(back === balance.refunded - byHand ? [] : [`${row._id}: ${back} went back, the bill says ${balance.refunded}`]),
    ...(balance.kept <= row.amount ? [] : [`${row._id}: ${balance.kept} were kept of ${row.amount}`]),
    ...(balance.held === 0 ? [] : [`${row._id}: ${balance.held} are held at rest`]),
    ...(receipts === (row.receipt ? 1 : 0) ? [] : [`${row._id} has ${receipts} receipts`]),
  ]
}
