import { endOf } from '../../domain/authority/span.ts'
import { longDateTime } from '../../domain/indonesian-time.ts'
import { taskNow } from '../../engine/task-now.ts'
import { endedMandateAt, toMandate } from '../../models/authority/authority.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { Task, type TaskRecord } from '../../models/case/task.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import { sitsAt } from '../case/allowed.ts'
import { forbidden, notFound } from '../errors/problems.ts'
import { type Asking, allows, authorise, signedIn } from '../middleware/ability.ts'

export type Found = { task: TaskRecord; application: ApplicationRecord }

/** The task and its case, where the person may see them. Throws 404 for what is not there or not theirs to know of. */
export async function findTask(request: Asking, id: string): Promise<Found> {
  const may = authorise(request, 'read', 'task')
  const task = await Task.findOne({ $and: [{ task: id }, may] }).lean<TaskRecord>()
  const application = task && (await Application.findOne({ _id: task.application }).lean<ApplicationRecord>())
  if (!application) throw notFound()
  return { task, application }
}

/** The task at the person's own desk. Throws 403 for those who only see it: another desk's, or a supervisor. */
export async function findTaskAtDesk(request: Asking, id: string, action: 'claim' | 'decide'): Promise<Found> {
  const found = await findTask(request, id)
  if (sitsAt(request.person, action, found.task)) return found
  const ended = await endedMandateAt(signedIn(request).account, found.task)
  throw forbidden(ended ? mandateEnded(endOf(toMandate(ended)), await regencyFacts()) : otherDesk)
}

/** The task, where the person may give it to a colleague. */
export async function findTaskToAssign(request: Asking, id: string): Promise<Found> {
  const found = await findTask(request, id)
  if (!allows(request.person, 'assign', 'task', found.task)) throw forbidden()
  return found
}

export const readTaskAgain = ({ task, application }: Found): Promise<Found> => taskNow(application._id, task.task)

const mandateEnded = (
  at: number,
  { utcOffsetMinutes, timeZoneName }: { utcOffsetMinutes: number; timeZoneName: string },
) => {
  const when = `${longDateTime(at, utcOffsetMinutes)} ${timeZoneName}`
  return {
    id: `Mandat Plh/Plt Anda untuk meja ini berakhir ${when}; sejak saat itu Anda tidak lagi memutuskan di sini.`,
    en: `Your mandate as a stand-in at this desk ended ${when}; you no longer decide here.`,
  }
}
const otherDesk = {
  id: 'Tugas ini ada di meja lain; peran Anda tidak memutuskannya.',
  en: 'This task lies on another desk; your role does not decide it.',
}
