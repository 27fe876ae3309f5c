import { z } from 'zod'
import { Code, Id, Instant, LocalText } from './common.ts'

/** A case that waits for an outside system, and how the tries went. */
export const CallRow = z
  .object({
    /** The call, `{application number}:{step}`. */
    id: Id,
    application: Id,
    number: z.string(),
    service: Code,
    serviceName: LocalText,
    stepName: LocalText,
    system: z.string(),
    /** Whose time it is. */
    agency: z.string(),
    since: Instant,
    /** What the outside system calls the filing; null until it has taken it. */
    reference: z.string().nullable(),
    attempts: z.int(),
    lastTriedAt: Instant.nullable(),
    /** A code, `maintenance`; null when the last try found the system at work. */
    lastError: z.string().nullable(),
  })
  .meta({ id: 'CallRow' })
export type CallRow = z.infer<typeof CallRow>

/** Filters of `GET /api/calls`. Longest wait first. */
export const CallFilter = z.strictObject({
  id: z.array(Id).max(200).optional(),
  system: Code.optional(),
  application: Id.optional(),
})
