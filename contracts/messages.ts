import { z } from 'zod'
import { toldTriggers } from '../domain/service.ts'
import { Code, Id, Instant } from './common.ts'

/** A row of the message log: what was to be told, by which way, and how it went. Addresses are masked. */
export const MessageRow = z
  .object({
    id: Id,
    application: Id,
    number: z.string(),
    service: Code,
    trigger: z.enum(toldTriggers),
    way: z.enum(['email', 'in-app', 'print']),
    to: z.string(),
    subject: z.string(),
    status: z.enum(['queued', 'sent', 'failed']),
    attempts: z.int(),
    lastError: z.string().nullable(),
    queuedAt: Instant,
    sentAt: Instant.nullable(),
  })
  .meta({ id: 'MessageRow' })
export type MessageRow = z.infer<typeof MessageRow>

/** The signed-in person's own messages, `GET /api/me/messages`. */
export const InAppMessage = z
  .object({
    id: Id,
    number: z.string(),
    application: Id,
    subject: z.string(),
    text: z.string(),
    at: Instant,
    read: z.boolean(),
  })
  .meta({ id: 'InAppMessage' })
export type InAppMessage = z.infer<typeof InAppMessage>
