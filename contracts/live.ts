import { z } from 'zod'
import { Id } from './common.ts'

/**
 * The `data` of an event of `GET /api/live`: rows of a resource that changed for the reader, who fetches them again. No ids
 * means that changes were missed: fetch everything again.
 */
export const LiveChange = z.object({ resource: z.enum(['tasks']), ids: z.array(Id) }).meta({ id: 'LiveChange' })
export type LiveChange = z.infer<typeof LiveChange>
