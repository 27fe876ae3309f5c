import type { TaskState } from '../../../../domain/case/state.ts'
import { isWorkingTime } from '../../../../domain/working-time/index.ts'
import { calendarOf } from '../../../../models/catalogue/catalogue.ts'
import { sitsAt } from '../people.ts'
import { type Act, type Expected, type Scene, tell, told } from '../scene.ts'
import { taskPath } from './desk.ts'

const hour = 3_600_000
const position = { latitude: -8.219, longitude: 114.369, accuracy: 12 }

/** Appointment, departure and arrival, in order and out of it. */
export function visitActs(scene: Scene): Act[] {
  return Object.values(scene.now.state.tasks)
    .filter(({ visit, status }) => visit && status === 'open')
    .flatMap((task) => {
      const [usual = ''] = sitsAt(task.desk)
      const who = task.assignee === null ? usual : scene.house.nameOf(task.assignee)
      return [schedule(scene, task, who), depart(scene, task, who), arrive(scene, task, who)]
    })
}

function schedule({ house, now }: Scene, task: TaskState, who: string): Act {
  const path = taskPath(task.id, 'schedule')
  const expects: Expected = task.visit?.arrivedAt ? ['visit-over'] : 'kept'
  const weight = task.visit?.appointment ? 1 : 6
  const act = told(house, { name: `makes an appointment for ${task.id}`, weight, expects }, who, path, null)
  return {
    ...act,
    send: async () => {
      if (!act.said) throw new Error('nothing is said')
      const from = Date.now() + now.shift
      act.said.body = { at: await house.inside(() => nextWorkingHour('banyuwangi', from)) }
      return tell(house, act.said)
    },
  }
}

function depart({ house }: Scene, task: TaskState, who: string): Act {
  const { appointment = null, departedAt = null } = task.visit ?? {}
  const expects: Expected = appointment === null ? ['visit-not-scheduled'] : departedAt === null ? 'kept' : 'nothing'
  const weight = appointment === null ? 0.5 : 2
  return told(house, { name: `leaves for ${task.id}`, weight, expects }, who, taskPath(task.id, 'depart'), {})
}

function arrive({ house }: Scene, task: TaskState, who: string): Act {
  const { appointment = null, arrivedAt = null } = task.visit ?? {}
  const expects: Expected =
    appointment === null ? ['visit-not-scheduled'] : arrivedAt === null ? 'kept' : ['visit-over']
  const weight = appointment !== null && arrivedAt === null ? 6 : 0.5
  return told(house, { name: `arrives at ${task.id}`, weight, expects }, who, taskPath(task.id, 'arrive'), { position })
}

/** The first full hour, a day later or more, that the office works. */
async function nextWorkingHour(code: string, from: number): Promise<string> {
  const calendar = await calendarOf(code)
  for (let at = Math.ceil(from / hour) * hour + 24 * hour; at < from + 24 * 30 * hour; at += hour) {
    if (calendar && isWorkingTime(calendar, at)) return new Date(at).toISOString()
  }
  throw new Error('no working hour in a month')
}
