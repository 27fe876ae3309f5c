import type { CaseDeps } from '../activities/deps.ts'
import { recordOn } from '../activities/record/record.ts'
import type { Proposal } from '../domain/case/events.ts'
import type { CaseState } from '../domain/case/state.ts'
import { Application } from '../models/case/application.ts'
import { currentRegency } from '../models/tenancy.ts'
import { inTransaction } from '../models/transaction.ts'

/**
 * Keeps what happens to a task beside a closed case: its workflow is through, so the lines are appended here, by the same
 * compare-and-set. A case that is opened again meanwhile reads them like any that were kept elsewhere. `propose` gets the
 * case's own present. Within the regency's context.
 * @throws Refusal
 */
export async function keepBeside(
  deps: CaseDeps,
  application: string,
  propose: (state: CaseState, at: number) => Proposal[],
): Promise<void> {
  await inTransaction(async (session) => {
    const now = await Application.findOne({ _id: application }).session(session).orFail().lean()
    const { state, shift } = now
    const events = propose(state, Math.max(Date.now() + shift, state.closedAt ?? 0))
    if (events.length === 0) return
    const request = { regency: currentRegency(), application, from: state.seq + 1, head: state.head, events }
    const reply = await recordOn(deps, now, request, session)
    if ('missingFrom' in reply || !reply.recorded)
      throw new RangeError(`application ${application} moved while it was read`)
  })
}
