import type { TaskState } from '../../../../domain/case/state.ts'
import { stepsOf } from '../../../../domain/case/steps.ts'
import type { Flow, Step } from '../../../../domain/service.ts'
import type { ApplicationRecord } from '../../../../models/case/application.ts'
import type { TimelineRecord } from '../../../../models/case/timeline-entry.ts'

/** The case is at one place, or at one in each branch; worked out of the lines themselves, beside the reducer. */
export function checkPlaces(application: ApplicationRecord, flow: Flow, lines: TimelineRecord[]): string[] {
  const { status, state } = application
  const told = tasksTold(lines)
  const open = [...told].filter(([, is]) => is === 'open').map(([id]) => id)
  const returned = [...told].filter(([, is]) => is === 'returned').map(([id]) => id)
  const isOver = closings(lines) > turnings(lines)
  const known = Object.values(state.tasks)
  const differ = known.filter(({ id, status: is }) => told.get(id) !== is)
  return [
    ...differ.map(({ id, status: is }) => `task ${id} is ${is}, the lines make it ${told.get(id)}`),
    ...(known.length === told.size ? [] : ['the state has other tasks than the lines']),
    ...(isOver === (state.outcome !== null)
      ? []
      : [`it is ${isOver ? '' : 'not '}over, the state says ${state.outcome}`]),
    ...(isOver ? overFaults(application, [...open, ...returned]) : []),
    ...(returned.length > 0 === (status === 'returned')
      ? []
      : [`it is ${status} with ${returned.length} tasks returned`]),
    ...(isOver
      ? []
      : crowded(
          flow,
          state,
          known.filter((task) => task.status === 'open'),
        )),
    ...(isOver || waits(application, open, returned) ? [] : ['it is open and waits on nobody']),
  ]
}

function tasksTold(lines: TimelineRecord[]): Map<unknown, string> {
  const tasks = new Map<unknown, string>()
  for (const { type, data } of lines) {
    if (type === 'task-opened') tasks.set(data.task, 'open')
    if (type === 'task-decided') tasks.set(data.task, data.decision === 'return' ? 'returned' : 'decided')
    if (type === 'task-closed') tasks.set(data.task, 'closed')
    if (type === 'corrected')
      for (const task of [data.task, ...((data.also as string[]) ?? [])]) tasks.set(task, 'open')
  }
  return tasks
}

const closings = (lines: TimelineRecord[]) => lines.filter(({ type }) => type === 'closed').length
const turnings = (lines: TimelineRecord[]) => lines.filter(({ type }) => type === 'reopened').length

function overFaults({ state, status, closedAt }: ApplicationRecord, left: unknown[]): string[] {
  const running = Object.values(state.clocks).filter(({ stoppedAt }) => stoppedAt === null)
  const under = Object.entries(state.steps).filter(([, { endedAt }]) => endedAt === null)
  const asked = Object.values(state.bills ?? {}).filter((bill) => bill.status === 'open')
  return [
    ...left.map((task) => `it is over and ${task} is not`),
    ...running.map(({ id }) => `it is over and clock ${id} runs`),
    ...under.map(([step]) => `it is over and ${step} is under way`),
    ...asked.map(({ id }) => `it is over and bill ${id} is open`),
    ...(state.latch ? ['it is over and the latch is held'] : []),
    ...(status === state.outcome && closedAt ? [] : [`it is over as ${state.outcome}, the row says ${status}`]),
  ]
}

/** Two open tasks stand side by side only in different branches or seats. */
function crowded(flow: Flow, state: ApplicationRecord['state'], open: TaskState[]): string[] {
  const places = open.map((task) => placeOf(stepsOf(flow, state, task.track), task))
  const tops = new Set(places.map(([top]) => top))
  const spots = places.map(([, spot]) => spot)
  return [
    ...(tops.size > 1 ? [`open tasks at ${[...tops].join(' and ')}`] : []),
    ...(new Set(spots).size < spots.length ? [`two open tasks at one place: ${spots.join(', ')}`] : []),
  ]
}

function placeOf(row: Step[], { step, seat = '' }: TaskState): [top: string, spot: string] {
  for (const top of row) {
    if (top.code === step) return [top.code, `${top.code}.${seat}`]
    if (top.kind !== 'parallel') continue
    const branch = top.branches.find(({ steps }) => steps.some(({ code }) => code === step))
    if (branch) return [top.code, `${top.code}/${branch.code}.${seat}`]
  }
  return ['nowhere', `nowhere/${step}`]
}

function waits({ state }: ApplicationRecord, open: unknown[], returned: unknown[]): boolean {
  return (
    open.length > 0 ||
    returned.length > 0 ||
    Object.values(state.bills ?? {}).some((bill) => bill.status === 'open') ||
    Object.values(state.calls ?? {}).some((call) => call.status === 'open')
  )
}
