import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import { type NextRung, nextRung } from '../../domain/case/clocks.ts'
import { fastForward } from '../../infra/time-skipping.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { shiftCase } from '../../models/case/shift-case.ts'
import { applicationWorkflowId } from '../../workflows/messages.ts'
import { conflict, unavailable } from '../errors/problems.ts'

const withinMs = 20_000

/** A leap of this server's that ends on a timer's own instant may leave the timer behind: it ends a moment later. */
const momentMs = 1_000

/**
 * Moves one case's own clock to its next rung, fires it, and keeps how far ahead the case now is. Throws 409 where no rung
 * lies ahead, 503 where the case does not arrive in time.
 */
export async function skipToNextRung(client: Client, application: ApplicationRecord): Promise<void> {
  const rung = nextRung(application.state)
  if (!rung) throw noRungAhead()
  const id = applicationWorkflowId(application.regency, application.number)
  const arrived = await fastForward(client, id, { until: new Date(rung.at + momentMs) }, withinMs).catch((error) => {
    throw unavailable(error)
  })
  await shiftCase(application._id, Math.max(application.shift, arrived.getTime() - Date.now()))
  await untilFired(application, rung)
}

/** The clock has arrived before what it set going is kept. */
async function untilFired({ _id }: ApplicationRecord, { clock, percent }: NextRung): Promise<void> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await pause(50)) {
    const { state } = await Application.findOne({ _id }).select('state').orFail().lean<ApplicationRecord>()
    const known = state.clocks[clock]
    if (!known || known.stoppedAt !== null || known.reached.includes(percent)) return
  }
  throw unavailable()
}

const noRungAhead = () =>
  conflict('no-rung-ahead', {
    id: 'Tidak ada batas waktu di depan: jangka waktu berhenti atau semuanya sudah terlewati.',
    en: 'No mark lies ahead: the clocks are paused, stopped, or past their last one.',
  })
