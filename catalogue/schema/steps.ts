import { z } from 'zod'
import {
  type Desk as DomainDesk,
  type IssueStep as DomainIssueStep,
  type NotifyStep as DomainNotifyStep,
  type RegisterStep as DomainRegisterStep,
  type ReviewStep as DomainReviewStep,
  type SignStep as DomainSignStep,
  decisions,
  messageTriggers,
} from '../../domain/service.ts'
import { Clock, Role } from './clock.ts'
import { Code, type LocalText, LongText, ShortText } from './common.ts'

/** A step as it is written down: the domain's step, its texts, and the clock with its budget beside it. */
type Written<Step> = Omit<Step, 'clock'> & { name: LocalText; description?: LocalText } & (Step extends {
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

export const ReviewStep = z.strictObject({
  kind: z.literal('review'),
  ...base,
  ...human,
  completesReceipt: z.boolean().optional(),
  brings: z.literal('external-document').optional(),
}) satisfies z.ZodType<Written<DomainReviewStep>>

export const SignStep = z.strictObject({
  kind: z.literal('sign'),
  ...base,
  ...human,
  document: Code,
}) satisfies z.ZodType<Written<DomainSignStep>>

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

export const Step = z.discriminatedUnion('kind', [ReviewStep, SignStep, IssueStep, RegisterStep, NotifyStep])
export type Step = z.infer<typeof Step>
