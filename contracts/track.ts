import { z } from 'zod'
import { statuses } from '../domain/case/state.ts'
import { WaitingOn } from './applications.ts'
import { Clock } from './clock.ts'
import { Code, Instant, LocalText } from './common.ts'
import { IssuedDocument } from './documents.ts'

export const TrackRequest = z
  .strictObject({ number: z.string().trim().min(4).max(40), code: z.string().trim().min(4).max(20) })
  .meta({ id: 'TrackRequest' })

/** What number and code show without signing in: the story without names, answers or notes. */
export const TrackedApplication = z
  .object({
    number: z.string(),
    service: Code,
    serviceName: LocalText,
    status: z.enum(statuses),
    receivedAt: Instant,
    completeAt: Instant.nullable(),
    waitingOn: WaitingOn,
    /** On whom it waits at the same time. */
    alsoWaitingOn: z.array(WaitingOn),
    term: Clock.nullable(),
    steps: z.array(
      z.object({
        code: Code,
        name: LocalText,
        office: LocalText.nullable(),
        state: z.enum(['done', 'current', 'returned', 'ahead', 'skipped']),
        at: Instant.nullable(),
      }),
    ),
    story: z.array(z.object({ at: Instant, text: LocalText })),
    /** What has to be corrected (without the officer's note), and where. */
    corrections: z.array(z.object({ name: z.string(), message: z.string() })),
    documents: z.array(IssuedDocument),
    asOf: Instant,
  })
  .meta({ id: 'TrackedApplication' })
export type TrackedApplication = z.infer<typeof TrackedApplication>
