import { randomUUID } from 'node:crypto'
import type { Request } from 'express'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { Call, type CallRecord } from '../../models/case/call.ts'
import { findAct, keepAct } from '../../models/case/keep-act.ts'
import { hearCall } from '../../workflows/messages.ts'
import { sameAct } from '../case/same-act.ts'
import { sayKept } from '../case/say-kept.ts'
import type { CaseServices } from '../case/services.ts'
import { conflict, forbidden, notFound } from '../errors/problems.ts'
import { allows, signedIn } from '../middleware/ability.ts'
import { digestOf } from '../middleware/idempotency.ts'

/**
 * Has the outside system asked again now instead of at the next turn. The same key again is the same act, also when the
 * system has answered since. Throws 403, 404, 409, 422 or 503.
 */
export async function retryCall(
  { engine }: CaseServices,
  request: Request,
  application: ApplicationRecord,
  id: string,
): Promise<CallRecord> {
  const { account } = signedIn(request)
  const key = request.idempotencyKey
  const call = await Call.findOne({ call: id, application: application._id }).lean<CallRecord>()
  if (!call) throw notFound()
  if (!allows(request.person, 'retry', 'call', call)) throw forbidden()
  const isOver = call.status !== 'waiting'
  const content = { call: id }
  const asked = { kind: 'call-retry', application: application._id, digest: digestOf(content) } as const
  const known = await findAct(account, key)
  if (!known && isOver) throw over()
  const kept = known ?? (await keepAct({ ...asked, _id: randomUUID(), by: account, key, at: new Date(), content }))
  const { _id: updateId } = sameAct(kept, asked)
  if (!isOver) await sayKept(engine, application, hearCall, { act: content, updateId })
  return call
}

const over = () =>
  conflict('call-over', {
    id: 'Sistem luar sudah menjawab, atau permohonan sudah tidak menunggunya.',
    en: 'The outside system has answered, or the case no longer waits for it.',
  })
