import { isVillageService } from '../../../catalogue/compile/village-service.ts'
import type { TimelineEvent } from '../../../domain/case/events.ts'
import type { CaseState } from '../../../domain/case/state.ts'
import { officeOf } from '../../../domain/oversight/dimensions.ts'
import { type Movement, movementsOf } from '../../../domain/oversight/movements.ts'
import type { ApplicationRecord } from '../../../models/case/application.ts'
import type { ClientSession } from '../../../models/database.ts'
import { MovementModel, type MovementRecord } from '../../../models/oversight/movement.ts'
import type { CaseDeps } from '../../deps.ts'

/** The row as the timeline says it; what counting adds is not of it. */
export type MovementRow = Omit<MovementRecord, 'regency' | 'overtook' | 'overtookFree' | 'folded'>

/** What counts of these events, kept with them: counting goes on from there without touching the case. */
export async function keepMovements(
  deps: CaseDeps,
  application: ApplicationRecord,
  events: TimelineEvent[],
  session: ClientSession,
): Promise<void> {
  const rows = await movementRows(deps, application, application.state, events)
  if (rows.length === 0) return
  // A line that was lost and is sent again finds what it had been counted as.
  const upserts = rows.map((row) => ({
    updateOne: {
      filter: { application: row.application, seq: row.seq },
      update: { $setOnInsert: { ...row, overtook: null, overtookFree: null, folded: false } },
      upsert: true,
    },
  }))
  await MovementModel.bulkWrite(upserts, { session })
}

/** Of a case that stood as `before` these events. */
export async function movementRows(
  { catalogue }: CaseDeps,
  application: ApplicationRecord,
  before: CaseState,
  events: TimelineEvent[],
): Promise<MovementRow[]> {
  const { _id, number, service, serviceVersion, village } = application
  const { definition } = await catalogue.service(service, serviceVersion)
  const own = village !== null && isVillageService(definition)
  const owner = own ? { agency: null, village } : { agency: definition.agency, village: null }
  return movementsOf(before, events, { owner, village }).map((movement) => ({
    ...dated(movement),
    application: _id,
    number,
    service,
    office: officeOf(movement),
  }))
}

function dated({ at, receivedAt, since, ...rest }: Movement) {
  return { ...rest, at: new Date(at), receivedAt: new Date(receivedAt), since: since === null ? null : new Date(since) }
}
