import { temporal } from '@temporalio/proto'
import { Worker } from '@temporalio/worker'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { fastForward } from '../../infra/time-skipping.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { licence } from '../domain/case/fixture.ts'
import { type Histories, storeHistories } from '../replay/store-histories.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority, newLocalCa } from '../setup/local-authority.ts'
import { fixtureDeps } from './fixture.ts'

/**
 * Histories of the roads a case can take, run now and replayed at once. `RECORD_HISTORIES=<release>` also stores them under
 * test/replay/histories, where every later version has to replay them (see docs/how-to/change-a-workflow.md).
 */
const passphrase = 'kata-sandi-kadis'
let house: CaseHouse

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority() }),
  })
  await house.inside(() =>
    newLocalCa().enrol({ id: `${house.regency}/kadis`, name: 'Petugas kadis', agency: 'Dinas Contoh' }, passphrase),
  )
})
afterAll(() => house.close())

const task = ({ number }: ApplicationRecord, step: string) => `${number}:${step}`

async function complete(): Promise<ApplicationRecord> {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  await house.decide(filed, task(filed, 'completeness'), 'loket', { decision: 'approve' })
  return house.read(filed._id)
}

const roads: Record<string, () => Promise<ApplicationRecord>> = {
  async approved() {
    const one = await complete()
    await house.decide(one, task(one, 'verification'), 'vera', { decision: 'approve' })
    const sign = (secret: string) =>
      house.decide(one, task(one, 'signature'), 'kadis', { decision: 'sign' }, { passphrase: secret })
    await expect(sign('salah')).rejects.toMatchObject({ code: 'signing-wrong-secret' })
    await sign(passphrase)
    return house.until(one, { status: 'approved' })
  },
  async rejected() {
    const one = await complete()
    await house.decide(one, task(one, 'verification'), 'vera', { decision: 'reject', note: 'Tidak sesuai' })
    await house.decide(one, task(one, 'rejection-letter'), 'kadis', { decision: 'sign' }, { passphrase })
    return house.until(one, { status: 'rejected' })
  },
  async withdrawn() {
    const one = await complete()
    await house.decide(one, task(one, 'verification'), 'vera', { decision: 'return' })
    const act = { withdrawalId: `w-${one.number}`, by: { kind: 'citizen', id: 'siti' } }
    await house.handle(one).executeUpdate('withdraw', { args: [act] })
    return house.until(one, { status: 'withdrawn' })
  },
  async 'deemed-approved'() {
    const one = await complete()
    await fastForward(house.engine.client, house.workflowId(one), { seconds: 20 * 86_400 })
    await house.until(one, { waiting: { step: 'supervision' } })
    await house.decide(one, task(one, 'deemed-supervision'), 'supervisor', { decision: 'acknowledge' })
    return house.until(one, { status: 'deemed-approved', closedAt: expect.any(Date) })
  },
}

const histories: Histories = new Map()

test.each(Object.keys(roads))('a case ends %s', async (road) => {
  const application = await roads[road]?.()
  if (!application) throw new Error(`no road ${road}`)
  await house.handle(application).result()
  histories.set(road, await house.handle(application).fetchHistory())
})

test('decisions leave the timer alone: it is set anew for a sooner rung only', () => {
  const { EVENT_TYPE_TIMER_STARTED, EVENT_TYPE_TIMER_CANCELED } = temporal.api.enums.v1.EventType
  const timers = (histories.get('approved')?.events ?? []).filter(
    ({ eventType }) => eventType === EVENT_TYPE_TIMER_STARTED || eventType === EVENT_TYPE_TIMER_CANCELED,
  )
  expect(timers.map(({ eventType }) => eventType)).toEqual([EVENT_TYPE_TIMER_STARTED, EVENT_TYPE_TIMER_CANCELED])
})

test('every road replays', async () => {
  // A replay and a running worker in one process share the V8 context that workflows are run in.
  await house.stopWorker()
  for (const history of histories.values()) {
    await Worker.runReplayHistory({ workflowBundle: { codePath: inject('workflowBundle') } }, history)
  }
  expect(histories.size).toBe(Object.keys(roads).length)
  await house.startWorker()
  await storeHistories(histories)
})
