import { setTimeout as pause } from 'node:timers/promises'
import { Task, type TaskRecord } from '../../models/case/task.ts'
import { isDatabaseAway } from '../../models/database-errors.ts'
import type { Filable, Receipt } from './filing.ts'
import { receiptOf } from './filing.ts'
import type { House } from './house.ts'
import type { Intention, Office } from './officers.ts'

/** Between two acts of one person. */
const breathMs = 150

export type Load = {
  intentions: Intention[]
  receipts: Receipt[]
  /** Resolves when the last answer is there. Throws what went wrong in anybody's hands. */
  stop(): Promise<void>
}

/** A quiet morning: people file, officers decide, others look things up, until it is stopped. */
export function startLoad({ client, inside }: House, office: Office, known: Receipt): Load {
  const intentions: Intention[] = []
  const receipts: Receipt[] = []
  const desk: TaskRecord[] = []
  const taken = new Set([`${known.number}:pemeriksaan`])
  const failures: unknown[] = []
  let isOver = false

  async function repeat(act: () => Promise<unknown>): Promise<void> {
    try {
      for (; !isOver; await pause(breathMs)) await act()
    } catch (error) {
      failures.push(error)
    }
  }

  async function file(service: Filable): Promise<void> {
    const filing = (await office.prepareFiling(service))()
    intentions.push(filing)
    receipts.push(receiptOf(await filing.answer))
  }

  /** Takes what lies on the desks, each task once; the desks are looked at again when nothing is left. */
  async function decide(): Promise<void> {
    const task = desk.shift()
    if (task) {
      const decision = office.decideTask(task)
      intentions.push(decision)
      await decision.answer
      return
    }
    const open = await inside(() => Task.find({ status: 'open' }).sort({ openedAt: 1 }).lean<TaskRecord[]>()).catch(
      (error: unknown) => {
        if (isDatabaseAway(error)) return []
        throw error
      },
    )
    for (const each of open.filter((one) => !taken.has(one.task))) {
      taken.add(each.task)
      desk.push(each)
    }
  }

  const { number, trackingCode } = known
  const running = [
    repeat(() => file('sip-bidan')),
    repeat(() => file('ak-1')),
    repeat(decide),
    repeat(decide),
    repeat(decide),
    repeat(() => client.once('GET', '/api/tasks', { token: office.tokenOf('verifikator') })),
    repeat(() => client.once('GET', `/api/applications/${known.id}`, { token: office.tokenOf('warga') })),
    repeat(() => client.once('POST', '/api/track', { body: { number, code: trackingCode } })),
  ]
  return {
    intentions,
    receipts,
    async stop() {
      isOver = true
      await Promise.all(running)
      if (failures.length > 0) throw new AggregateError(failures, 'the load failed')
    },
  }
}
