import { z } from 'zod'
import { Code, Id, Instant } from './common.ts'
import { ServiceDetail } from './services.ts'

const Definition = z.record(z.string(), z.unknown())

/** A version that was published; `by` is null where it came with a pack. */
export const ServiceVersionRow = z
  .object({
    version: z.int(),
    publishedAt: Instant,
    by: z.object({ id: Id, name: z.string() }).nullable(),
    digest: z.string(),
    /** Day of the regency from which it holds; null from its publication. */
    effectiveFrom: z.iso.date().nullable(),
    /** Why, in the editor's words. */
    note: z.string().nullable(),
    /** New applications are filed under it today. */
    current: z.boolean(),
    /** Cases that go on under it. */
    openCases: z.int(),
  })
  .meta({ id: 'ServiceVersionRow' })
export type ServiceVersionRow = z.infer<typeof ServiceVersionRow>

/** One version, as it was written and as everybody reads it. */
export const ServiceVersionDetail = ServiceVersionRow.omit({ current: true, openCases: true })
  .extend({ definition: Definition, shown: ServiceDetail })
  .meta({ id: 'ServiceVersionDetail' })
export type ServiceVersionDetail = z.infer<typeof ServiceVersionDetail>

/** What an editor is writing; where nobody is, the version in force, as revision 0. */
export const ServiceDraft = z
  .object({
    code: Code,
    /** Version it began from. */
    base: z.int(),
    revision: z.int(),
    by: z.object({ id: Id, name: z.string() }).nullable(),
    at: Instant.nullable(),
    definition: Definition,
  })
  .meta({ id: 'ServiceDraft' })
export type ServiceDraft = z.infer<typeof ServiceDraft>

/** Saves over the revision that was read: 0 begins a draft. The definition may still be wrong. */
export const SaveDraft = z
  .strictObject({ revision: z.int().min(0), definition: Definition })
  .meta({ id: 'SaveServiceDraft' })

/** Which revision is meant: what another editor saved meanwhile is not discarded unseen. */
export const DiscardDraft = z.strictObject({ revision: z.coerce.number().int().min(1).optional() })

/**
 * Which revision is meant: what another editor saved meanwhile is not published unseen. `effectiveFrom` is a day of the
 * regency, at most a year from now; without one the version holds at once.
 */
export const PublishDraft = z
  .strictObject({
    revision: z.int().min(1),
    note: z.string().trim().min(3).max(500).optional(),
    effectiveFrom: z.iso.date().optional(),
  })
  .meta({ id: 'PublishServiceDraft' })
export type PublishDraft = z.infer<typeof PublishDraft>

export const DraftCheck = z
  .object({
    revision: z.int(),
    /** Place in the definition, what is wrong there, and how to mend it where that can be said. */
    problems: z.array(z.object({ path: z.string(), message: z.string(), mend: z.string().nullable() })),
  })
  .meta({ id: 'DraftCheck' })
export type DraftCheck = z.infer<typeof DraftCheck>
