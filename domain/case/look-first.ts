import { authorityCodes } from '../authority/authority-at.ts'
import type { CaseState } from './state.ts'

/**
 * Why a signer looks at a document by itself before signing, gravest first. `under-way`: somebody is signing it now.
 * `attempt-…`: an earlier attempt whose outcome is not known, or that could not make the document. `refusal`: the letter
 * refuses the applicant. `reopened` and `added-step`: the case went another way than its service says.
 */
export const lookFirst = [
  'under-way',
  'attempt-unknown',
  'attempt-failed',
  'overdue',
  'due-soon',
  'refusal',
  'objection',
  'reopened',
  'added-step',
  'note',
] as const
export type LookFirst = (typeof lookFirst)[number]

/** What the case's own state gives to look at, at one of its tasks. */
export function oddities(state: CaseState, task: string): LookFirst[] {
  const decisions = Object.values(state.tasks).flatMap(({ decided }) => decided.map(({ decision }) => decision))
  const found: Partial<Record<LookFirst, boolean>> = {
    'under-way': state.latch !== null,
    refusal: state.tasks[task]?.track === 'rejection',
    objection: decisions.includes('object'),
    reopened: (state.round ?? 0) > 0,
    'added-step': (state.added ?? []).length > 0,
  }
  return lookFirst.filter((each) => found[each])
}

/** An end of an attempt to sign: why the latch was given back, and the code of the failure, null where nobody told one. */
export type AttemptEnd = { reason: 'failed' | 'orphaned'; code: string | null }

/** Failures that say something of the signer or the signing service, and nothing of the document. */
const notOfDocument = new Set<string>([
  'wrong-secret',
  'unregistered',
  'expired',
  'revoked',
  'unavailable',
  ...authorityCodes,
])

/** What the last attempt to sign gives to look at; null where there was none, or where it says nothing of the document. */
export function attemptToLookAt(last: AttemptEnd | undefined): LookFirst | null {
  if (!last || (last.code !== null && notOfDocument.has(last.code))) return null
  return last.reason === 'orphaned' || last.code === 'unknown-outcome' ? 'attempt-unknown' : 'attempt-failed'
}
