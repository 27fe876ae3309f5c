import { z } from 'zod'

/** Texts are Indonesian first, English complete. */
export const LocalText = z.strictObject({ id: z.string().min(1), en: z.string().min(1) }).meta({ id: 'LocalText' })
export type LocalText = z.infer<typeof LocalText>

/** ISO 8601 instant in UTC. */
export const Instant = z.iso.datetime()
export const Code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
export const Id = z.string().min(1).max(120)
/** Region code of a village, `35.10.01.2001`. */
export const VillageCode = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)

/** The client's own key for one intention; the same key again is the same act (header `Idempotency-Key`). */
export const IdempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{8,100}$/)

/** RFC 9457; `errors` name the fields, in the user's language. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string(), code: z.string().optional() })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** react-admin's simple-rest dialect: each is JSON in the query string. Ranges end at 10,000 (design rule 11). */
export const ListQuery = z.strictObject({
  filter: z.string().max(2000).optional(),
  sort: z.string().max(200).optional(),
  range: z.string().max(50).optional(),
})

/** `more` is true where counting stopped at 1,001. */
export const PageInfo = z.object({ total: z.int(), more: z.boolean() })
