import { type Overtaken, overtakenBy, type Waiting } from '../../domain/oversight/line.ts'
import { Task, type TaskRecord } from '../case/task.ts'
import type { MovementRecord } from './movement.ts'

/** So many older equals are looked at; a decision that went before more is told with what was counted. */
const most = 200
/** Of those decided after it, so many are looked through for them: an old decision is not held against years of others. */
const mostLater = 1_000

type Decided = Pick<
  MovementRecord,
  'agency' | 'village' | 'service' | 'step' | 'seat' | 'at' | 'since' | 'officer' | 'task'
>

/** Whom a decision went before, as the tasks now tell it. Within a regency's context. */
export async function overtakenIn(decision: Decided): Promise<Overtaken> {
  const { agency, village, service, step, seat, at, since, officer, task } = decision
  if (!since || step === null) return { all: 0, free: 0 }
  const line = { agency, village, service, step }
  const older = { openedAt: { $lt: since }, ...(seat ? { seat } : {}) }
  const fields = { _id: 0, task: 1, openedAt: 1, endedAt: 1, assignee: 1, 'clock.pauses': 1 } as const
  const [open, ended] = await Promise.all([
    Task.find({ ...line, ...older, endedAt: null }, fields)
      .sort({ openedAt: 1 })
      .limit(most)
      .lean<Row[]>(),
    Task.aggregate<Row>([
      { $match: { ...line, endedAt: { $gt: at } } },
      { $sort: { endedAt: 1 } },
      { $limit: mostLater },
      { $match: older },
      { $limit: most },
      { $project: fields },
    ]),
  ])
  const others = [...open, ...ended].filter((row) => row.task !== task).map(waitingOf)
  return overtakenBy({ at: at.getTime(), since: since.getTime(), officer }, others)
}

type Row = Pick<TaskRecord, 'task' | 'openedAt' | 'endedAt' | 'assignee'> & {
  clock: Pick<NonNullable<TaskRecord['clock']>, 'pauses'> | null
}

function waitingOf({ openedAt, endedAt, assignee, clock }: Row): Waiting {
  return {
    openedAt: openedAt.getTime(),
    endedAt: endedAt?.getTime() ?? null,
    assignee,
    pauses: clock?.pauses ?? [],
  }
}
