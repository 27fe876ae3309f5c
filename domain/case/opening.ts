import { receive } from './acts/applicant.ts'
import { followUps } from './advance.ts'
import type { Proposal } from './events.ts'
import { foresee } from './reduce.ts'
import { emptyCase } from './state.ts'
import type { CaseContext } from './tell.ts'

/** A case's first lines: its receipt, and all that follows up to the first rest, at the instant it was accepted. */
export function opening(context: CaseContext, filed: Parameters<typeof receive>[1]): Proposal[] {
  const received = receive(context, filed)
  return [...received, ...followUps(context, foresee(emptyCase(), received), filed.at)]
}
