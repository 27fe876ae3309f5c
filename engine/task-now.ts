import { taskAsTold } from '../activities/record/project/tasks.ts'
import { Application, type ApplicationRecord } from '../models/case/application.ts'
import type { TaskRecord } from '../models/case/task.ts'

/** A case and one of its tasks as they are now: the case tells of its task what the row does, for they are written together. */
export async function taskNow(
  application: string,
  id: string,
): Promise<{ task: TaskRecord; application: ApplicationRecord }> {
  const now = await Application.findOne({ _id: application }).orFail().lean<ApplicationRecord>()
  const task = taskAsTold(now, id)
  if (!task) throw new RangeError(`case ${application} tells nothing of its task ${id}`)
  return { task, application: now }
}
