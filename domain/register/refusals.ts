/** What a licence says to an act it cannot take now; listed among the refusals of a case (`domain/case/actions.ts`). */
export const entryRefusals = [
  'entry-not-valid',
  'entry-not-suspended',
  'entry-ended',
  'entry-busy',
  'entry-asks-no-report',
  'entry-no-report-due',
  'entry-until-passed',
] as const
