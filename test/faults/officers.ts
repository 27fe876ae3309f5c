import { randomUUID } from 'node:crypto'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { Task, type TaskRecord } from '../../models/case/task.ts'
import { answersTo } from '../flow/walk/filing.ts'
import { officers, sitterOf } from '../flow/walk/people.ts'
import type { Answer } from './client.ts'
import { documentsOf, type Filable, filedBy, type Receipt, readyToFile, receiptOf, upload } from './filing.ts'
import type { House } from './house.ts'
import { until } from './until.ts'

const names = [...officers, 'warga']

/** An officer's or applicant's one intention: told under one key until it is answered. */
export type Intention = { key: string; what: string; answer: Promise<Answer> }

export type Office = Awaited<ReturnType<typeof openOffice>>

/** The demo people at work: they file, decide and sign through the API as good clients do. */
export async function openOffice({ client, inside }: House) {
  const tokens = new Map<string, string>()
  for (const name of names) tokens.set(name, await client.signIn(name))
  const tokenOf = (name: string) => tokens.get(name) ?? ''

  const read = ({ id }: Pick<Receipt, 'id'>): Promise<ApplicationRecord> =>
    inside(() => Application.findOne({ _id: id }).orFail().lean<ApplicationRecord>())

  const openTask = ({ id }: Pick<Receipt, 'id'>): Promise<TaskRecord | null> =>
    inside(() => Task.findOne({ application: id, status: 'open' }).lean<TaskRecord>())

  function intend(what: string, path: string, body: unknown, name: string): Intention {
    const key = randomUUID()
    return { key, what, answer: client.insist('POST', path, { token: tokenOf(name), body, key }) }
  }

  /** Whoever sits at the task decides it: signing, or whatever goes on with the case, unless told otherwise. */
  function decideTask({ task, decisions, ...desk }: TaskRecord, body?: object): Intention {
    const [decision] = decisions
    const onward = decision === 'sign' ? { decision, signing: { passphrase: 'lontar-demo' } } : { decision }
    const path = `/api/tasks/${encodeURIComponent(task)}/decide`
    return intend(`decide ${task}`, path, body ?? onward, sitterOf(desk))
  }

  async function decide(receipt: Receipt, body?: object): Promise<Intention> {
    const task = await openTask(receipt)
    if (!task) throw new Error(`${receipt.number} has no open task`)
    return decideTask(task, body)
  }

  /** Decides, and signs again under a new key where the outcome of signing was unknown. Throws where it was refused. */
  async function decided(receipt: Receipt): Promise<void> {
    for (;;) {
      const { status, code } = await (await decide(receipt)).answer
      if (status === 200) return
      if (code !== 'signing-unknown') throw new Error(`${receipt.number} could not be decided: ${status} ${code}`)
    }
  }

  /** Decides whatever the case still waits for; answers how it ended. */
  async function toTheEnd(receipt: Receipt): Promise<string> {
    for (;;) {
      const next = await until(`${receipt.number} goes on`, async () =>
        (await read(receipt)).closedAt ? 'closed' : await openTask(receipt),
      )
      if (next === 'closed') return (await read(receipt)).status
      await decided(receipt)
    }
  }

  return {
    tokenOf,
    read,
    openTask,
    intend,
    decideTask,
    decide,
    decided,
    toTheEnd,

    async prepareFiling(service: Filable): Promise<() => Intention> {
      const by = filedBy(service)
      const body = await readyToFile(client, tokenOf(by), service)
      return () => intend(`file ${service}`, '/api/applications', body, by)
    },

    async file(service: Filable): Promise<Receipt> {
      const by = filedBy(service)
      const body = await readyToFile(client, tokenOf(by), service)
      return receiptOf(await intend(`file ${service}`, '/api/applications', body, by).answer)
    },

    /** The citizen sends everything again, as they do after a return. */
    async prepareCorrection({ id }: Receipt, service: Filable): Promise<() => Intention> {
      const by = filedBy(service)
      const file = await upload(client, tokenOf(by))
      const documents = documentsOf(service).map((code) => ({ code, file }))
      const body = { answers: answersTo(service), documents }
      return () => intend(`correct ${id}`, `/api/applications/${id}/correct`, body, by)
    },
  }
}
