import { fileURLToPath } from 'node:url'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectTemporal, type Temporal } from '../../infra/temporal.ts'
import { fastForward, workflowTime } from '../../infra/time-skipping.ts'
import { patient, wokenQuery } from './fixtures/patient-workflow.ts'

const taskQueue = 'infra-time-skipping'
const day = 86_400_000

let temporal: Temporal
let stopWorker: () => Promise<void>

beforeAll(async () => {
  const address = inject('temporalAddress')
  temporal = connectTemporal({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: 'default' })
  Runtime.install({ logger: new DefaultLogger('ERROR') })
  const connection = await NativeConnection.connect({ address })
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowsPath: fileURLToPath(new URL('./fixtures/patient-workflow.ts', import.meta.url)),
  })
  const running = worker.run()
  stopWorker = async () => {
    worker.shutdown()
    await running
    await connection.close()
    await temporal.close()
  }
})

afterAll(() => stopWorker())

async function startPatient(workflowId: string) {
  return temporal.client.workflow.start(patient, { taskQueue, workflowId, args: [5] })
}

test('a timer of five days fires at once and the workflow knows the new time', async () => {
  const handle = await startPatient('five-days')
  const before = Date.now()
  const after = await fastForward(temporal.client, 'five-days', { seconds: 6 * 86_400 })
  expect(after.getTime()).toBeGreaterThanOrEqual(before + 6 * day)
  const woken = await handle.query(wokenQuery)
  expect(woken).toBeGreaterThanOrEqual(before + 5 * day)
  expect(woken).toBeLessThan(before + 5 * day + 60_000)
  expect((await handle.describe()).status.name).toBe('RUNNING')
})

test('moves to an instant, and only the workflow that is named', async () => {
  await startPatient('stays')
  const handle = await startPatient('moves')
  const until = new Date(Date.now() + 11 * day)
  await fastForward(temporal.client, 'moves', { until })
  expect(await handle.result()).toBeGreaterThanOrEqual(until.getTime() - 2 * day)
  expect((await workflowTime(temporal.client, 'stays')).getTime()).toBeLessThan(Date.now() + day)
})

test('an instant that has passed changes nothing', async () => {
  const handle = await startPatient('past')
  await fastForward(temporal.client, 'past', { until: new Date(0) })
  expect(await handle.query(wokenQuery)).toBeNull()
})

test('without a worker it says so instead of waiting for ever', async () => {
  await temporal.client.workflow.start(patient, { taskQueue: 'nobody', workflowId: 'unattended', args: [5] })
  await expect(fastForward(temporal.client, 'unattended', { seconds: 60 }, 1_500)).rejects.toThrow(
    'unattended did not arrive in time',
  )
})
