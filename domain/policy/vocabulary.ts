import type { MandateScope } from '../authority/mandate.ts'
import type { Role } from '../service.ts'

/** What can be asked of whom; the words of the permission table. */
export const resources = [
  'application',
  'task',
  'document',
  'message',
  'service',
  'file',
  'person',
  'register',
  'job',
  'bill',
  'call',
  'oversight',
  'mandate',
  'absence',
  'calendar',
  'rehearsal',
] as const
export type Resource = (typeof resources)[number]

export type ActionsOf = {
  application:
    | 'read'
    | 'create'
    | 'correct'
    | 'withdraw'
    | 'appeal'
    | 'search'
    | 'unmask'
    /** To take the whole case out of the house. */
    | 'export'
    | 'skip'
    | 'add-step'
    | 'merge'
    | 'reopen'
    | 'amend'
  /** sign: to have a tray of documents that wait for one's name. */
  task: 'read' | 'claim' | 'release' | 'assign' | 'decide' | 'sign'
  document: 'read'
  message: 'read'
  service: 'read' | 'edit' | 'publish'
  file: 'read' | 'create'
  person: 'read' | 'edit'
  register: 'read' | 'suspend' | 'reinstate' | 'revoke' | 'report' | 'renew'
  job: 'read'
  /** repay: to say that a refund was paid by hand. */
  bill: 'read' | 'repay'
  /** A case's wait for an outside system. */
  call: 'read' | 'retry'
  /** How an office keeps its clocks: figures, and the work behind each of them. explain: to say why one was decided out of turn. */
  oversight: 'read' | 'export' | 'explain'
  /** A dated stand-in by letter (Plh, Plt). */
  mandate: 'read' | 'give' | 'end'
  /** Days an officer is away. */
  absence: 'read' | 'record' | 'end'
  /** publish: to announce a change of working time. */
  calendar: 'read' | 'publish'
  /** ask: to have a service played with invented people. */
  rehearsal: 'read' | 'ask'
}
export type Action = ActionsOf[Resource]

/**
 * How far a grant reaches. `own`: the person's own, or filed by them for somebody. `filing`: a new case by the channel and
 * for the place the role files for. `assisted`: cases filed so, by whichever colleague. `desk`: tasks where the person sits
 * (role and agency or village), also by escalation, theirs or nobody's. `seat`: the same without what was escalated.
 * `held`: at that desk and theirs. `watched`: tasks of other offices that were escalated to theirs. `issued`: licences of the office where the person sits. The others are places.
 */
export const scopes = [
  'own',
  'filing',
  'assisted',
  'desk',
  'seat',
  'held',
  'watched',
  'issued',
  'agency',
  'village',
  'service-point',
  'regency',
] as const
export type Scope = (typeof scopes)[number]

/** One line of the table. */
export type Grant = {
  [R in Resource]: { role: Role; on: R; may: readonly ActionsOf[R][]; within: Scope }
}[Resource]

/** A role in force today and the jurisdiction it is held for; `mandate` where somebody stands in for its holder. */
export type HeldRole = {
  role: Role
  agency: string | null
  village: string | null
  servicePoint: string | null
  mandate?: MandateScope & { id: string }
}

/** Equality, or one of a few values: what both MongoDB and a check in memory understand. */
export type Condition = Record<string, string | { $in: (string | null)[] }>

/** What one person may do: `conditions` are on the stored document, absent for all of the regency. */
export type PolicyRule = { action: Action; subject: Resource; conditions?: Condition }
