import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { type Move, moveOf } from '../../domain/authority/hand-over.ts'
import { deskAt, presenceAt } from '../../models/authority/presence.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { regenciesWithCases } from '../../models/case/regencies.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { inRegency } from '../../models/tenancy.ts'
import { handOverTask } from '../../workflows/messages.ts'
import { NotKept, say } from '../say.ts'
import type { Engine } from '../start-case.ts'
import { resting } from './resting.ts'

/** Moves of one sweep; the next goes on at once. */
const most = 200

/**
 * Hands over what rests with somebody who is away or has left, and gives back what was only offered. Answers how many tasks
 * moved. What a case cannot take now (it is being signed, or does not answer) is tried again by the next sweep and keeps no
 * other waiting.
 */
export async function handOverTasks(engine: Engine, log: Logger, at: Date = new Date()): Promise<number> {
  let moved = 0
  for (const regency of await regenciesWithCases()) moved += await inRegency(regency, () => sweep(engine, log, at))
  return moved
}

async function sweep(engine: Engine, log: Logger, at: Date): Promise<number> {
  const presence = await presenceAt(at)
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
