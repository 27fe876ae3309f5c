import { z } from 'zod'
import { LongText } from './common.ts'

/** Components of the service standard that somebody has to write (UU 25/2009 art 21); the others follow from the definition. */
export const writtenComponents = [
  'complaints',
  'facilities',
  'competence',
  'supervision',
  'staffing',
  'guarantee',
  'safety',
  'evaluation',
] as const
export type WrittenComponent = (typeof writtenComponents)[number]

/** What is the same for a whole agency stands in `agencies.json`; a service writes only what differs. */
export const WrittenStandard = z.partialRecord(z.enum(writtenComponents), LongText)
export type WrittenStandard = z.infer<typeof WrittenStandard>
