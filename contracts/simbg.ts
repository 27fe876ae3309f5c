import { z } from 'zod'

/** Word that something has been answered: Lontar asks for the answer itself. */
export const SimbgNews = z.strictObject({ kunci: z.string().min(1).max(160) }).meta({ id: 'SimbgNews' })
