import { z } from 'zod'

/** Why personal data is asked for, kept in the audit chain: the reason, never the data. */
export const Purpose = z.string().trim().min(5).max(200)

/** A NIK (16 digits), an application's number as on the slip, or words of a name; answers `ApplicationRow[]`, at most 50, newest first. */
export const SearchRequest = z
  .strictObject({ text: z.string().trim().min(3).max(120), purpose: Purpose.optional() })
  .meta({ id: 'SearchRequest' })
export type SearchRequest = z.infer<typeof SearchRequest>

export const UnmaskRequest = z.strictObject({ purpose: Purpose }).meta({ id: 'UnmaskRequest' })

/** The numbers that are masked elsewhere: the applicant's, and those answered in the form by dotted field (`saksi.0.nik`). */
export const Unmasked = z
  .object({ nik: z.string(), answers: z.record(z.string(), z.string()) })
  .meta({ id: 'Unmasked' })
export type Unmasked = z.infer<typeof Unmasked>
