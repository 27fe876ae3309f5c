import { z } from 'zod'
import { entryActions } from '../domain/register/actions.ts'
import { standings } from '../domain/register/state.ts'
import { Code, Id, Instant, LocalText } from './common.ts'

/** How a licence stands at the moment it is read; `since` and `until` where they say something. */
export const StandingToday = z.object({
  standing: z.enum(standings),
  since: Instant.nullable(),
  until: Instant.nullable(),
})
export type StandingToday = z.infer<typeof StandingToday>

/** Filters of `GET /api/register`; `q` is the beginning of a document's number. */
export const RegisterFilter = z.strictObject({
  id: z.array(Id).max(200).optional(),
  register: Code.optional(),
  service: Code.optional(),
  standing: z.enum(standings).optional(),
  /** Ends within so many days from now. */
  endsWithin: z.int().min(1).max(1000).optional(),
  q: z.string().trim().min(1).max(80).optional(),
})
export type RegisterFilter = z.infer<typeof RegisterFilter>

export const RegisterRow = z
  .object({
    id: Id,
    register: Code,
    registerName: LocalText,
    service: Code,
    serviceName: LocalText,
    application: Id,
    document: Id,
    documentTitle: LocalText,
    number: z.string(),
    agency: z.string(),
    holder: z.string(),
    /** Masked, `3510**********01`. */
    holderNik: z.string(),
    validFrom: Instant,
    validUntil: Instant.nullable(),
    /** Whole days until the end, counted up; 0 on its last day, null without an end or once it is over. */
    daysLeft: z.int().nullable(),
    today: StandingToday,
    /** The oldest report that has fallen due and has not come in. */
    reportMissingSince: Instant.nullable(),
  })
  .meta({ id: 'RegisterRow' })
export type RegisterRow = z.infer<typeof RegisterRow>

export const RegisterEvent = z.object({
  seq: z.int(),
  at: Instant,
  type: z.string(),
  text: z.string(),
  actor: z.object({ kind: z.enum(['citizen', 'officer', 'system']), name: z.string() }),
  /** What was said with the act, for those who may know. */
  note: z.string().nullable(),
  hash: z.string(),
})
export type RegisterEvent = z.infer<typeof RegisterEvent>

export const RegisterDetail = RegisterRow.extend({
  timeline: z.array(RegisterEvent),
  /** What the asking person may do now. */
  actions: z.array(z.enum(entryActions)),
  /** When renewal opens, and the application that already asks for it. */
  renewal: z.object({ opensAt: Instant.nullable(), pending: z.string().nullable() }),
  report: z.object({ name: LocalText, nextDueAt: Instant.nullable(), missing: z.array(Instant) }).nullable(),
  supersededBy: z.object({ entry: Id, number: z.string() }).nullable(),
  renews: z.object({ entry: Id, number: z.string() }).nullable(),
}).meta({ id: 'RegisterDetail' })
export type RegisterDetail = z.infer<typeof RegisterDetail>

/** `GET /api/register/{id}/renewal`: what the form of a renewal is filled with, for the holder. */
export const RenewalDraft = z
  .object({ entry: Id, service: Code, number: z.string(), answers: z.record(z.string(), z.unknown()) })
  .meta({ id: 'RenewalDraft' })
export type RenewalDraft = z.infer<typeof RenewalDraft>

const Reason = z.string().trim().min(10).max(1000)
const Basis = z.string().trim().min(5).max(300)

export const SuspendEntry = z
  .strictObject({
    reason: Reason,
    /** Law and article. */
    basis: Basis,
    /** Local date it ends on by itself; until it is lifted where absent. */
    until: z.iso.date().optional(),
  })
  .meta({ id: 'SuspendEntry' })
export type SuspendEntry = z.infer<typeof SuspendEntry>

export const ReinstateEntry = z.strictObject({ reason: Reason }).meta({ id: 'ReinstateEntry' })

export const RevokeEntry = z
  .strictObject({
    reason: Reason,
    basis: Basis,
    signing: z.strictObject({ passphrase: z.string().min(1).max(200) }),
  })
  .meta({ id: 'RevokeEntry' })
export type RevokeEntry = z.infer<typeof RevokeEntry>

export const ReportEntry = z
  .strictObject({ text: z.string().trim().min(10).max(4000), file: Id.optional() })
  .meta({ id: 'ReportEntry' })
export type ReportEntry = z.infer<typeof ReportEntry>

/** `GET /api/public-register?register=&q=`. */
export const PublicRegisterQuery = z.strictObject({
  register: Code.optional(),
  q: z.string().trim().min(3).max(80).optional(),
})

/** A register that the public may ask, and what it tells. */
export const PublicRegisterName = z.object({ code: Code, name: LocalText, byHolder: z.boolean() })

export const PublicEntry = z
  .object({
    register: Code,
    /** Where the document can be verified. */
    document: Id,
    title: LocalText,
    number: z.string().nullable(),
    holder: z.string().nullable(),
    issuedAt: Instant.nullable(),
    validUntil: Instant.nullable(),
    agency: z.string().nullable(),
    answers: z.array(z.object({ label: LocalText, text: LocalText })),
    today: StandingToday,
  })
  .meta({ id: 'PublicEntry' })
export type PublicEntry = z.infer<typeof PublicEntry>

export const PublicRegister = z
  .object({
    registers: z.array(PublicRegisterName),
    entries: z.array(PublicEntry),
    /** True where more were found than are shown. */
    more: z.boolean(),
  })
  .meta({ id: 'PublicRegister' })
export type PublicRegister = z.infer<typeof PublicRegister>
