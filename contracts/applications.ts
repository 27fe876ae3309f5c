import { z } from 'zod'
import { outcomes } from '../domain/case/events.ts'
import { statuses } from '../domain/case/state.ts'
import { channels, decisions } from '../domain/service.ts'
import { CaseBill } from './bills.ts'
import { Clock } from './clock.ts'
import { Code, Id, Instant, LocalText, VillageCode } from './common.ts'
import { IssuedDocument } from './documents.ts'
import { StoredFile } from './files.ts'

export const Nik = z.string().regex(/^\d{16}$/)
export const Phone = z.string().regex(/^(\+62|62|0)8\d{8,11}$/)

/** Who the service is for. With an account the API fills in what the profile knows; `proxy` says who files for them and why. */
export const Applicant = z
  .strictObject({
    name: z.string().trim().min(2).max(120),
    nik: Nik,
    phone: Phone.optional(),
    email: z.email().max(200).optional(),
    village: VillageCode.optional(),
  })
  .meta({ id: 'Applicant' })
export type Applicant = z.infer<typeof Applicant>

/** Filing for somebody without phone or account: consent is recorded before anything else. */
export const ProxyConsent = z.strictObject({
  consent: z.literal(true),
  /** How the person agreed. */
  manner: z.enum(['signed', 'thumbprint', 'spoken-before-witness']),
  witness: z.string().trim().min(2).max(120).optional(),
  relation: z.string().trim().max(80).optional(),
})

export const CreateApplication = z
  .strictObject({
    service: Code,
    applicant: Applicant,
    answers: z.record(z.string(), z.unknown()),
    documents: z.array(z.strictObject({ code: Code, file: Id })).max(30),
    channel: z.enum(channels).exclude(['import']),
    servicePoint: Code.optional(),
    proxy: ProxyConsent.optional(),
    /** The register entry (licence) whose place the new one is to take. */
    renews: Id.optional(),
  })
  .meta({ id: 'CreateApplication' })
export type CreateApplication = z.infer<typeof CreateApplication>

export const ApplicationReceipt = z
  .object({ id: Id, number: z.string(), trackingCode: z.string(), status: z.enum(statuses) })
  .meta({ id: 'ApplicationReceipt' })
export type ApplicationReceipt = z.infer<typeof ApplicationReceipt>

/** Whom the case waits on now and until when; `who` is a plain office name or the applicant. */
export const WaitingOn = z.object({
  /** payment: on the applicant's money. outside: on a system that is not Lontar's. */
  kind: z.enum(['office', 'applicant', 'payment', 'outside', 'system', 'nobody']),
  who: LocalText,
  step: LocalText.nullable(),
  until: Instant.nullable(),
  /** Where an outside system is waited for. */
  since: Instant.nullable(),
  /** Whose time the wait for it is. */
  timeOf: z.string().nullable(),
})
export type WaitingOn = z.infer<typeof WaitingOn>

export const ApplicationRow = z
  .object({
    id: Id,
    number: z.string(),
    service: Code,
    serviceName: LocalText,
    serviceVersion: z.int(),
    status: z.enum(statuses),
    channel: z.enum(channels),
    servicePoint: z.string().nullable(),
    village: z.string().nullable(),
    applicantName: z.string(),
    /** Masked, `3510**********01`. */
    applicantNik: z.string(),
    waitingOn: WaitingOn,
    dueAt: Instant.nullable(),
    receivedAt: Instant,
    closedAt: Instant.nullable(),
  })
  .meta({ id: 'ApplicationRow' })
export type ApplicationRow = z.infer<typeof ApplicationRow>

export const actions = [
  'correct',
  'withdraw',
  'appeal',
  'add-step',
  'merge',
  'reopen',
  'amend',
  'download',
  'claim',
  'release',
  'assign',
  'decide',
  'skip',
] as const

/** One thing to mend, named at the field or the document. */
export const Deficiency = z.strictObject({
  target: z.enum(['field', 'document', 'other']),
  /** Field name (dotted inside groups) or document code; free for `other`. */
  name: z.string().max(120),
  message: z.string().trim().min(3).max(500),
})
export type Deficiency = z.infer<typeof Deficiency>

