import type { WrittenComponent } from '../../../../catalogue/schema/standard.ts'

/** Components of the service standard that are written, in the order of UU 25/2009 art 21. */
export const writtenComponents = [
  'complaints',
  'facilities',
  'competence',
  'supervision',
  'staffing',
  'guarantee',
  'safety',
  'evaluation',
] as const satisfies readonly WrittenComponent[]
