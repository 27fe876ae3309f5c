import { z } from 'zod'
import {
  type CallStep as DomainCallStep,
  type ConsultStep as DomainConsultStep,
  type Desk as DomainDesk,
  type InspectStep as DomainInspectStep,
  type IssueStep as DomainIssueStep,
  type NotifyStep as DomainNotifyStep,
  type PayStep as DomainPayStep,
  type RegisterStep as DomainRegisterStep,
  type ReviewStep as DomainReviewStep,
  type Seat as DomainSeat,
  type SignStep as DomainSignStep,
  type WaitStep as DomainWaitStep,
  decisions,
  messageTriggers,
} from '../../domain/service.ts'
import { Clock, Role } from './clock.ts'
import { Code, type LocalText, LongText, ShortText, SourceRef } from './common.ts'
import { Field } from './fields.ts'

/** A step as it is written down: the domain's step, its texts, and the clock with its budget beside it. */
type Written<Step> = Omit<Step, 'clock' | 'panel'> & { name: LocalText; description?: LocalText } & (Step extends {
    clock: unknown
  }
    ? { clock: Clock }
    : unknown)

export const Desk = z.union(
  [z.strictObject({ role: Role, agency: Code }), z.strictObject({ role: Role, village: z.literal('of-application') })],
  'must be a desk: a role with an "agency", or a role with "village": "of-application"',
) satisfies z.ZodType<DomainDesk>

const base = {
  code: Code,
  name: ShortText,
  description: LongText.optional(),
  when: Code.optional(),
}
const human = { desk: Desk, clock: Clock, decisions: z.array(z.enum(decisions)).min(1).max(decisions.length) }
/** What an officer answers besides the decision: the same kinds of fields that a form has. */
const Asked = z.array(Field).min(1).max(40)

export const ReviewStep = z.strictObject({
  kind: z.literal('review'),
  ...base,
  ...human,
  completesReceipt: z.boolean().optional(),
  filesIn: Code.optional(),
  brings: z.literal('external-document').optional(),
}) satisfies z.ZodType<Written<DomainReviewStep>>

export const SignStep = z.strictObject({
  kind: z.literal('sign'),
  ...base,
  ...human,
  document: Code,
}) satisfies z.ZodType<Written<DomainSignStep>>

export const Seat = z.strictObject({
  ...base,
  ...human,
  veto: z.literal(true).optional(),
  questions: Asked.optional(),
}) satisfies z.ZodType<Written<DomainSeat>>

export const ConsultStep = z.strictObject({
  kind: z.literal('consult'),
  ...base,
  panel: z.array(Seat).min(1).max(12),
  quorum: z.int().min(1).max(12),
  onObjection: z.enum(['reject', 'continue']),
}) satisfies z.ZodType<Written<DomainConsultStep>>

export const InspectStep = z.strictObject({
  kind: z.literal('inspect'),
  ...base,
  ...human,
  report: Code,
  checklist: Asked,
  /** How many photos the report needs. */
  photos: z.strictObject({ min: z.int().min(0).max(20), max: z.int().min(1).max(20) }),
}) satisfies z.ZodType<Written<DomainInspectStep>>

export const IssueStep = z.strictObject({
  kind: z.literal('issue'),
  ...base,
  document: Code,
  /** An agency's code, or `village-of-application`. */
  agency: Code,
}) satisfies z.ZodType<Written<DomainIssueStep>>

export const RegisterStep = z.strictObject({
  kind: z.literal('register'),
  ...base,
  register: Code,
  document: Code,
}) satisfies z.ZodType<Written<DomainRegisterStep>>

export const NotifyStep = z.strictObject({
  kind: z.literal('notify'),
  ...base,
  message: z.enum(messageTriggers),
}) satisfies z.ZodType<Written<DomainNotifyStep>>

export const PayStep = z.strictObject({
  kind: z.literal('pay'),
  ...base,
  fees: z.array(Code).min(1).max(20),
  clock: Clock,
  refund: z.strictObject({ percent: z.int().min(0).max(100), until: Code.optional() }),
}) satisfies z.ZodType<Written<DomainPayStep>>

export const CallStep = z.strictObject({
  kind: z.literal('call'),
  ...base,
  system: Code,
  operation: Code,
  agency: Code,
  clock: Clock,
  document: Code.optional(),
  pausesTerm: SourceRef.optional(),
}) satisfies z.ZodType<Written<DomainCallStep>>

export const WaitStep = z.strictObject({
  kind: z.literal('wait'),
  ...base,
  clock: Clock,
}) satisfies z.ZodType<Written<DomainWaitStep>>

const branchSteps = [
  ReviewStep,
  SignStep,
  ConsultStep,
  InspectStep,
  IssueStep,
  RegisterStep,
  NotifyStep,
  PayStep,
  CallStep,
  WaitStep,
] as const
export const BranchStep = z.discriminatedUnion('kind', branchSteps)
export type BranchStep = z.infer<typeof BranchStep>

export const ParallelStep = z.strictObject({
  kind: z.literal('parallel'),
  ...base,
  branches: z
    .array(z.strictObject({ code: Code, name: ShortText, steps: z.array(BranchStep).min(1).max(10) }))
    .min(2)
    .max(6),
})

export const Step = z.discriminatedUnion('kind', [...branchSteps, ParallelStep])
export type Step = z.infer<typeof Step>
