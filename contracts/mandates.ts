import { z } from 'zod'
import { mandateActs, mandatedRoles, mandateKinds } from '../domain/authority/mandate.ts'
import { spanStates } from '../domain/authority/span.ts'
import { roles } from '../domain/service.ts'
import { Code, Id, Instant, VillageCode } from './common.ts'

export const Person = z.object({ id: Id, name: z.string() })

const Letter = z.strictObject({ number: z.string().trim().min(3).max(80), date: z.iso.date() })

/** `from` is the first instant it holds, `until` the first it no longer does; at most 92 days apart. */
export const GiveMandate = z
  .strictObject({
    kind: z.enum(mandateKinds),
    /** Account of whoever is to act. */
    holder: Id,
    /** Account of the official who is away: with `plh`, never with `plt`. */
    for: Id.optional(),
    role: z.enum(mandatedRoles),
    /** The office: one of the two. */
    agency: Code.optional(),
    village: VillageCode.optional(),
    /** The office's head as it stands under a signature; the official's own where it is left out. */
    position: z.string().trim().min(3).max(160).optional(),
    from: Instant,
    until: Instant,
    letter: Letter,
    /** Only these services; all of the office's where it is left out. */
    services: z.array(Code).min(1).max(100).optional(),
    /** Acts that stay with the official, beyond those that the law keeps back. */
    withheld: z.array(z.enum(mandateActs)).max(mandateActs.length).optional(),
  })
  .meta({ id: 'GiveMandate' })
export type GiveMandate = z.infer<typeof GiveMandate>

export const EndMandate = z.strictObject({ reason: z.string().trim().min(3).max(500) }).meta({ id: 'EndMandate' })

export const MandateRow = z
  .object({
    id: Id,
    kind: z.enum(mandateKinds),
    holder: Person,
    for: Person.nullable(),
    role: z.enum(roles),
    agency: Code.nullable(),
    village: VillageCode.nullable(),
    office: z.string(),
    /** With "Plh." or "Plt." before it. */
    position: z.string(),
    from: Instant,
    until: Instant,
    letter: Letter,
    services: z.array(Code).nullable(),
    /** Everything kept back, by law and by letter. */
    withheld: z.array(z.enum(mandateActs)),
    state: z.enum(spanStates),
    givenBy: Person,
    givenAt: Instant,
    ended: z.object({ at: Instant, by: Person, reason: z.string() }).nullable(),
    actions: z.array(z.enum(['end'])),
  })
  .meta({ id: 'MandateRow' })
export type MandateRow = z.infer<typeof MandateRow>

/** Filters of `GET /api/mandates`. */
export const MandateFilter = z.strictObject({
  id: z.array(Id).max(200).optional(),
  state: z.enum(spanStates).optional(),
  holder: Id.optional(),
  agency: Code.optional(),
})
export type MandateFilter = z.infer<typeof MandateFilter>

/** `GET /api/officers`: who works where, among those one may see. */
export const OfficerRow = z
  .object({
    id: Id,
    name: z.string(),
    seats: z.array(
      z.object({
        role: z.enum(roles),
        agency: Code.nullable(),
        village: VillageCode.nullable(),
        office: z.string(),
        position: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'OfficerRow' })
export type OfficerRow = z.infer<typeof OfficerRow>
