import { setHandler } from '@temporalio/workflow'
import { settleBill } from '../domain/case/acts.ts'
import { keep, validator } from './answers.ts'
import type { CaseFile } from './case-file.ts'
import { type BillSettled, hearCall, readOn, settleBill as settle } from './messages.ts'

/** What comes from outside the office: money, word that another system has answered, or that a calendar moved its clocks. */
export function receiveOutside(file: CaseFile): void {
  setHandler(settle, (act) => keep(file, act, (state, at) => settleBill(file.context, state, { ...act, at })), {
    validator: validator<BillSettled>(file, (act) => settleBill(file.context, file.state, { ...act, at: Date.now() })),
  })
  setHandler(hearCall, async ({ call, seen }) => {
    await file.readUpTo(seen)
    file.wanted.add(call)
    return { seq: file.state.seq }
  })
  setHandler(readOn, ({ seen }) => file.readUpTo(seen))
}
