import { z } from 'zod'
import { roles } from '../domain/service.ts'
import { Code, Id } from './common.ts'

/** Why a superior gives a case another course: kept with the case, shown in its story to officers. */
const Reason = z.string().trim().min(10).max(1000)

/** A step more, at a desk the service did not foresee: walked after `after`, which must not be passed yet. */
export const AddStep = z
  .strictObject({
    after: Code,
    title: z.string().trim().min(3).max(120),
    role: z.enum(roles),
    agency: Code,
    /** Working days the desk has. */
    days: z.int().min(1).max(30),
    reason: Reason,
  })
  .meta({ id: 'AddStep' })
export type AddStep = z.infer<typeof AddStep>

/** The same matter is dealt with under the number named: this case ends there. */
export const MergeApplication = z
  .strictObject({ into: z.string().trim().min(3).max(60), reason: Reason })
  .meta({ id: 'MergeApplication' })
export type MergeApplication = z.infer<typeof MergeApplication>

/** A closed case is decided anew, from a step of its main track. */
export const ReopenApplication = z.strictObject({ from: Code, reason: Reason }).meta({ id: 'ReopenApplication' })
export type ReopenApplication = z.infer<typeof ReopenApplication>

/** An issued document is put right: the answers that were wrong, as they should be. */
export const AmendDocument = z
  .strictObject({
    answers: z.record(z.string(), z.unknown()).refine((all) => Object.keys(all).length > 0, 'must not be empty'),
    reason: Reason,
  })
  .meta({ id: 'AmendDocument' })
export type AmendDocument = z.infer<typeof AmendDocument>

/** An objection to a decision, by the form of the service that hears it. */
export const AppealDecision = z
  .strictObject({
    answers: z.record(z.string(), z.unknown()),
    documents: z.array(z.strictObject({ code: Code, file: Id })).max(30),
  })
  .meta({ id: 'AppealDecision' })
export type AppealDecision = z.infer<typeof AppealDecision>

/** What is needed to offer a turn: desks that can be asked, and steps it can go on from. */
export const TurnChoices = z
  .object({
    /** Steps of the main track after which one can still be put in. */
    after: z.array(z.object({ code: Code, name: z.string() })),
    /** Steps a closed case can go on from. */
    from: z.array(z.object({ code: Code, name: z.string() })),
    desks: z.array(z.object({ agency: Code, name: z.string(), roles: z.array(z.enum(roles)) })),
  })
  .meta({ id: 'TurnChoices' })
export type TurnChoices = z.infer<typeof TurnChoices>
