import { z } from 'zod'
import { statuses } from '../domain/case/state.ts'
import { channels, toldTriggers } from '../domain/service.ts'
import { Code, Id } from './common.ts'

const ids = z.array(Id).max(200)

/** Filters of `GET /api/applications`; `q` is the beginning of a number. */
export const ApplicationFilter = z.strictObject({
  id: ids.optional(),
  service: Code.optional(),
  status: z.enum(statuses).optional(),
  channel: z.enum(channels).optional(),
  servicePoint: Code.optional(),
  q: z.string().trim().min(1).max(40).optional(),
})
export type ApplicationFilter = z.infer<typeof ApplicationFilter>

/** Filters of `GET /api/messages`. */
export const MessageFilter = z.strictObject({
  id: ids.optional(),
  application: Id.optional(),
  service: Code.optional(),
  trigger: z.enum(toldTriggers).optional(),
  way: z.enum(['email', 'in-app', 'print']).optional(),
  status: z.enum(['queued', 'sent', 'failed']).optional(),
})
export type MessageFilter = z.infer<typeof MessageFilter>