const Form = z.object({
  schema: z.record(z.string(), z.unknown()),
  uiSchema: z.record(z.string(), z.unknown()),
  pages: z.array(z.object({ code: Code, title: LocalText, fields: z.array(z.string()) })),
})

/** What one of several who were asked at once has answered; without a decision the answer is awaited. */
export const Opinion = z
  .object({
    task: Id,
    step: LocalText,
    seat: LocalText,
    office: z.string(),
    /** Their objection alone ends the consultation. */
    veto: z.boolean(),
    status: z.enum(['open', 'returned', 'decided', 'closed']),
    decision: z.enum(decisions).nullable(),
    by: z.string().nullable(),
    at: Instant.nullable(),
    note: z.string().nullable(),
    /** What was asked besides, for reading `answers`. */
    form: Form.nullable(),
    answers: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'Opinion' })
export type Opinion = z.infer<typeof Opinion>

export const ApplicationDetail = ApplicationRow.extend({
  /** On whom it waits at the same time. */
  alsoWaitingOn: z.array(WaitingOn),
  applicant: Applicant.extend({ nik: z.string() }),
  proxy: ProxyConsent.nullable(),
  answers: z.record(z.string(), z.unknown()),
  /** The form as it was filed: the pinned version's schema, for reading the answers. */
  form: Form,
  attachments: z.array(z.object({ code: Code, name: LocalText, file: StoredFile })),
  clocks: z.array(Clock),
  documents: z.array(IssuedDocument),
  /** What the case has asked for in money, oldest first. */
  bills: z.array(CaseBill),
  /** Present while the applicant has something to correct. */
  correction: z
    .object({ task: Id, note: z.string().nullable(), deficiencies: z.array(Deficiency), since: Instant })
    .nullable(),
  outcome: z
    .object({
      kind: z.enum(outcomes),
      at: Instant,
      reason: z.string().nullable(),
      basis: z.string().nullable(),
    })
    .nullable(),
  /** The case whose decision this one objects to. */
  about: z.object({ id: Id, number: z.string() }).nullable(),
  /** Objections to this case's decisions, oldest first. */
  objections: z.array(z.object({ id: Id, number: z.string(), status: z.enum(statuses) })),
  /** Where and until when the decision may still be objected to; null where it may not. */
  appeal: z.object({ service: Code, until: Instant }).nullable(),
  tasks: z.array(
    z.object({
      id: Id,
      step: Code,
      stepName: LocalText,
      status: z.enum(['open', 'returned', 'decided', 'closed']),
      office: z.string(),
      assignee: z.string().nullable(),
    }),
  ),
  /** Of consultations, for those with an office; empty for the applicant. */
  opinions: z.array(Opinion),
  /** What the asking person may do now. */
  actions: z.array(z.enum(actions)),
  /** The case's own present: real time, or later where a demo case was skipped ahead. */
  asOf: Instant,
}).meta({ id: 'ApplicationDetail' })
export type ApplicationDetail = z.infer<typeof ApplicationDetail>

export const CorrectApplication = z
  .strictObject({
    answers: z.record(z.string(), z.unknown()),
    documents: z.array(z.strictObject({ code: Code, file: Id })).max(30),
    note: z.string().trim().max(1000).optional(),
  })
  .meta({ id: 'CorrectApplication' })
export const WithdrawApplication = z
  .strictObject({ reason: z.string().trim().min(3).max(500) })
  .meta({ id: 'WithdrawApplication' })

/** A line of the story, readable by who may see the case; `personal` texts only for those who may. */
export const TimelineEntry = z
  .object({
    seq: z.int(),
    at: Instant,
    type: z.string(),
    /** Plain sentence in the asked language. */
    text: z.string(),
    actor: z.object({ kind: z.enum(['citizen', 'officer', 'system']), name: z.string() }),
    step: LocalText.nullable(),
    decision: z.string().nullable(),
    note: z.string().nullable(),
    deficiencies: z.array(Deficiency),
    hash: z.string(),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof TimelineEntry>
