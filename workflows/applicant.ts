import { setHandler } from '@temporalio/workflow'
import * as acts from '../domain/case/acts.ts'
import { keep, validator } from './answers.ts'
import type { CaseFile } from './case-file.ts'
import { type Corrected, correctApplication, type Withdrawn, withdrawApplication } from './messages.ts'

/** What the applicant may say while the case is open. */
export function receiveApplicant(file: CaseFile): void {
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
