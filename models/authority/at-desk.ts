import { coversTask } from '../../domain/authority/mandate.ts'
import type { Role } from '../../domain/service.ts'
import type { TaskRecord } from '../case/task.ts'
import { holdersOf, inForce, Membership } from '../membership.ts'
import { AbsenceModel } from './absence.ts'
import { MandateModel, type MandateRecord } from './mandate.ts'
import { spanInForce } from './span.ts'

type Place = { roles: Role[]; agency: string | null; village: string | null }

/**
 * Who may act on such a task at a desk at an instant, each once: those who hold a role of it, then those who stand in at it by
 * a letter that reaches the task.
 */
export async function actingAt(
  place: Place,
  task: Pick<TaskRecord, 'service' | 'kind'>,
  at: Date = new Date(),
): Promise<{ account: string; role: Role }[]> {
  const [seats, mandates] = await Promise.all([holdersOf(place, at), standInsAt(place, at)])
  const standIns = mandates.filter(({ scope }) => coversTask(scope, task))
  const all = [
    ...seats.map(({ account, role }) => ({ account, role })),
    ...standIns.map(({ holder: account, role }) => ({ account, role })),
  ]
  return all.filter(({ account }, index) => all.findIndex((each) => each.account === account) === index)
}

/** Officials who hold a role of the desk by right and are not away at an instant. */
export async function presentAt(place: Place, at: Date): Promise<string[]> {
  const holders = [...new Set((await holdersOf(place, at)).map(({ account }) => account))]
  const away = await AbsenceModel.distinct('account', { account: { $in: holders }, ...spanInForce(at) })
  return holders.filter((account) => !away.includes(account))
}

/** Those whose letter holds then, and who are officers still. */
async function standInsAt({ roles, agency, village }: Place, at: Date): Promise<MandateRecord[]> {
  const mandates = await MandateModel.find({ role: { $in: roles }, agency, village, ...spanInForce(at) })
    .sort({ from: 1, _id: 1 })
    .lean<MandateRecord[]>()
  const holders = mandates.map(({ holder }) => holder)
  const officers = await Membership.distinct('account', { account: { $in: holders }, ...inForce(at) })
  return mandates.filter(({ holder }) => officers.includes(holder))
}
