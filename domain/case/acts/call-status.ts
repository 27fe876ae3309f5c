import { runTerm, stopTerm } from '../clocks.ts'
import { type CallStatus, type Proposal, system } from '../events.ts'
import { foresee } from '../reduce.ts'
import { type CaseState, stepKey } from '../state.ts'

/**
 * What the outside system told of its clock while the case waits for it, each once, oldest first: the term stands still and
 * goes on with it. Nothing where the case no longer waits. One that an answer on the way overtook is kept and moves no clock.
 */
export function hearStatuses(
  state: CaseState,
  { call, statuses, at }: { call: string; statuses: readonly CallStatus[]; at: number },
): Proposal[] {
  const kept: Proposal[] = []
  for (const status of statuses) kept.push(...hearStatus(foresee(state, kept), { call, status, at }))
  return kept
}

function hearStatus(
  state: CaseState,
  { call: id, status, at }: { call: string; status: CallStatus; at: number },
): Proposal[] {
  const call = state.calls?.[id]
  const isWaitedFor = call?.status === 'open' && state.steps[stepKey(state.track, call.step)]?.endedAt === null
  if (!isWaitedFor || state.heard.includes(status.news)) return []
  const { code, saidAt, clock } = status
  const told: Proposal = { type: 'call-status', at, by: system, data: { call: id, system: call.system, ...status } }
  if (saidAt < (call.saidAt ?? 0)) return [told]
  const basis = `${call.system.toUpperCase()}, status ${code}`
  return [told, ...(clock === 'pause' ? stopTerm(state, { basis, code }, at) : runTerm(state, at))]
}
