import { setHandler } from '@temporalio/workflow'
import * as acts from '../domain/case/acts.ts'
import { keep, validator } from './answers.ts'
import type { CaseFile } from './case-file.ts'
import { addStep, type Merged, mergeApplication, type Reopened, reopenApplication, type StepAdded } from './messages.ts'

/** Turns that a superior gives a case: a step more, an end under another number, a new beginning. */
export function receiveTurns(file: CaseFile): void {
  const now = () => Date.now()
  setHandler(addStep, (act) => keep(file, act, (state, at) => acts.addStep(file.context, state, { ...act, at })), {
    validator: validator<StepAdded>(file, (act) => acts.addStep(file.context, file.state, { ...act, at: now() })),
  })
  setHandler(
    mergeApplication,
    (act) => keep(file, act, (state, at) => acts.merge(file.context, state, { ...act, at })),
    {
      validator: validator<Merged>(file, (act) => acts.merge(file.context, file.state, { ...act, at: now() })),
    },
  )
  setHandler(
    reopenApplication,
    (act) => keep(file, act, (state, at) => acts.reopen(file.context, state, { ...act, at })),
    { validator: validator<Reopened>(file, (act) => acts.reopen(file.context, file.state, { ...act, at: now() })) },
  )
}
