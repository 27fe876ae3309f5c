import { z } from 'zod'
import { absenceReasons } from '../domain/authority/absence.ts'
import { Id, Instant } from './common.ts'
import { mandateStates, Person } from './mandates.ts'

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
    state: z.enum(mandateStates),
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
  state: z.enum(mandateStates).optional(),
})
export type AbsenceFilter = z.infer<typeof AbsenceFilter>
