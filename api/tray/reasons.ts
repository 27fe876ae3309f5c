import type { LookFirst } from '../../contracts/tray.ts'
import { attemptToLookAt, lookFirst, oddities } from '../../domain/case/look-first.ts'
import { Act, type AnyAct } from '../../models/case/acts.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { type FailedAttempt, failedAttempts } from '../../models/case/signing-attempts.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { asOf } from '../case/present-row.ts'
import type { Reader } from '../case/reader.ts'

type Known = { application: ApplicationRecord; attempts: FailedAttempt[]; acts: Map<string, AnyAct> }

/** Why each of these tasks is to be looked at by itself, gravest first; tasks that are ordinary are not named. */
export async function reasonsToLook(tasks: TaskRecord[], reader: Reader): Promise<Map<string, LookFirst[]>> {
  const ids = tasks.map(({ application }) => application)
  const [applications, attempts] = await Promise.all([
    Application.find({ _id: { $in: ids } })
      .select('_id state service serviceVersion village')
      .lean<ApplicationRecord[]>(),
    failedAttempts(ids),
  ])
  const said = await Act.find({ _id: { $in: applications.flatMap(decisionsOf) } }).lean<AnyAct[]>()
  const acts = new Map(said.map((act) => [act._id, act]))
  const byId = new Map(applications.map((application) => [application._id, application]))
  const found = new Map<string, LookFirst[]>()
  for (const task of tasks) {
    const application = byId.get(task.application)
    if (!application) continue
    const known = { application, attempts: attempts.get(task.application) ?? [], acts }
    found.set(task.task, await reasonsFor(task, known, reader))
  }
  return found
}

const decisionsOf = ({ state }: Pick<ApplicationRecord, 'state'>) =>
  Object.values(state.tasks).flatMap(({ decided }) => decided.map(({ decisionId }) => decisionId))

async function reasonsFor(task: TaskRecord, known: Known, reader: Reader): Promise<LookFirst[]> {
  const { application, attempts } = known
  const words = await reader.words(application)
  const written = notesOf(known).map(({ code, text, task: at }) => ({ code, text, step: words.stepOfTask(at) }))
  const bare = [
    ...oddities(application.state, task.task),
    ...clockReasons(task),
    attemptToLookAt(attempts.findLast(({ at }) => at >= task.openedAt.getTime())) ?? [],
  ].flat()
  const untold = bare.filter((code) => !written.some((each) => each.code === code))
  const reasons = [...untold.map((code) => ({ code, text: null, step: null })), ...written]
  return reasons.toSorted((one, other) => lookFirst.indexOf(one.code) - lookFirst.indexOf(other.code))
}

function clockReasons(task: TaskRecord): ('overdue' | 'due-soon')[] {
  const now = asOf(task)
  if (task.dueAt && task.dueAt.getTime() <= now) return ['overdue']
  return task.warnAt && task.warnAt.getTime() <= now ? ['due-soon'] : []
}

type Written = { code: 'objection' | 'note'; text: string; task: string }

/** What officers wrote with decisions that let the case go on, or against it; what was written to the applicant is mended. */
function notesOf({ application, acts }: Known): Written[] {
  return decisionsOf(application).flatMap((id): Written[] => {
    const act = acts.get(id)
    if (act?.kind !== 'decision' || !act.content.note) return []
    const { decision, note, task } = act.content
    if (decision === 'object') return [{ code: 'objection', text: note, task }]
    return decision === 'return' || decision === 'reject' ? [] : [{ code: 'note', text: note, task }]
  })
}
