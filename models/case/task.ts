import mongoose, { type Model, Schema } from 'mongoose'
import type { ClockLedger } from '../../domain/case/events.ts'
import type { HandOver, TaskStatus, Visit } from '../../domain/case/state.ts'
import type { Decision, Role, Track } from '../../domain/service.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** A row of the inbox, projected from the case's state; the workflow alone decides what may be done with it. */
export type TaskRecord = Tenanted<{
  /** `{application number}:{step}`, unique in the regency. */
  task: string
  application: string
  number: string
  service: string
  serviceVersion: number
  track: Track
  step: string
  kind: 'review' | 'sign' | 'consult' | 'inspect'
  /** Which of those asked at once; appointment and arrival where somebody travels. */
  seat?: string
  visit?: Visit
  role: Role
  /** Every role that may act: the desk's own and those it was escalated to. */
  roles: Role[]
  agency: string | null
  village: string | null
  servicePoint: string | null
  applicantName: string
  decisions: Decision[]
  status: TaskStatus
  assignee: string | null
  /** How it came to its holder, where it did so by itself; null where somebody took it or was given it. */
  handOver: HandOver | null
  openedAt: Date
  endedAt: Date | null
  clock:
    | (ClockLedger & {
        calendarVersion: number
        rungs: { percent: number; at: number }[]
        reached: number[]
        stoppedAt: number | null
      })
    | null
  /** null while paused. */
  dueAt: Date | null
  /** When the first warning rung after the half is due: where the clock turns amber. */
  warnAt: Date | null
  shift: number
}>

const schema = new Schema<TaskRecord>(
  {
    task: { type: String, required: true, immutable: true },
    application: { type: String, required: true, immutable: true },
    number: { type: String, required: true, immutable: true },
    service: { type: String, required: true, immutable: true },
    serviceVersion: { type: Number, required: true, immutable: true },
    track: { type: String, required: true, immutable: true },
    step: { type: String, required: true, immutable: true },
    kind: { type: String, required: true, immutable: true },
    seat: { type: String, immutable: true },
    visit: { type: Schema.Types.Mixed },
    role: { type: String, required: true, immutable: true },
    roles: { type: [String], required: true },
    agency: { type: String, default: null, immutable: true },
    village: { type: String, default: null, immutable: true },
    servicePoint: { type: String, default: null, immutable: true },
    applicantName: { type: String, required: true },
    decisions: { type: [String], required: true },
    status: { type: String, required: true },
    assignee: { type: String, default: null },
    handOver: { type: Schema.Types.Mixed, default: null },
    openedAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
    clock: { type: Schema.Types.Mixed, default: null },
    dueAt: { type: Date, default: null },
    warnAt: { type: Date, default: null },
    shift: { type: Number, default: 0 },
  },
  { collection: 'tasks', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Task: Model<TaskRecord> = mongoose.model<TaskRecord>('Task', schema)
