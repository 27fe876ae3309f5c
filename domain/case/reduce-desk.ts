import type { Proposal } from './events.ts'
import { type CaseState, type HandOver, type TaskState, withTask } from './state.ts'

type Handed = Extract<Proposal, { type: 'task-claimed' | 'task-assigned' | 'task-released' }>

/** A task changes hands: taken up, given back, given to another, by a person or by itself. */
export function handed(state: CaseState, event: Handed): CaseState {
  const { task: id } = event.data
  switch (event.type) {
    case 'task-claimed': {
      const known = state.tasks[id]?.handOver
      const taken = known ? { handOver: { ...known, offered: false } } : {}
      return withTask(state, id, { assignee: event.data.officer, ...taken })
    }
    case 'task-released':
      return withTask(without(state, id), id, { assignee: null })
    case 'task-assigned': {
      const { officer: assignee, from, reason } = event.data
      if (!reason) return withTask(without(state, id), id, { assignee })
      const offered = reason === 'absence'
      const handOver: HandOver = { from: ownerOf(state.tasks[id], from, offered), reason, at: event.at, offered }
      return withTask(state, id, { assignee, handOver })
    }
  }
}

/** What is offered further still goes back to whom it was taken from first. */
function ownerOf(task: TaskState | undefined, from: string | null, offered: boolean): string | null {
  return offered && task?.handOver?.offered ? task.handOver.from : from
}

function without(state: CaseState, id: string): CaseState {
  const task = state.tasks[id]
  if (!task?.handOver) return state
  const { handOver: _past, ...rest } = task
  return { ...state, tasks: { ...state.tasks, [id]: rest } }
}
