import { allHandlersFinished, condition, setHandler } from '@temporalio/workflow'
import * as acts from '../domain/case/acts.ts'
import type { Outcome } from '../domain/case/events.ts'
import type { Step } from '../domain/service.ts'
import { keep, validator } from './answers.ts'
import { CaseFile } from './case-file.ts'
import { keepTime } from './clocks.ts'
import {
  type ApplicationInput,
  type Corrected,
  caseState,
  correctApplication,
  type Withdrawn,
  withdrawApplication,
} from './messages.ts'
import { issue } from './steps/issue.ts'
import { review } from './steps/review.ts'
import { sign } from './steps/sign.ts'
import { receiveOfficers } from './task.ts'

/** The life of an application, from acceptance to its end. */
export async function application(input: ApplicationInput): Promise<Outcome | null> {
  const file = new CaseFile(input)
  setHandler(caseState, () => file.state)
  receiveApplicant(file)
  receiveOfficers(file)

  await file.record((state) => (state.receivedAt === null ? acts.receive(file.context, input.filed) : []))
  const clocks = keepTime(file)
  while (!file.closed) {
    const step = file.step
    if (step) await perform(file, step)
    else await file.record(() => [])
  }
  await clocks
  await condition(allHandlersFinished)
  return file.state.outcome
}

async function perform(file: CaseFile, step: Step): Promise<void> {
  switch (step.kind) {
    case 'review':
      return review(file, step)
    case 'sign':
      return sign(file, step)
    case 'issue':
      return issue(file, step)
    case 'register':
    case 'notify':
      throw new RangeError(`${step.kind} takes no time: it cannot be under way`)
  }
}

function receiveApplicant(file: CaseFile): void {
  setHandler(
    correctApplication,
    (act) => keep(file, act, (state, at) => acts.correct(file.context, state, { ...act, at })),
    {
      validator: validator<Corrected>(file, (act) =>
        acts.correct(file.context, file.state, { ...act, at: Date.now() }),
      ),
    },
  )
  setHandler(
    withdrawApplication,
    (act) => keep(file, act, (state, at) => acts.withdraw(file.context, state, { ...act, at })),
    {
      validator: validator<Withdrawn>(file, (act) =>
        acts.withdraw(file.context, file.state, { ...act, at: Date.now() }),
      ),
    },
  )
}
