import { z } from 'zod'
import { absenceReasons } from '../domain/authority/absence.ts'
import { spanStates } from '../domain/authority/span.ts'
import { Id, Instant } from './common.ts'
import { Person } from './mandates.ts'

/** `account` is whoever is away, oneself where it is left out; `until` is the first instant they are here again. */
export const RecordAbsence = z
  .strictObject({ account: Id.optional(), from: Instant, until: Instant, reason: z.enum(absenceReasons) })
  .meta({ id: 'RecordAbsence' })
export type RecordAbsence = z.infer<typeof RecordAbsence>

export const AbsenceRow = z
  .object({
    id: Id,
    person: Person,
    offices: z.array(z.string()),
    from: Instant,
    until: Instant,
    reason: z.enum(absenceReasons),
    state: z.enum(spanStates),
    recordedBy: Person,
    ended: z.object({ at: Instant, by: Person }).nullable(),
    actions: z.array(z.enum(['end'])),
  })
  .meta({ id: 'AbsenceRow' })
export type AbsenceRow = z.infer<typeof AbsenceRow>

/** Filters of `GET /api/absences`. */
export const AbsenceFilter = z.strictObject({
  id: z.array(Id).max(200).optional(),
  account: Id.optional(),
  state: z.enum(spanStates).optional(),
})
export type AbsenceFilter = z.infer<typeof AbsenceFilter>
