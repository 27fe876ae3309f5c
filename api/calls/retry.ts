import type { Request } from 'express'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { Call, type CallRecord } from '../../models/case/call.ts'
import { hearCall } from '../../workflows/messages.ts'
import { sayKept } from '../case/say-kept.ts'
import type { CaseServices } from '../case/services.ts'
import { conflict, forbidden, notFound } from '../errors/problems.ts'
import { allows, signedIn } from '../middleware/ability.ts'
import { digestOf } from '../middleware/idempotency.ts'

/** Has the outside system asked again now instead of at the next turn. Throws 403, 404, 409 or 503. */
export async function retryCall(
  { engine }: CaseServices,
  request: Request,
  application: ApplicationRecord,
  id: string,
): Promise<CallRecord> {
  const { account } = signedIn(request)
  const call = await Call.findOne({ call: id, application: application._id }).lean<CallRecord>()
  if (!call) throw notFound()
  if (!allows(request.person, 'retry', 'call', call)) throw forbidden()
  if (call.status !== 'waiting') throw over()
  const updateId = digestOf({ account, key: request.idempotencyKey, call: id })
  await sayKept(engine, application, hearCall, { act: { call: id }, updateId })
  return call
}

const over = () =>
  conflict('call-over', {
    id: 'Sistem luar sudah menjawab, atau permohonan sudah tidak menunggunya.',
    en: 'The outside system has answered, or the case no longer waits for it.',
  })
