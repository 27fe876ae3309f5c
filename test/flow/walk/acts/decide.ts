import { randomUUID } from 'node:crypto'
import type { TaskState } from '../../../../domain/case/state.ts'
import { stepOf } from '../../../../domain/case/steps.ts'
import { type Decision, decisions, type Step } from '../../../../domain/service.ts'
import { bodyOf } from '../decision-bodies.ts'
import { sitsAt } from '../people.ts'
import { type Act, type Answered, type Expected, type Said, type Scene, tell } from '../scene.ts'
import { taskPath } from './desk.ts'

const onward: readonly Decision[] = ['approve', 'sign', 'agree', 'acknowledge']
const weights: Partial<Record<Decision, number>> = { return: 2, reject: 1, object: 1 }

/** Every decision that a task offers, and those it does not; in full, lacking something, and by the wrong hands. */
export function decisionActs(scene: Scene): Act[] {
  return Object.values(scene.now.state.tasks).flatMap((task) => {
    const step = stepOf(scene.flow, scene.now.state, task.track, task.step)
    const [usual = ''] = sitsAt(task.desk)
    const who = task.assignee === null ? usual : scene.house.nameOf(task.assignee)
    const all = task.decisions.map((decision) => offered(scene, task, step, who, decision))
    if (task.status !== 'open') return all.map((act) => ({ ...act, weight: 0.15 }))
    return [...all, ...wrong(scene, task, step, who), twoAtOnce(scene, task, step, who)]
  })
}

function offered(scene: Scene, task: TaskState, step: Step, who: string, decision: Decision): Act {
  const weight = onward.includes(decision) ? 14 : (weights[decision] ?? 1)
  return decide(scene, task, step, who, decision, weight, expectedOf(task, decision))
}

function expectedOf(task: TaskState, decision: Decision): Expected {
  if (task.status !== 'open') return ['task-not-open']
  if (task.visit && decision !== 'return' && task.visit.arrivedAt === null) return ['visit-not-arrived']
  return 'kept'
}

function wrong(scene: Scene, task: TaskState, step: Step, who: string): Act[] {
  const stranger = decisions.find((decision) => !task.decisions.includes(decision))
  const passer = who === 'dishub' ? 'dlh' : 'dishub'
  const [first] = task.decisions
  const acts: Act[] = []
  if (stranger) {
    acts.push(
      decide(
        scene,
        task,
        step,
        who,
        stranger,
        0.4,
        ['decision-not-offered', 'invalid-fields'],
        `not offered: ${stranger}`,
      ),
    )
  }
  if (first) acts.push(decide(scene, task, step, passer, first, 0.4, ['not-found', 'not-allowed'], 'at another desk'))
  const signs = task.decisions.includes('sign')
  if (signs) {
    const body = { decision: 'sign', signing: { passphrase: 'keliru' } }
    acts.push(said(scene, task, who, 'signs with a wrong passphrase', 0.6, 'given-back', async () => body))
    acts.push(said(scene, task, who, 'signs without one', 0.3, ['invalid-fields'], async () => ({ decision: 'sign' })))
  }
  if (task.decisions.includes('reject') && !task.visit) {
    const bare = async () => ({ decision: 'reject' })
    acts.push(said(scene, task, who, 'rejects without a reason', 0.3, ['invalid-fields'], bare))
  }
  return acts
}

function decide(
  scene: Scene,
  task: TaskState,
  step: Step,
  who: string,
  decision: Decision,
  weight: number,
  expects: Expected,
  name: string = decision,
): Act {
  return said(scene, task, who, name, weight, expects, () => bodyOf(scene.house, who, step, task, decision))
}

/** What it says may need an upload, which is made only when it is said. */
function said(
  { house }: Scene,
  task: TaskState,
  who: string,
  name: string,
  weight: number,
  expects: Expected,
  body: () => Promise<object>,
): Act {
  const note: Said = { who, path: taskPath(task.id, 'decide'), body: null, key: randomUUID() }
  return {
    name: `${who} decides ${task.id}: ${name}`,
    weight,
    expects,
    said: note,
    send: async () => {
      note.body = await body()
      return tell(house, note)
    },
  }
}

/** The same officer says two different things in one breath: one is kept, the other finds the task decided. */
function twoAtOnce(scene: Scene, task: TaskState, step: Step, who: string): Act {
  const pair = [task.decisions[0], task.decisions.at(-1)].flatMap((one) => one ?? [])
  const isVisit = task.visit && task.visit.arrivedAt === null
  const expects: Expected = isVisit ? { or: ['visit-not-arrived'] } : 'kept'
  return {
    name: `${who} decides ${task.id} twice at once: ${pair.join(' and ')}`,
    weight: isVisit ? 0 : 1,
    expects,
    send: async () => {
      const bodies = await Promise.all(pair.map((decision) => bodyOf(scene.house, who, step, task, decision)))
      const answers = await Promise.all(
        bodies.map((body) => tell(scene.house, { who, path: taskPath(task.id, 'decide'), body, key: randomUUID() })),
      )
      const [first] = answers.toSorted((one, other) => one.status - other.status)
      if (!first) throw new Error('a task without decisions')
      const isOdd = ({ status }: Answered) => status !== 200 && status !== 409 && status !== 503
      if (answers.every(({ status }) => status === 200) || answers.some(isOdd))
        return { ...first, status: 500, text: answers.map(({ status, text }) => `${status} ${text}`).join('\n') }
      return first
    },
  }
}
