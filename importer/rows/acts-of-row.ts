import { type Flow, type HumanStep, isHuman } from '../../domain/service.ts'
import type { ToldAct } from '../story/told.ts'
import type { Moment } from './moment.ts'
import type { Complaint } from './problem.ts'
import type { ImportRow, RowStep } from './row.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** What stands beside a decision that the register does not tell: it was taken, by whom and when is not known. */
const untold = 'Diputus sebelum permohonan diambil alih; pelaku dan waktunya tidak tercatat.'

/** A day without a time: noon, or right after what came before on that day; never later than now. */
export function momentAfter({ at, dayOnly }: Moment, previous: number, now: number): number {
  if (!dayOnly) return at
  const noon = at + 12 * hourMs
  const sameDay = previous >= at && previous < at + dayMs
  return Math.min(sameDay ? Math.max(noon, previous) : noon, Math.max(now, at))
}

/** A day without a time counts from the morning. */
export function filedAt({ at, dayOnly }: Moment): number {
  return dayOnly ? at + 8 * hourMs : at
}

type Around = { filed: number; now: number; account(email: string | undefined): string | null }

/** The acts a row tells one by one, in their order. */
export function toldActs(row: ImportRow, around: Around): { acts: ToldAct[]; complaints: Complaint[] } {
  const acts: ToldAct[] = []
  const complaints: Complaint[] = []
  let previous = around.filed
  for (const [index, step] of row.steps.entries()) {
    const at = momentAfter(step.at, previous, around.now)
    previous = at
    const act = toldAct(step, at, around)
    if (act) acts.push(act)
    else complaints.push({ field: `steps.${index}.step`, what: 'is missing', mend: 'write the code of the step' })
  }
  return { acts, complaints }
}

function toldAct(step: RowStep, at: number, { account }: Around): ToldAct | null {
  const note = step.note ?? null
  const officer = account(step.officer)
  if (step.act === 'withdraw') return { kind: 'withdraw', reason: note ?? '', at }
  if (step.act === 'correct') return { kind: 'correct', answers: step.answers ?? null, note, at }
  if (!step.step) return null
  if (step.act === 'claim') return { kind: 'claim', step: step.step, officer, at }
  return { kind: 'decide', step: step.step, decision: step.act, officer, note, deficiencies: step.deficiencies, at }
}

/**
 * The acts that lead to where a row says that the case stands: what came before was approved, up to complete receipt on the
 * day it was declared, the rest on the day the case came to its desk.
 */
export function actsUpTo(row: ImportRow, flow: Flow, around: Around): { acts: ToldAct[]; complaints: Complaint[] } {
  const complain = (field: string, what: string, mend: string | null) => ({
    acts: [],
    complaints: [{ field, what, mend }],
  })
  const { atStep } = row
  if (!atStep) {
    return row.status === undefined || row.status === 'received'
      ? { acts: [], complaints: [] }
      : complain('atStep', 'is missing', 'write the code of the step the case stands at, or tell its steps')
  }
  const steps = flow.tracks.main.filter(isHuman)
  const index = steps.findIndex(({ code }) => code === atStep)
  if (index < 0)
    return complain('atStep', 'is no step of this service', `write one of ${steps.map(({ code }) => code).join(', ')}`)
  const since = row.since ?? row.completeAt
  if (!since && (index > 0 || row.status === 'returned'))
    return complain('since', 'is missing', 'write the day the case came to this step')
  const arrived = since ? momentAfter(since, around.filed, around.now) : around.filed
  const complete = row.completeAt ? momentAfter(row.completeAt, around.filed, around.now) : arrived
  const receipt = steps.findIndex((step) => step.kind === 'review' && step.completesReceipt)
  const acts = steps
    .slice(0, index)
    .map((step, at) => untoldDecision(step, at <= receipt ? Math.min(complete, arrived) : arrived))
  const step = steps[index]
  const last =
    row.status === 'returned' && step ? [{ ...untoldDecision(step, arrived), decision: 'return' as const }] : []
  return { acts: [...acts, ...last], complaints: [] }
}

function untoldDecision(step: HumanStep, at: number): Extract<ToldAct, { kind: 'decide' }> {
  const decision = step.kind === 'sign' ? 'sign' : 'approve'
  return { kind: 'decide', step: step.code, decision, officer: null, note: untold, deficiencies: [], at }
}
