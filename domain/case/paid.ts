import type { CaseState } from './state.ts'

/** Rupiah that the case has been paid so far. */
export function paidFor({ bills = {} }: Pick<CaseState, 'bills'>): number {
  return Object.values(bills).reduce((sum, { status, amount }) => (status === 'paid' ? sum + amount : sum), 0)
}
