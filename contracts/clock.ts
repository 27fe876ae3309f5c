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
      z.object({
        from: Instant,
        until: Instant.nullable(),
        reason: z.string(),
        basis: z.string(),
        by: z.string(),
        /** How many working days the clock may stand still for this reason in all; null where the service sets no limit. */
        cap: z.int().nullable(),
        /** Nobody resumed it: it had lasted as long as it may. */
        endedByCap: z.boolean(),
      }),
    ),
    /** When an outside system asked that it begin anew, by which status; nothing of it was carried out. */
    resetsAsked: z.array(z.object({ at: Instant, system: z.string(), code: z.string() })),
    /** When a pause under way has lasted as long as it may; null where none is, or it has no limit. */
    capAt: Instant.nullable(),
    calendarVersion: z.int(),
    /** The instant the figures hold for: the screens count on from here, so a skipped demo case shows its own time. */
    asOf: Instant,
  })
  .meta({ id: 'Clock' })
export type Clock = z.infer<typeof Clock>

const Worked = z.object({ workingDays: z.number(), workingMinutes: z.int() })

/** Whose a case's time was; where several are asked at once each has the time, so shares may come to more than the whole. */
export const CaseClocks = z
  .object({
    clocks: z.array(Clock),
    /** What the shares are counted by; null before any clock has run. */
    calendar: z.object({ code: z.string(), version: z.int() }).nullable(),
    from: Instant.nullable(),
    /** null while the case goes on. */
    until: Instant.nullable(),
    total: Worked.nullable(),
    holders: z.array(
      Worked.extend({
        kind: z.enum(['agency', 'village', 'outside', 'applicant', 'system']),
        code: z.string().nullable(),
        name: z.string(),
        spans: z.array(z.object({ from: Instant, until: Instant.nullable() })),
      }),
    ),
    asOf: Instant,
  })
  .meta({ id: 'CaseClocks' })
export type CaseClocks = z.infer<typeof CaseClocks>
