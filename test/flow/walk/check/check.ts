import type { TimelineEvent } from '../../../../domain/case/events.ts'
import { foldCase } from '../../../../domain/case/reduce.ts'
import type { CaseState } from '../../../../domain/case/state.ts'
import type { Flow } from '../../../../domain/service.ts'
import { Application, type ApplicationRecord } from '../../../../models/case/application.ts'
import { TimelineEntry } from '../../../../models/case/timeline-entry.ts'
import { applicationWorkflowId, caseState } from '../../../../workflows/messages.ts'
import { regency } from '../../../api/api-house.ts'
import { checkLedger } from '../../../clocks/check-ledger.ts'
import { checkCase } from '../../../faults/check-case.ts'
import { checkLetters } from '../../../faults/check-letters.ts'
import { isSame } from '../../../faults/same.ts'
import type { WalkHouse } from '../house.ts'
import { atRest } from '../rest.ts'
import { checkCalls } from './calls.ts'
import { checkMoney } from './money.ts'
import { checkPlaces } from './places.ts'

/** Everything that must hold of a case at rest, as sentences of what does not; again where time moved it meanwhile. */
export async function check(house: WalkHouse, application: ApplicationRecord, flow: Flow): Promise<string[]> {
  const faults = await checkOnce(house, application, flow)
  if (faults.length === 0) return []
  const now = await house.inside(() => Application.findOne({ _id: application._id }).orFail().lean<ApplicationRecord>())
  return now.state.head === application.state.head ? faults : check(house, (await atRest(house, now._id)).now, flow)
}

async function checkOnce(house: WalkHouse, application: ApplicationRecord, flow: Flow): Promise<string[]> {
  const faults = await house.inside(async () => {
    const lines = await TimelineEntry.find({ application: application._id }).sort({ seq: 1 }).lean()
    return [
      ...(await checkCase(application)),
      ...(await checkLetters(application)),
      ...checkPlaces(application, flow, lines),
      ...checkLedger(lines),
      ...(await checkMoney(house.gateway, application)),
      ...(await checkCalls(house.simbg, application)),
    ]
  })
  return [...faults, ...(await checkWorkflow(house, application))]
}

const patienceMs = 60_000

/** The workflow tells the same story of itself: a moment later where it has just been told. */
async function checkWorkflow(house: WalkHouse, { _id, number }: ApplicationRecord): Promise<string[]> {
  const handle = house.engine.client.workflow.getHandle(applicationWorkflowId(regency, number))
  for (const deadline = Date.now() + patienceMs; ; ) {
    const told = await handle.query(caseState).catch((error: Error) => error)
    const { state } = await house.inside(() => Application.findOne({ _id }).orFail().lean())
    if (isSame(told, state) || (!(told instanceof Error) && (await house.inside(() => onlyCalendarsAhead(_id, told)))))
      return []
    if (Date.now() > deadline) {
      if (!(told instanceof Error)) return [`the workflow is at line ${told.seq}, its row at ${state.seq}: they differ`]
      return [`the workflow cannot tell how it stands: ${told.cause}`]
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A calendar's change is kept without the case's workflow, which reads on when it next has something to say. */
async function onlyCalendarsAhead(id: string, told: CaseState): Promise<boolean> {
  const lines = await TimelineEntry.find({ application: id }).sort({ seq: 1 }).lean()
  const known = lines.slice(0, told.seq) as unknown as TimelineEvent[]
  return isSame(foldCase(known), told) && lines.slice(told.seq).every(({ type }) => type === 'clock-reprojected')
}
