import { type Flow, isHuman, type MessageTrigger, type Step, type Track } from '../service.ts'
import { clockOf, startClock, stopClocks } from './clocks.ts'
import { type Outcome, type Proposal, system } from './events.ts'
import { foresee } from './reduce.ts'
import { type CaseState, isClosed, stepKey } from './state.ts'

/** A case's fixed surroundings: its pinned flow and its number. */
export type CaseContext = { flow: Flow; number: string }

const outcomes = { main: 'approved', rejection: 'rejected', deemed: 'deemed-approved' } as const satisfies Record<
  Track,
  Outcome
>
const farewells = { main: 'approved', rejection: 'rejected', deemed: null } as const

/** Everything that follows from where the case stands, up to its next rest: a task that waits, an effect begun, or the end. */
export function followUps(context: CaseContext, state: CaseState, at: number): Proposal[] {
  const all: Proposal[] = []
  let now = state
  for (;;) {
    const moves = nextMove(context, now, at)
    if (moves.length === 0) return all
    all.push(...moves)
    now = foresee(now, moves)
  }
}

/** The step under way, or null between steps and at the end. */
export function currentStep({ flow }: CaseContext, state: CaseState): Step | null {
  return flow.tracks[state.track].find((step) => isUnderWay(state, step)) ?? null
}

function isUnderWay(state: CaseState, step: Step): boolean {
  const known = state.steps[stepKey(state.track, step.code)]
  return known !== undefined && known.endedAt === null
}

function nextMove(context: CaseContext, state: CaseState, at: number): Proposal[] {
  if (state.seq === 0 && state.receivedAt === null) return []
  if (isClosed(state) || state.status === 'returned') return []
  for (const step of context.flow.tracks[state.track]) {
    if (step.when !== undefined && state.conditions[step.when] !== true) continue
    const known = state.steps[stepKey(state.track, step.code)]
    if (!known) return openStep(context, state, step, at)
    if (known.endedAt === null) return []
  }
  return closeCase(context, state, at)
}

function openStep(context: CaseContext, state: CaseState, step: Step, at: number): Proposal[] {
  const { track } = state
  const started: Proposal = { type: 'step-started', at, by: system, data: { track, step: step.code } }
  const ended: Proposal = { type: 'step-ended', at, by: system, data: { track, step: step.code, outcome: 'done' } }
  if (isHuman(step)) {
    const task = taskId(context, track, step.code)
    const clock = clockOf(step)
    return [
      started,
      {
        type: 'task-opened',
        at,
        by: system,
        data: { task, track, step: step.code, desk: step.desk, decisions: step.decisions },
      },
      ...(clock ? [startClock(task, clock, at, system)] : []),
    ]
  }
  switch (step.kind) {
    case 'issue':
      return [
        started,
        { type: 'latch-taken', at, by: system, data: { latch: 'issuing', ref: stepKey(track, step.code) } },
      ]
    case 'register': {
      const document = latestDocument(state, step.document)
      if (!document)
        throw new RangeError(`register ${step.register} needs document ${step.document}, which was not issued`)
      const entry = `${context.number}:${step.register}`
      const entered = { entry, register: step.register, document: document.id, validFrom: at }
      return [started, { type: 'register-entered', at, by: system, data: entered }, ended]
    }
    case 'notify':
      return [started, ...tell(context, step.message, at), ended]
  }
}

function closeCase(context: CaseContext, state: CaseState, at: number): Proposal[] {
  const farewell = farewells[state.track]
  return [
    ...stopClocks(state, at, system),
    ...(farewell ? tell(context, farewell, at) : []),
    { type: 'closed', at, by: system, data: { outcome: outcomes[state.track] } },
  ]
}

/** A message, where the service has a text for the occasion. */
export function tell(
  { flow }: CaseContext,
  trigger: MessageTrigger,
  at: number,
  more: { task?: string; clock?: string; percent?: number } = {},
): Proposal[] {
  return flow.messages.includes(trigger) ? [{ type: 'message-queued', at, by: system, data: { trigger, ...more } }] : []
}

/** Stable over the case's life: a returned task is decided again under the same id. */
export function taskId({ number }: CaseContext, track: Track, step: string): string {
  return track === 'main' ? `${number}:${step}` : `${number}:${track}-${step}`
}

export function latestDocument(state: CaseState, code: string) {
  return Object.values(state.documents)
    .filter((document) => document.code === code)
    .sort((a, b) => b.ordinal - a.ordinal)[0]
}
