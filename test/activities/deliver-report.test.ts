import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { deliverReport, type ReportDeps } from '../../activities/outside/deliver-report.ts'
import type { OssStatus } from '../../domain/outside/oss-status.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { Report } from '../../models/case/report.ts'
import { inRegency } from '../../models/tenancy.ts'
import { simulatedOss } from '../integrations/outside/simulated.ts'

let side: Awaited<ReturnType<typeof simulatedOss>>
let deps: ReportDeps
const at = new Date('2026-11-28T03:00:00Z')
const minutes = (amount: number) => new Date(at.getTime() + amount * 60_000)

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` })
  await migrate()
})
afterAll(disconnectMongo)
beforeEach(async () => {
  side = await simulatedOss()
  deps = { oss: side.client, office: '123', utcOffsetMinutes: async () => 420 }
})
afterEach(async () => {
  await inRegency('contoh', () => Report.deleteMany({}))
  await side.close()
})

const queue = (application: string, seq: number, status: OssStatus, idIzin = `I-${application}`) =>
  inRegency('contoh', () =>
    Report.insertMany([
      {
        application,
        number: application,
        seq,
        licence: { nib: '9129120000001', project: 'R-1', ossId: 'P02-1', licence: idIzin, code: '033000000001' },
        status,
        at,
        nextAttemptAt: new Date(0),
      },
    ]),
  )
const sent = () => side.oss.content.statuses.map(({ id_izin, kd_status }) => `${id_izin} ${kd_status}`)
const rowOf = (application: string, seq: number) =>
  inRegency('contoh', () => Report.findOne({ application, seq }).orFail().lean())
async function deliverAll(now: Date): Promise<void> {
  while (await deliverReport(deps, now));
}

test('goes out once, in local time, with the licence that OSS knows', async () => {
  await queue('a', 4, '41')
  expect(await deliverReport(deps, at)).toBe(true)
  expect(await deliverReport(deps, at)).toBe(false)
  expect(side.oss.content.statuses).toMatchObject([
    {
      id_izin: 'I-a',
      kd_status: '41',
      kd_instansi: '123',
      tgl_status: '2026-11-28 10:00:00',
      nama_status: 'Waktu berhenti',
    },
  ])
  expect(await rowOf('a', 4)).toMatchObject({ state: 'sent', attempts: 1, sentAt: at })
})

test('a case’s changes keep their order over an outage; another case does not wait for it', async () => {
  side.oss.faults.maintenance = true
  await queue('a', 4, '41')
  await deliverAll(at)
  expect(await rowOf('a', 4)).toMatchObject({ state: 'queued', lastError: 'maintenance', unknown: false })
  side.oss.faults.maintenance = false
  await queue('a', 9, '42')
  await queue('b', 3, '90')
  await deliverAll(at)
  expect(sent(), 'the later change waits for the earlier').toEqual(['I-b 90'])
  await deliverAll(minutes(60))
  await deliverAll(minutes(60))
  expect(sent()).toEqual(['I-b 90', 'I-a 41', 'I-a 42'])
})

test('a try that nobody answered is looked up, not repeated', async () => {
  side.oss.faults.silent = 1
  await queue('a', 4, '50')
  await deliverAll(at)
  expect(await rowOf('a', 4)).toMatchObject({ state: 'queued', lastError: 'unknown-outcome', unknown: true })
  await deliverAll(minutes(60))
  expect(sent()).toEqual(['I-a 50'])
  expect(await rowOf('a', 4)).toMatchObject({ state: 'sent', unknown: false })
})

test('a sender that died in the middle is looked up too', async () => {
  await queue('a', 4, '57')
  const dies: ReportDeps = {
    ...deps,
    oss: {
      statusOf: (id) => side.client.statusOf(id),
      sendStatus: async (status) => {
        await side.client.sendStatus(status)
        throw new RangeError('the process ends here')
      },
    },
  }
  await expect(deliverReport(dies, at)).rejects.toThrow(RangeError)
  await deliverAll(minutes(5))
  expect(sent()).toEqual(['I-a 57'])
})

test('what OSS refuses stops that case’s reports, for a person to look at', async () => {
  await queue('a', 4, '41', '')
  await queue('a', 9, '42')
  await deliverAll(at)
  await deliverAll(minutes(600))
  expect(await rowOf('a', 4)).toMatchObject({ state: 'refused', lastError: 'refused', nextAttemptAt: null })
  expect(sent()).toEqual([])
})
