import { z } from 'zod'
import { outcomes } from '../domain/case/events.ts'
import { behaviours, rehearsalStates } from '../domain/rehearsal.ts'
import { Code, Id, Instant, LocalText } from './common.ts'

const Behaviour = z.strictObject({
  officers: z.enum(behaviours.officers),
  citizen: z.enum(behaviours.citizen),
  signer: z.enum(behaviours.signer),
  payer: z.enum(behaviours.payer),
  systems: z.enum(behaviours.systems),
})

/** A version that was published, or the draft at the revision that was read. */
const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('version'), version: z.int().min(1) }),
  z.strictObject({ kind: z.literal('draft'), revision: z.int().min(1) }),
])

/** Has a service played with invented people. `day`: when the application comes in, a day still to come; the next working day without one. */
export const AskRehearsal = z
  .strictObject({ service: Code, source: Source, behaviour: Behaviour, day: z.iso.date().optional() })
  .meta({ id: 'AskRehearsal' })
export type AskRehearsal = z.infer<typeof AskRehearsal>

/** What a rehearsal tells, in one language; instants are those of the played case. */
export const RehearsalStory = z
  .object({
    filedAt: Instant,
    /** null: it rests for ever, on whom `restsOn` says. */
    outcome: z.enum(outcomes).nullable(),
    restsOn: z.string().nullable(),
    closedAt: Instant.nullable(),
    lines: z.array(
      z.object({
        seq: z.int(),
        at: Instant,
        by: z.enum(['citizen', 'officer', 'system']),
        who: z.string(),
        text: z.string(),
        /** Until when the whole application is due from this line on. */
        dueAt: Instant.nullable(),
      }),
    ),
    told: z.array(z.object({ seq: z.int(), at: Instant, to: z.string(), subject: z.string() })),
    signed: z.array(z.object({ title: z.string(), number: z.string(), by: z.string(), at: Instant })),
    clocks: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        unit: z.enum(['working-days', 'working-minutes']),
        amount: z.number(),
        /** Of the budget, in its unit. */
        spent: z.number(),
        dueAt: Instant.nullable(),
        breached: z.boolean(),
        pauses: z.array(z.object({ from: Instant, until: Instant.nullable() })),
      }),
    ),
    term: z.object({ dueAt: Instant, met: z.boolean() }).nullable(),
  })
  .meta({ id: 'RehearsalStory' })
export type RehearsalStory = z.infer<typeof RehearsalStory>

export const RehearsalRow = z
  .object({
    id: Id,
    service: Code,
    /** `running` only while whoever plays it is heard from. */
    state: z.enum(rehearsalStates),
    source: Source,
    behaviour: Behaviour,
    day: z.iso.date().nullable(),
    by: z.object({ id: Id, name: z.string() }),
    at: Instant,
    endedAt: Instant.nullable(),
    /** How far the played case has come; null while its stage is set up. */
    playedUntil: Instant.nullable(),
    outcome: z.enum(outcomes).nullable(),
    failure: z.object({ code: z.string(), message: LocalText }).nullable(),
  })
  .meta({ id: 'RehearsalRow' })
export type RehearsalRow = z.infer<typeof RehearsalRow>

export const Rehearsal = RehearsalRow.extend({ story: RehearsalStory.nullable() }).meta({ id: 'Rehearsal' })
export type Rehearsal = z.infer<typeof Rehearsal>

export const RehearsalsOf = z.strictObject({ service: Code })

/** The last rehearsals of a service, and what one can be asked for. */
export const Rehearsals = z
  .object({
    rehearsals: z.array(RehearsalRow),
    /** Whether this installation has somebody who plays, and when they were last heard from. */
    rehearser: z.object({ here: z.boolean(), seenAt: Instant.nullable() }),
    /** Days to begin on so that a long holiday falls into the case. */
    holidays: z.array(z.object({ day: z.iso.date(), from: z.iso.date(), name: LocalText })),
  })
  .meta({ id: 'Rehearsals' })
export type Rehearsals = z.infer<typeof Rehearsals>
