import { openFollowUp } from '../../../domain/case/acts.ts'
import type { Proposal, TimelineEvent } from '../../../domain/case/events.ts'
import type { CaseState } from '../../../domain/case/state.ts'
import type { ApplicationRecord } from '../../../models/case/application.ts'
import type { CaseDeps } from '../../deps.ts'

/** Working days in which a supervisor looks; the service says another number by a step of its own. */
const workingDays = 10

/** The supervision that opens with the line that closes a deemed case: there once, as the line is (design rule 1). */
export async function followUp(
  { catalogue }: Pick<CaseDeps, 'catalogue'>,
  { number, service, serviceVersion }: ApplicationRecord,
  after: CaseState,
  told: TimelineEvent[],
): Promise<Proposal[]> {
  const closed = told.find((event) => event.type === 'closed')
  if (closed?.type !== 'closed' || closed.data.outcome !== 'deemed-approved') return []
  const { definition } = await catalogue.service(service, serviceVersion)
  const { term, agency } = definition
  if (!term) return []
  const clock = { budget: { unit: 'working-days' as const, amount: workingDays }, calendar: term.calendar, rungs: [] }
  return openFollowUp({ number }, after, { agency, clock, at: closed.at })
}
