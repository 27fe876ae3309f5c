import { type ConsultStep, type HumanStep, isHuman, type Step, type Track } from '../service.ts'
import { pauseTerm, startClock } from './clocks.ts'
import { type Proposal, system } from './events.ts'
import type { CaseState } from './state.ts'
import { stepKey } from './state.ts'
import { isPassedOver } from './steps.ts'
import { type CaseContext, tell } from './tell.ts'

/** What beginning a step means; null where it cannot begin yet, because something else holds the latch. */
export function openStep(context: CaseContext, state: CaseState, step: Step, at: number): Proposal[] | null {
  const { track } = state
  const started: Proposal = { type: 'step-started', at, by: system, data: { track, step: step.code } }
  const ended: Proposal = { type: 'step-ended', at, by: system, data: { track, step: step.code, outcome: 'done' } }
  if (isHuman(step)) return [started, ...openTask(context, state, step, at)]
  switch (step.kind) {
    case 'consult':
      return [started, ...askPanel(context, state, step, at)]
    case 'issue':
      if (state.latch) return null
      return [
        started,
        { type: 'latch-taken', at, by: system, data: { latch: 'issuing', ref: stepKey(track, step.code) } },
      ]
    case 'register':
      return [started, ...register(context, state, step, at), ended]
    case 'notify':
      return [started, ...tell(context, step.message, at), ended]
    case 'wait':
      return [started, startClock(clockId(context, state, step.code), step.clock, at, system)]
    case 'call': {
      const { system: outside, operation, agency } = step
      const call = clockId(context, state, step.code)
      return [
        started,
        { type: 'call-opened', at, by: system, data: { call, step: step.code, system: outside, operation, agency } },
        startClock(call, step.clock, at, system),
        ...(step.pausesTerm ? pauseTerm(state, step.pausesTerm, at) : []),
      ]
    }
    case 'pay':
    case 'parallel':
      return [started]
  }
}

function openTask(context: CaseContext, state: CaseState, step: HumanStep, at: number): Proposal[] {
  const task = taskId(context, state, step.code)
  const { desk, decisions, clock } = step
  const opened = { task, track: state.track, step: step.code, desk, decisions }
  return [
    {
      type: 'task-opened',
      at,
      by: system,
      data: step.kind === 'inspect' ? { ...opened, visit: true } : opened,
    },
    startClock(task, clock, at, system),
  ]
}

/** All are asked at once, each with a clock of their own. */
function askPanel(context: CaseContext, state: CaseState, step: ConsultStep, at: number): Proposal[] {
  return seatsOf(state, step).flatMap(({ code, desk, decisions, clock }): Proposal[] => {
    const task = taskId(context, state, step.code, code)
    const data = { task, track: state.track, step: step.code, desk, decisions, seat: code }
    return [{ type: 'task-opened', at, by: system, data }, startClock(task, clock, at, system)]
  })
}

/** Those who are asked in this case. */
export function seatsOf(state: CaseState, { panel }: ConsultStep) {
  return panel.filter((seat) => !isPassedOver(state, seat))
}

function register(
  context: CaseContext,
  state: CaseState,
  { register: code, document }: Extract<Step, { kind: 'register' }>,
  at: number,
): Proposal[] {
  const issued = latestDocument(state, document)
  if (!issued) throw new RangeError(`register ${code} needs document ${document}, which was not issued`)
  const entry = `${context.number}:${code}`
  const isKnown = state.register.some((each) => each.entry === entry)
  if (isKnown) return [{ type: 'register-amended', at, by: system, data: { entry, document: issued.id } }]
  return [
    { type: 'register-entered', at, by: system, data: { entry, register: code, document: issued.id, validFrom: at } },
  ]
}

/**
 * Stable over the case's life: a returned task is decided again under the same id. `{number}:{step}`, with the track
 * before the step off the main one, the seat behind it where several are asked, and the round where it was reopened.
 */
export function taskId(
  { number }: Pick<CaseContext, 'number'>,
  { track, round }: CaseState,
  step: string,
  seat?: string,
): string {
  return `${number}:${trackPrefix(track)}${step}${seat ? `.${seat}` : ''}${round ? `~${round}` : ''}`
}

const trackPrefix = (track: Track) => (track === 'main' ? '' : `${track}-`)

/** The clock of a step without a task bears the id that its task would. */
export const clockId = taskId

/** Undoes `taskId` on the main track: the step's code. */
export function stepOfClock(id: string): string {
  return (id.slice(id.indexOf(':') + 1).split('~')[0] ?? '').split('.')[0] ?? ''
}

export function latestDocument(state: CaseState, code: string) {
  return Object.values(state.documents)
    .filter((document) => document.code === code)
    .sort((a, b) => b.ordinal - a.ordinal)[0]
}
