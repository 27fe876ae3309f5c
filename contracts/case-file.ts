import { z } from 'zod'
import { Purpose } from './search.ts'

/** The whole case leaves the house, names and numbers unmasked: why is kept in the audit chain and in the file itself. */
export const CaseFileRequest = z.strictObject({ purpose: Purpose }).meta({ id: 'CaseFileRequest' })
