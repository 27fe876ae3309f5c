import { setTimeout as pause } from 'node:timers/promises'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { Bill, type BillRecord } from '../../models/payment/bill.ts'
import { asked, found } from '../flow/walk/decision-bodies.ts'
import { sitterOf } from '../flow/walk/people.ts'
import type { Answer } from './client.ts'
import { type Receipt, upload } from './filing.ts'
import type { House } from './house.ts'
import type { Neighbours } from './neighbours.ts'
import type { Intention, Office } from './officers.ts'

const signing = { passphrase: 'lontar-demo' }
const patienceMs = 90_000

/** Cases go on through desks, panels, inspections, money and SIMBG, one move after the other. */
export function newOnward(house: House, office: Office, { gateway, simbg }: Neighbours) {
  const billOf = ({ id }: Receipt) =>
    house.inside(() => Bill.findOne({ application: id, status: 'open' }).lean<BillRecord>())
  const filedFor = ({ number }: Receipt) => simbg.filed.find(({ permohonan }) => permohonan.nomor_permohonan === number)

  async function bodyOf(task: TaskRecord): Promise<object | undefined> {
    if (task.seat) return { decision: 'agree', answers: asked[task.seat] }
    if (!task.visit) return undefined
    const photo = await upload(house.client, office.tokenOf(sitterOf(task)))
    return { decision: 'approve', answers: found, photos: [photo], signing }
  }

  async function decide(task: TaskRecord): Promise<Intention> {
    return office.decideTask(task, await bodyOf(task))
  }

  async function travel(task: TaskRecord): Promise<void> {
    const say = (what: string, body: object) =>
      office.intend(what, `/api/tasks/${encodeURIComponent(task.task)}/${what}`, body, sitterOf(task)).answer
    const taken = ({ status, code }: Answer, what: string) => {
      if (status !== 200) throw new Error(`${task.task} ${what}: ${status} ${code}`)
    }
    const hour = 3_600_000
    let at = Math.ceil(Date.now() / hour) * hour + 24 * hour
    let scheduled = await say('schedule', { at: new Date(at).toISOString() })
    // The office is closed at some hours, and for some days.
    for (let tries = 0; scheduled.status !== 200 && tries < 14 * 24; tries += 1) {
      at += hour
      scheduled = await say('schedule', { at: new Date(at).toISOString() })
    }
    taken(scheduled, 'schedule')
    taken(await say('depart', {}), 'depart')
    taken(await say('arrive', {}), 'arrive')
  }

  /** Somebody does what the case waits for; false where nobody can yet. */
  async function move(receipt: Receipt, { waiting }: ApplicationRecord): Promise<boolean> {
    if (waiting.kind === 'payment') return pay(receipt)
    if (waiting.kind === 'outside') return answer(receipt)
    const task = await office.openTask(receipt)
    if (!task) return false
    if (task.visit && task.visit.arrivedAt === null) await travel(task)
    else await (await decide(task)).answer
    return true
  }

  async function pay(receipt: Receipt): Promise<boolean> {
    const bill = await billOf(receipt)
    const [account] = bill?.accounts ?? []
    if (!account || gateway.book.find(account.order)?.status === 'settlement') return false
    await gateway.pay(account.order)
    return true
  }

  async function answer(receipt: Receipt): Promise<boolean> {
    const filed = filedFor(receipt)
    if (!filed) return false
    if (filed.keadaan.status === 'diproses') simbg.issue(filed, new Date('2026-11-28T03:00:00Z'))
    return (await simbg.tell(filed).catch(() => 0)) === 202
  }

  /** Goes on until it is there; answers how the case then stands. */
  async function bring(
    receipt: Receipt,
    isThere: (now: ApplicationRecord) => boolean | Promise<boolean>,
  ): Promise<ApplicationRecord> {
    for (const deadline = Date.now() + patienceMs; ; ) {
      const now = await office.read(receipt)
      if (await isThere(now)) return now
      if (Date.now() > deadline) throw new Error(`${receipt.number} does not go on from ${JSON.stringify(now.waiting)}`)
      if (!(await move(receipt, now))) await pause(100)
    }
  }

  return {
    billOf,
    filedFor,
    decide,
    bring,
    toTheEnd: async (receipt: Receipt) => (await bring(receipt, ({ closedAt }) => closedAt !== null)).status,
  }
}
