import { type Proposal, system, type TimelineEvent } from '../../../domain/case/events.ts'
import type { CaseState, TaskState } from '../../../domain/case/state.ts'
import type { Role, RungAction } from '../../../domain/service.ts'
import { presentAt } from '../../../models/authority/at-desk.ts'
import type { ApplicationRecord } from '../../../models/case/application.ts'
import { openByAssignee } from '../../../models/case/load.ts'

type Reached = Extract<TimelineEvent, { type: 'rung-reached' }>
type HandingOver = Extract<RungAction, { kind: 'reassign' | 'pool' }>

/**
 * A rung took the task from its holder: to whom it goes, only the office's own data can tell. It stands right behind the
 * rung, in its transaction, so that it happens once, as the rung does.
 */
export async function handedByRungs(
  application: ApplicationRecord,
  after: CaseState,
  told: TimelineEvent[],
): Promise<Proposal[]> {
  const all: Proposal[] = []
  for (const event of told) {
    if (event.type !== 'rung-reached') continue
    const action = event.data.actions.find(isHandingOver)
    const task = after.tasks[event.data.clock]
    // A line sent again after a restore brings its hand-over with it.
    const isTold = told.some(({ type, data }) => type === 'task-assigned' && data.task === task?.id)
    if (!action || task?.status !== 'open' || after.latch || isTold) continue
    all.push(...(await handOver(application, task, action, event)))
  }
  return all
}

const isHandingOver = (action: RungAction): action is HandingOver =>
  action.kind === 'reassign' || action.kind === 'pool'

async function handOver(
  application: ApplicationRecord,
  task: TaskState,
  action: HandingOver,
  { at }: Reached,
): Promise<Proposal[]> {
  const { id, assignee, desk } = task
  const officer = action.kind === 'pool' ? null : await leastLoaded(application, task, action.role ?? desk.role, at)
  if (officer === assignee) return []
  return [{ type: 'task-assigned', at, by: system, data: { task: id, officer, from: assignee, reason: 'rung' } }]
}

/** Another who is here at that instant and holds the role, with the least open work; its holder where there is nobody else. */
async function leastLoaded(
  { village }: ApplicationRecord,
  { desk, assignee }: TaskState,
  role: Role,
  at: number,
): Promise<string | null> {
  const place = 'agency' in desk ? { agency: desk.agency, village: null } : { agency: null, village }
  const present = await presentAt({ ...place, roles: [role] }, new Date(at))
  const others = present.filter((each) => each !== assignee)
  const load = await openByAssignee(others)
  const [least] = others.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (a < b ? -1 : 1))
  return least ?? assignee
}
