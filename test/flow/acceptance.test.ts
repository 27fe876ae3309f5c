import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startWaiting } from '../../engine/sweeper.ts'
import { createLogger } from '../../infra/logger.ts'
import { connectTemporal } from '../../infra/temporal.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
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
