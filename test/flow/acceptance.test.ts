import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openCase } from '../../engine/open-case.ts'
import { startCase } from '../../engine/start-case.ts'
import { startWaiting } from '../../engine/sweeper.ts'
import { createLogger } from '../../infra/logger.ts'
import { connectTemporal } from '../../infra/temporal.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { inTransaction } from '../../models/transaction.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
const log = createLogger('test', 'silent')

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority() }),
  })
})
afterAll(() => house.close())

test('an application accepted while Temporal is away starts by itself, and its term counts from the acceptance', async () => {
  const acceptedAt = new Date(Date.now() - 90_000)
  const filed = await house.file({ acceptedAt }, false)
  const away = connectTemporal({ TEMPORAL_ADDRESS: '127.0.0.1:1', TEMPORAL_NAMESPACE: 'default' })
  expect(await startWaiting({ ...house.engine, client: away.client }, log)).toBe(0)
  await away.close()
  expect(await startWaiting(house.engine, log)).toBe(1)
  const started = await house.until(filed, { waiting: { step: 'completeness' } })
  expect(started.state.receivedAt).toBe(acceptedAt.getTime())
  expect(await startWaiting(house.engine, log)).toBe(0)
})

describe('a case that its acceptance opened', () => {
  /** As the API accepts: the case and its first lines together. */
  const accept = async () => {
    const application = await house.file({ acceptedAt: new Date(Date.now() - 60_000) }, false)
    const opened = await house.inside(() =>
      inTransaction((session) => openCase(house.deps, house.engine, application, session)),
    )
    return { application, opened }
  }
  const typesOf = async ({ _id }: { _id: string }) =>
    (await house.inside(() => TimelineEntry.find({ application: _id }).sort({ seq: 1 }).lean())).map(({ type }) => type)

  test('waits at its first desk before anything has started, and its clocks run from the acceptance', async () => {
    const { application, opened } = await accept()
    expect(await house.read(application._id)).toMatchObject({ unstarted: true, waiting: { step: 'completeness' } })
    expect(new Set(opened.map(({ at }) => at))).toEqual(new Set([application.acceptedAt.getTime()]))
    await house.inside(() => startCase(house.engine, application, { opened }))
    expect(await house.read(application._id)).not.toHaveProperty('unstarted')
    await house.decide(application, `${application.number}:completeness`, 'loket', { decision: 'approve' })
    expect((await typesOf(application)).filter((type) => type === 'received' || type === 'task-decided')).toEqual([
      'received',
      'task-decided',
    ])
    const { events } = await house.handle(application).fetchHistory()
    const recorded = events?.filter((event) => event.activityTaskScheduledEventAttributes)
    expect(recorded).toHaveLength(1)
  })

  test('is started by the sweeper where its process died before, and reads its lines', async () => {
    const { application, opened } = await accept()
    expect(await startWaiting(house.engine, log)).toBe(1)
    await house.decide(application, `${application.number}:completeness`, 'loket', { decision: 'approve' })
    const types = await typesOf(application)
    expect(types.slice(0, opened.length)).toEqual(opened.map(({ type }) => type))
    expect(types[opened.length]).toBe('task-decided')
    expect(await startWaiting(house.engine, log)).toBe(0)
  })
})

test('a case that Temporal has forgotten takes up its timeline where it was', async () => {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  const before = await house.inside(() => TimelineEntry.countDocuments({ application: filed._id }))
  const { client } = house.engine
  await client.workflowService.deleteWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId: house.workflowId(filed) },
  })
  await house.untilForgotten(filed)
  await house.decide(filed, `${filed.number}:verification`, 'vera', { decision: 'approve' })
  const after = await house.inside(() => TimelineEntry.find({ application: filed._id }).sort({ seq: 1 }).lean())
  expect(after.length).toBeGreaterThan(before)
  expect(after.filter(({ type }) => type === 'received')).toHaveLength(1)
  expect(await house.read(filed._id)).toMatchObject({ waiting: { step: 'signature' } })
})
