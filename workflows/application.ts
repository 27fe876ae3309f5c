import { allHandlersFinished, condition, setHandler } from '@temporalio/workflow'
import { receive } from '../domain/case/acts.ts'
import type { Outcome } from '../domain/case/events.ts'
import { receiveApplicant } from './applicant.ts'
import { CaseFile } from './case-file.ts'
import { keepTime } from './clocks.ts'
import { type ApplicationInput, caseState } from './messages.ts'
import { receiveOutside } from './outside.ts'
import { payBack } from './steps/pay.ts'
import { receiveOfficers } from './task.ts'
import { receiveTurns } from './turns.ts'
import { walk } from './walk.ts'

/** The life of an application, from acceptance to its end, and on from there where it is opened again. */
export async function application(input: ApplicationInput): Promise<Outcome | null> {
  const file = new CaseFile(input)
  setHandler(caseState, () => file.state)
  receiveApplicant(file)
  receiveOfficers(file)
  receiveOutside(file)
  receiveTurns(file)

  await file.record((state) => (state.receivedAt === null ? receive(file.context, input.filed) : []))
  do {
    const clocks = keepTime(file)
    await walk(file)
    await clocks
    await payBack(file)
    await condition(allHandlersFinished)
  } while (!file.closed)
  return file.state.outcome
}
