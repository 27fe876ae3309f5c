import type { Role } from '../service.ts'
import type { Span } from './span.ts'

/**
 * Plh (pelaksana harian): stands in for an official who is away for a time. Plt (pelaksana tugas): for one whose office is
 * vacant (UU 30/2014 art 14 (1)–(2)).
 */
export const mandateKinds = ['plh', 'plt'] as const
export type MandateKind = (typeof mandateKinds)[number]

/** Acts that a mandate may keep back from its holder. */
export const mandateActs = ['sign', 'suspend', 'reinstate', 'revoke', 'give'] as const
export type MandateAct = (typeof mandateActs)[number]

/**
 * Never a stand-in's: decisions that change a legal standing for good (UU 30/2014 art 14 (7)), and giving a mandate on
 * (art 13 (6)).
 */
export const strategicActs = ['revoke', 'give'] as const satisfies readonly MandateAct[]

/** Days a letter may run for. A longer stand-in needs a new letter. */
export const longestMandateDays = 92

/** Roles whose holder somebody can stand in for. */
export const mandatedRoles = [
  'counter',
  'verifier',
  'technical',
  'section-head',
  'signer',
  'village-operator',
  'village-head',
  'supervisor',
] as const satisfies readonly Role[]
export type MandatedRole = (typeof mandatedRoles)[number]

/** `services`: the only services it is for, null for all; `withheld`: acts that stay with the official. */
export type MandateScope = { services: string[] | null; withheld: MandateAct[] }

export type Mandate = Span & {
  id: string
  kind: MandateKind
  /** Account of whoever acts. */
  holder: string
  /** Account of the official; null where the office is vacant. */
  for: string | null
  role: Role
  agency: string | null
  village: string | null
  scope: MandateScope
}

/** Everything kept back from the holder: what the law keeps back, and what the letter does. */
export const withheldBy = ({ withheld }: MandateScope): MandateAct[] => [...new Set([...strategicActs, ...withheld])]

/** Whether the mandate reaches this act on a case of this service. */
export function covers(scope: MandateScope, { act, service }: { act: MandateAct; service: string }): boolean {
  return !withheldBy(scope).includes(act) && (scope.services === null || scope.services.includes(service))
}

/** Whether it reaches such a task: one of its services, and the name under it where the task asks for one. */
export function coversTask(scope: MandateScope, { kind, service }: { kind: string; service: string }): boolean {
  const isKeptBack = kind === 'sign' && withheldBy(scope).includes('sign')
  return !isKeptBack && (scope.services === null || scope.services.includes(service))
}

/** "Plh." before the position that somebody stands in for. */
export const positionUnder = (kind: MandateKind, position: string) => `${kind === 'plh' ? 'Plh.' : 'Plt.'} ${position}`
