import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { type Move, moveOf } from '../../domain/authority/hand-over.ts'
import { deskAt, type Presence, presenceAt } from '../../models/authority/presence.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { regenciesWithCases } from '../../models/case/regencies.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { inRegency } from '../../models/tenancy.ts'
import { handOverTask } from '../../workflows/messages.ts'
import { NotKept, say } from '../say.ts'
import type { Engine } from '../start-case.ts'
import { leftBehind, offeredOrAway } from './resting.ts'

/** Moves of one sweep; the next goes on at once. */
const most = 200

/**
 * Hands over what rests with somebody who is away, and gives back what was only offered. Answers how many tasks moved. What a
 * case cannot take now (it is being signed, or does not answer) is tried again by the next sweep and keeps no other waiting.
 */
export function handOverTasks(engine: Engine, log: Logger): Promise<number> {
  return sweep(engine, log, offeredOrAway)
}

/** As `handOverTasks`, what rests with somebody who has left. */
export function freeLeftTasks(engine: Engine, log: Logger): Promise<number> {
  return sweep(engine, log, leftBehind)
}

type Resting = (presence: Presence) => AsyncIterable<TaskRecord> | Promise<AsyncIterable<TaskRecord>>

async function sweep(engine: Engine, log: Logger, resting: Resting): Promise<number> {
  let moved = 0
  for (const regency of await regenciesWithCases())
    moved += await inRegency(regency, () => sweepHere(engine, log, resting))
  return moved
}

async function sweepHere(engine: Engine, log: Logger, resting: Resting): Promise<number> {
  const presence = await presenceAt(new Date())
  let moved = 0
  for await (const task of await resting(presence)) {
    const move = moveOf(task, deskAt(presence, task))
    if (move && (await carryOut(engine, log, task, move))) moved += 1
    if (moved === most) break
  }
  return moved
}

async function carryOut(engine: Engine, log: Logger, task: TaskRecord, { officer, reason }: Move): Promise<boolean> {
  try {
    const application = await Application.findOne({ _id: task.application }).orFail().lean<ApplicationRecord>()
    const act = { task: task.task, officer, holder: task.assignee, reason }
    await say(engine, application, handOverTask, { act, updateId: idOf(act, application) })
    return true
  } catch (error) {
    if (error instanceof NotKept) log.info({ task: task.task, code: error.code }, 'a task could not be handed over yet')
    else log.error({ error, task: task.task }, 'a task could not be handed over')
    return false
  }
}

/** Two sweepers that see the same say the same; later on it is another act. */
function idOf(act: object, { state }: ApplicationRecord): string {
  return createHash('sha256')
    .update(`hand-over ${JSON.stringify(act)} ${state.seq}`)
    .digest('base64url')
}
