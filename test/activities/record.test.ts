import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { chainHash } from '../../activities/record/digest.ts'
import { recorder } from '../../activities/record/record.ts'
import * as acts from '../../domain/case/acts.ts'
import { followUps } from '../../domain/case/advance.ts'
import type { Proposal, TimelineEvent } from '../../domain/case/events.ts'
import { foldCase, foresee } from '../../domain/case/reduce.ts'
import { emptyCase } from '../../domain/case/state.ts'
import { createLogger } from '../../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { Application } from '../../models/case/application.ts'
import { Task } from '../../models/case/task.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { inRegency } from '../../models/tenancy.ts'
import type { RecordReply } from '../../workflows/activities.ts'
import { licence } from '../domain/case/fixture.ts'
import { fixtureDeps } from '../flow/fixture.ts'
import { localAuthority } from '../setup/local-authority.ts'

const regency = 'contoh'
const record = recorder({ ...fixtureDeps({ signing: localAuthority() }), log: createLogger('test', 'silent') })
const inside = <Result>(work: () => Promise<Result>) => inRegency(regency, work)

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` })
  await migrate()
})
afterAll(() => disconnectMongo())

let filed = 0

async function accept(): Promise<{ id: string; opening: Proposal[] }> {
  filed += 1
  const id = randomUUID()
  const number = `CTH-${filed}`
  const at = Date.now()
  await inside(() =>
    Application.insertMany([
      {
        _id: id,
        number,
        filedWith: { by: 'siti', key: id, digest: 'd' },
        trackingCode: 'T',
        service: licence.service,
        serviceVersion: 1,
        channel: 'portal',
        agencies: ['dpmptsp'],
        applicant: { account: 'siti', name: 'Siti', nik: '3510014506900001' },
        filedBy: 'siti',
        answers: {},
        attachments: [],
        acceptedAt: new Date(at),
      },
    ]),
  )
  const context = { flow: licence, number }
  const by = { kind: 'citizen', id: 'siti' } as const
  const received = acts.receive(context, { channel: 'portal', place: { village: null, servicePoint: null }, by, at })
  return { id, opening: [...received, ...followUps(context, foresee(emptyCase(), received), at)] }
}

const send = (application: string, from: number, head: string, events: Proposal[]) =>
  record({ regency, application, from, head, events })
const keptOf = (reply: RecordReply): TimelineEvent[] => {
  if ('missingFrom' in reply) throw new Error(`the timeline ends before ${reply.missingFrom}`)
  return reply.kept
}
const linesOf = (application: string) => inside(() => TimelineEntry.find({ application }).sort({ seq: 1 }).lean())
const withdrawal = (id: string): Proposal[] => [
  { type: 'withdrawn', at: Date.now(), by: { kind: 'citizen', id: 'siti' }, data: { withdrawalId: id } },
  { type: 'closed', at: Date.now(), by: { kind: 'system', id: 'lontar' }, data: { outcome: 'withdrawn' } },
]

describe('record', () => {
  test('numbers, chains and projects in one go', async () => {
    const { id, opening } = await accept()
    const kept = keptOf(await send(id, 1, '', opening))
    let previous = ''
    for (const [index, event] of kept.entries()) {
      expect(event.seq).toBe(index + 1)
      expect(event.hash).toBe(chainHash(previous, event.seq, event))
      previous = event.hash
    }
    const application = await inside(() => Application.findOne({ _id: id }).orFail().lean())
    expect(application.state).toEqual(foldCase(kept))
    expect(await inside(() => Task.countDocuments({ application: id, status: 'open' }))).toBe(1)
  })

  test('asked again (its answer was lost) writes nothing and answers the same', async () => {
    const { id, opening } = await accept()
    const first = await send(id, 1, '', opening)
    expect(await send(id, 1, '', opening)).toEqual(first)
    expect(await linesOf(id)).toHaveLength(opening.length)
  })

  test('a line that is there already is adopted, not overwritten: Temporal was restored from earlier', async () => {
    const { id, opening } = await accept()
    const head = keptOf(await send(id, 1, '', opening)).at(-1)?.hash ?? ''
    const from = opening.length + 1
    const theirs = keptOf(await send(id, from, head, withdrawal('theirs')))
    const reply = await send(id, from, head, withdrawal('mine'))
    expect(reply).toEqual({ kept: theirs, recorded: false })
  })

  test('a timeline that ends too early says where, and takes the lines again with the same hashes: MongoDB was restored from earlier', async () => {
    const { id, opening } = await accept()
    const kept = keptOf(await send(id, 1, '', opening))
    const after = keptOf(await send(id, kept.length + 1, kept.at(-1)?.hash ?? '', withdrawal('w')))
    await inside(async () => {
      const early = kept.slice(0, 2)
      await TimelineEntry.collection.deleteMany({ regency, application: id, seq: { $gt: 2 } })
      await Application.updateOne({ _id: id }, { $set: { state: foldCase(early) } })
      await Task.collection.deleteMany({ regency, application: id })
    })
    expect(await send(id, after.at(-1)?.seq ?? 0, after.at(-2)?.hash ?? '', withdrawal('w').slice(1))).toEqual({
      missingFrom: 3,
    })
    const again = keptOf(await send(id, 3, kept[1]?.hash ?? '', [...kept, ...after].slice(2)))
    expect(again.map(({ hash }) => hash)).toEqual([...kept, ...after].slice(2).map(({ hash }) => hash))
  })

  test('two stories of one line are an alarm, never skipped', async () => {
    const { id, opening } = await accept()
    await send(id, 1, '', opening)
    const from = opening.length + 1
    await expect(send(id, from, 'another-story', withdrawal('w'))).rejects.toThrow('differs')
    await expect(send(id, 2, 'another-story', opening.slice(1))).rejects.toThrow('differs')
    expect(await linesOf(id)).toHaveLength(opening.length)
  })

  test('two who record at once end with one story', async () => {
    const { id, opening } = await accept()
    const head = keptOf(await send(id, 1, '', opening)).at(-1)?.hash ?? ''
    const from = opening.length + 1
    const replies = await Promise.all(['a', 'b', 'c'].map((key) => send(id, from, head, withdrawal(key))))
    expect(replies.filter((reply) => 'recorded' in reply && reply.recorded)).toHaveLength(1)
    expect(await linesOf(id)).toHaveLength(opening.length + 2)
  })
})
