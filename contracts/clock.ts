import { z } from 'zod'
import { Instant } from './common.ts'

export const Clock = z
  .object({
    id: z.string(),
    unit: z.enum(['working-days', 'working-minutes']),
    amount: z.number(),
    state: z.enum(['running', 'paused', 'breached', 'stopped']),
    /** Share of the budget spent as of `asOf`, may pass 100. */
    spentPercent: z.number(),
    startedAt: Instant,
    /** null while paused. */
    dueAt: Instant.nullable(),
    stoppedAt: Instant.nullable(),
    rungs: z.array(z.object({ percent: z.number(), at: Instant.nullable(), reached: z.boolean() })),
    pauses: z.array(
      z.object({ from: Instant, until: Instant.nullable(), reason: z.string(), basis: z.string(), by: z.string() }),
    ),
    calendarVersion: z.int(),
    /** The instant the figures hold for: the screens count on from here, so a skipped demo case shows its own time. */
    asOf: Instant,
  })
  .meta({ id: 'Clock' })
export type Clock = z.infer<typeof Clock>
