import { z } from 'zod'
import {
  type ClockBudget,
  type Rung as DomainRung,
  type RungAction as DomainRungAction,
  type PauseReason,
  roles,
} from '../../domain/service.ts'
import { Code, limits, SourceRef } from './common.ts'

export const Role = z.enum(roles)

export const RungAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('remind') }),
  z.strictObject({ kind: z.literal('warn'), role: Role }),
  z.strictObject({ kind: z.literal('escalate'), role: Role, agency: Code.optional() }),
  z.strictObject({ kind: z.literal('reassign'), role: Role.optional() }),
  z.strictObject({ kind: z.literal('pool') }),
  z.strictObject({ kind: z.literal('deem'), basis: SourceRef }),
  z.strictObject({ kind: z.literal('remind-applicant') }),
  z.strictObject({ kind: z.literal('lapse') }),
  z.strictObject({ kind: z.literal('proceed') }),
]) satisfies z.ZodType<DomainRungAction>

export const Rung = z.strictObject({
  percent: z.int().min(1).max(1000),
  actions: z.array(RungAction).min(1).max(5),
}) satisfies z.ZodType<DomainRung>

const budget = {
  unit: z.enum(['working-days', 'working-minutes']),
  amount: z.int().min(1).max(10_000),
} satisfies Record<keyof ClockBudget, z.ZodType>

const workingDays = z.int().min(1).max(365)

/**
 * Which calendar counts; empty where the file leaves it to the office whose time it is (`domain/which-calendar.ts`). Whoever
 * reads a service fills it in before it goes further.
 */
const CalendarCode = Code.default('')

/** How many working days the clock may stand still for a reason, in all; then it runs on by itself. */
const PauseCaps = z.strictObject({
  correction: workingDays.optional(),
  outside: workingDays.optional(),
} satisfies Record<PauseReason, z.ZodType>)

export const Clock = z.strictObject({
  ...budget,
  calendar: CalendarCode,
  rungs: z.array(Rung).max(limits.rungs),
  pauseCaps: PauseCaps.optional(),
})
export type Clock = z.infer<typeof Clock>

/** The clock of the whole application, as the service standard promises it. */
export const Term = Clock.extend({ startsOn: z.enum(['receipt', 'complete']), source: SourceRef })
export type Term = z.infer<typeof Term>

/** An objection is filed as an application of another service, within so many working days of the decision. */
export const Appeal = z.strictObject({
  service: Code,
  workingDays: z.int().min(1).max(60),
  calendar: CalendarCode,
  source: SourceRef,
})
export type Appeal = z.infer<typeof Appeal>
