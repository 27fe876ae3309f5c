import { z } from 'zod'

/** How agencies kept the terms they promise, over the last twelve whole months; open to anybody. */
export const PublicCompliance = z
  .object({
    /** First days of the first and the last month. */
    from: z.iso.date(),
    to: z.iso.date(),
    /** Agencies with fewer cases are named without figures. */
    smallest: z.int(),
    agencies: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        /** Cases decided that had a promised term, and how many of a hundred kept it; null where there are too few. */
        kept: z.object({ cases: z.int(), percent: z.int() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'PublicCompliance' })
export type PublicCompliance = z.infer<typeof PublicCompliance>
