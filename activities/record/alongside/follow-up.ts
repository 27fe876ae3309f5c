import { openFollowUp } from '../../../domain/case/acts.ts'
import type { Proposal, TimelineEvent } from '../../../domain/case/events.ts'
import type { CaseState } from '../../../domain/case/state.ts'
import type { ApplicationRecord } from '../../../models/case/application.ts'
import type { CaseDeps } from '../../deps.ts'

/**
 * Working days in which a supervisor looks. PP 28/2025 opens the supervision and names no days for it: ten are our choice,
 * two weeks in which a visit on site can be planned, and a licence nobody judged is not out for a month unseen. A service
 * whose rules say otherwise brings a step of its own (`deemed`), with its own clock.
 */
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
