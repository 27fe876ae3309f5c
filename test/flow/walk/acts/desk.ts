import type { TaskState } from '../../../../domain/case/state.ts'
import { sitsAt } from '../people.ts'
import { type Act, type Expected, type Offer, type Scene, told } from '../scene.ts'

export const taskPath = (task: string, what: string) => `/api/tasks/${encodeURIComponent(task)}/${what}`

/** Taking up, giving back, giving to a colleague; and all that on tasks where it is over. */
export function deskActs(scene: Scene): Act[] {
  return Object.values(scene.now.state.tasks).flatMap((task) =>
    task.status === 'open'
      ? [...atOpen(scene, task), ...given(scene, task)]
      : [...atOver(scene, task), ...given(scene, task)],
  )
}

function atOpen(scene: Scene, task: TaskState): Act[] {
  const holder = task.assignee === null ? null : scene.house.nameOf(task.assignee)
  return sitsAt(task.desk).flatMap((who): Act[] => {
    const mine = holder === who
    const isTaken = holder !== null && !mine
    const other: Expected = ['task-assigned-to-other']
    return [
      act(
        scene,
        { name: `claims ${task.id}`, weight: 2, expects: isTaken ? other : mine ? 'nothing' : 'kept' },
        who,
        task,
        'claim',
      ),
      act(
        scene,
        { name: `releases ${task.id}`, weight: mine ? 1 : 0.3, expects: isTaken ? other : mine ? 'kept' : 'nothing' },
        who,
        task,
        'release',
      ),
    ]
  })
}

function atOver(scene: Scene, task: TaskState): Act[] {
  const [who = ''] = sitsAt(task.desk)
  const offer: Offer = {
    name: `claims ${task.id}, which is ${task.status}`,
    weight: 0.3,
    expects: ['task-not-open', 'case-closed'],
  }
  return [act(scene, offer, who, task, 'claim')]
}

/** By the supervisor, who watches over agencies but no village. */
function given(scene: Scene, task: TaskState): Act[] {
  const { house } = scene
  const path = taskPath(task.id, 'assign')
  return sitsAt(task.desk).map((to) => {
    const officer = house.accountOf(to)
    const isOver = task.status !== 'open' && task.status !== 'returned'
    const expects: Expected = !('agency' in task.desk)
      ? ['not-found', 'not-allowed']
      : isOver
        ? ['task-not-open', 'case-closed']
        : task.assignee === officer
          ? 'nothing'
          : 'kept'
    const offer = { name: `gives ${task.id} to ${to}`, weight: isOver ? 0.2 : 0.6, expects }
    return told(house, offer, 'supervisor', path, { officer })
  })
}

function act({ house }: Scene, offer: Offer, who: string, { id }: TaskState, what: 'claim' | 'release'): Act {
  return told(house, offer, who, taskPath(id, what), {})
}
