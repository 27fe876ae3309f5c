/** What each act of a person or of time means for a case: pure, refusing with `Refusal` what cannot be. */
export * from './acts/applicant.ts'
export * from './acts/call-status.ts'
export * from './acts/decide.ts'
export * from './acts/desk.ts'
export * from './acts/follow-up.ts'
export * from './acts/outside.ts'
export * from './acts/rungs.ts'
export * from './acts/turns.ts'
