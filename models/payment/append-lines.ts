import { type BillLine, lineKey } from '../../domain/payment/lines.ts'
import { applyLine, type BillState, emptyBill } from '../../domain/payment/state.ts'
import type { ClientSession } from '../database.ts'
import { inTransaction } from '../transaction.ts'
import { Bill, type BillRecord } from './bill.ts'
import { BillLineEntry, toLine } from './bill-line.ts'
import { projectBill } from './project-bill.ts'

export type NewBill = Omit<
  BillRecord,
  'regency' | 'state' | 'status' | 'balance' | 'accounts' | 'attention' | 'rank' | 'receipt' | 'paidAt'
>

/** Keeps a bill with its first line, once per key; asked again it is the one that is there. */
export async function keepBill(bill: NewBill): Promise<void> {
  await inTransaction(async (session) => {
    if (await Bill.exists({ _id: bill._id }).session(session)) return
    const { amount, until, openedAt } = bill
    const opened: BillLine = { type: 'opened', at: openedAt.getTime(), data: { amount, until: until.getTime() } }
    await BillLineEntry.insertMany([rowOf(bill._id, 1, opened)], { session })
    await Bill.insertMany([{ ...bill, ...projectBill(applyLine(emptyBill(), opened), [opened]) }], { session })
  })
}

/** From the state as it is now; nothing where there is nothing to tell. */
export type TellLines = (state: BillState, session: ClientSession) => BillLine[] | Promise<BillLine[]>

/**
 * Appends to a bill's lines and projects its row, in one transaction; lines that are there already are passed over, so
 * that telling them again changes nothing. Answers with the bill as it then stands.
 * @throws RangeError where a line cannot follow
 */
export async function appendLines(bill: string, tell: TellLines): Promise<BillState> {
  return inTransaction(async (session) => {
    const row = await Bill.findOne({ _id: bill }).session(session).orFail().lean<BillRecord>()
    const rows = await BillLineEntry.find({ bill }).sort({ seq: 1 }).session(session).lean()
    const known = new Set(rows.map(({ key }) => key))
    const added: BillLine[] = []
    let { state } = row
    for (const line of await tell(state, session)) {
      if (known.has(lineKey(line))) continue
      known.add(lineKey(line))
      state = applyLine(state, line)
      added.push(line)
    }
    if (added.length === 0) return state
    await BillLineEntry.insertMany(
      added.map((line, index) => rowOf(bill, rows.length + index + 1, line)),
      { session },
    )
    const projected = projectBill(state, [...rows.map(toLine), ...added])
    const moved = await Bill.updateOne({ _id: bill, 'state.lines': rows.length }, { $set: projected }, { session })
    if (moved.matchedCount !== 1) throw new Error(`bill ${bill} moved under its own lines`)
    return state
  })
}

/** The lines of a bill, oldest first. */
export async function linesOf(bill: string): Promise<BillLine[]> {
  return (await BillLineEntry.find({ bill }).sort({ seq: 1 }).lean()).map(toLine)
}

function rowOf(bill: string, seq: number, line: BillLine) {
  const { type, at, data } = line
  return { bill, seq, key: lineKey(line), type, at, data }
}
