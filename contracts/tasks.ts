import { z } from 'zod'
import { handOverReasons } from '../domain/case/events.ts'
import { decisions, roles } from '../domain/service.ts'
import { ApplicationDetail, ApplicationRow, Deficiency } from './applications.ts'
import { Clock } from './clock.ts'
import { Code, Id, Instant, LocalText } from './common.ts'

export const TaskRow = z
  .object({
    /** `{application number}:{step}`. */
    id: Id,
    application: Id,
    number: z.string(),
    service: Code,
    serviceName: LocalText,
    step: Code,
    stepName: LocalText,
    kind: z.enum(['review', 'sign', 'consult', 'inspect']),
    role: z.enum(roles),
    agency: z.string().nullable(),
    village: z.string().nullable(),
    servicePoint: z.string().nullable(),
    applicantName: z.string(),
    status: z.enum(['open', 'returned', 'decided', 'closed']),
    assignee: z.object({ id: Id, name: z.string() }).nullable(),
    /** Why it lies with its holder, where it came by itself; `offered`: it goes back to `from` unless it is taken up. */
    handOver: z
      .object({
        from: z.object({ id: Id, name: z.string() }).nullable(),
        reason: z.enum(handOverReasons),
        at: Instant,
        offered: z.boolean(),
      })
      .nullable(),
    openedAt: Instant,
    /** Which of those asked at once this is. */
    seat: LocalText.nullable(),
    /** Appointment, departure and arrival where somebody travels. */
    visit: z
      .object({ appointment: Instant.nullable(), departedAt: Instant.nullable(), arrivedAt: Instant.nullable() })
      .nullable(),
    clock: Clock,
    /** Mine to act on now (right desk, and mine or nobody's). */
    actions: z.array(z.enum(['claim', 'release', 'assign', 'decide'])),
  })
  .meta({ id: 'TaskRow' })
export type TaskRow = z.infer<typeof TaskRow>

/** What the officer is asked to bring with a decision, beyond the note. */
export const TaskDetail = TaskRow.extend({
  decisions: z.array(z.enum(decisions)),
  brings: z.enum(['external-document']).nullable(),
  /** What the officer is asked, as JSON Schema and ui hints in the asked language; null where it is the decision alone. */
  asks: z.object({ schema: z.record(z.string(), z.unknown()), uiSchema: z.record(z.string(), z.unknown()) }).nullable(),
  /** How many pictures an inspection needs. */
  photos: z.object({ min: z.int(), max: z.int() }).nullable(),
  /** Decisions that are worth nothing without the officer's signature. */
  signs: z.array(z.enum(decisions)),
  /** The document that signing will make, to read before signing: `GET` it for a draft PDF without number. */
  preview: z.string().nullable(),
  /** Where the officer files by hand what was collected here, and the page for it. */
  filing: z.object({ system: Code, url: z.url() }).nullable(),
  caseFile: ApplicationDetail,
}).meta({ id: 'TaskDetail' })
export type TaskDetail = z.infer<typeof TaskDetail>

/** Filters of `GET /api/tasks`: `{service, status, assignee: 'me'|'nobody', servicePoint, state: 'on-time'|'warned'|'breached'|'paused', q}`. Default sort: least time left first. */
export const TaskFilter = z.strictObject({
  id: z.array(Id).max(200).optional(),
  service: Code.optional(),
  step: Code.optional(),
  status: z.enum(['open', 'returned', 'decided', 'closed']).optional(),
  assignee: z.enum(['me', 'nobody']).optional(),
  servicePoint: Code.optional(),
  state: z.enum(['on-time', 'warned', 'breached', 'paused']).optional(),
  application: Id.optional(),
})

export const DecideTask = z
  .strictObject({
    decision: z.enum(decisions),
    note: z.string().trim().max(2000).optional(),
    /** With `return`: everything that is missing, at once. */
    deficiencies: z.array(Deficiency).max(50).optional(),
    /** With `approve` where the task brings the owner's document. */
    data: z.strictObject({ number: z.string().trim().min(1).max(60), file: Id }).optional(),
    /** To what the step asks: a consultation's questions, an inspection's checklist. */
    answers: z.record(z.string(), z.unknown()).optional(),
    /** Uploaded pictures of an inspection. */
    photos: z.array(Id).max(20).optional(),
    /** Passphrase or code of the signer; lives for this request only (design rule 5). */
    signing: z.strictObject({ passphrase: z.string().min(1).max(200) }).optional(),
  })
  .meta({ id: 'DecideTask' })
export type DecideTask = z.infer<typeof DecideTask>

export const DecidedTask = z.object({ task: TaskRow, application: ApplicationRow }).meta({ id: 'DecidedTask' })
export type DecidedTask = z.infer<typeof DecidedTask>

export const AssignTask = z.strictObject({ officer: Id }).meta({ id: 'AssignTask' })
/** Colleagues a task can be given to: `GET /api/tasks/:id/candidates`. */
export const Candidate = z
  .object({ id: Id, name: z.string(), role: z.enum(roles), open: z.int() })
  .meta({ id: 'Candidate' })

/** When the officer comes; `note` is for the applicant. */
export const ScheduleVisit = z
  .strictObject({ at: Instant, note: z.string().trim().max(500).optional() })
  .meta({ id: 'ScheduleVisit' })
export type ScheduleVisit = z.infer<typeof ScheduleVisit>

/** Where the officer stands, WGS 84 degrees and metres; absent where the device does not tell. */
export const ArriveAtVisit = z
  .strictObject({
    position: z
      .strictObject({
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
        accuracy: z.number().min(0).max(100_000),
      })
      .optional(),
  })
  .meta({ id: 'ArriveAtVisit' })
export type ArriveAtVisit = z.infer<typeof ArriveAtVisit>
