import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { say } from '../../engine/say.ts'
import { makeCurrent, ramp, workerBuilds } from '../../engine/worker-builds.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { claimTask, releaseTask } from '../../workflows/messages.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { fixtureDeps } from './fixture.ts'

/** New code takes over running cases when somebody says so, and not because its worker polls first. */
let house: CaseHouse
let old: { stop(): Promise<void> }
let fresh: { stop(): Promise<void> }

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority() }),
  })
})
afterAll(async () => {
  await old?.stop()
  await fresh?.stop()
  await house?.close()
})

/** gRPC's code for what the state of things does not allow. */
const notFound = 5

const queue = () => house.engine.taskQueue
const builds = () => workerBuilds(house.engine.client, queue())

/** An officer takes the case's task and gives it back: two turns of the workflow. */
async function stir(application: ApplicationRecord): Promise<void> {
  const act = { task: `${application.number}:completeness`, officer: 'wati' }
  for (const update of [claimTask, releaseTask]) {
    const now = await house.read(application._id)
    await house.inside(() => say(house.engine, now, update, { act, updateId: randomUUID() }))
  }
}

/** The builds that have walked a case once it has moved on; Temporal tells its queues of a change by and by. */
const walkedAfterActs = (application: ApplicationRecord) =>
  expect.poll(() => stir(application).then(() => walkedBy(application)), { timeout: 30_000 })

/** Builds that have taken up a case, in turn; null for workers that name none. */
async function walkedBy(application: ApplicationRecord): Promise<(string | null)[]> {
  const { events } = await house.handle(application).fetchHistory()
  const turns = (events ?? []).flatMap(({ workflowTaskCompletedEventAttributes: turn }) =>
    turn ? [turn.deploymentVersion?.buildId || null] : [],
  )
  return turns.filter((build, index) => build !== turns[index - 1])
}

test('a case that no build is named for stays with the workers that name none, until a build is current', async () => {
  expect(await builds()).toEqual([])
  await makeCurrent(house.engine.client, queue(), null)
  const application = await house.file()
  await house.until(application, { waiting: { step: 'completeness' } })
  old = await house.startBuild('2026.11')
  await expect.poll(builds, { timeout: 20_000 }).toEqual([{ build: '2026.11', standing: 'new', percent: null }])
  await makeCurrent(house.engine.client, queue(), '2026.11')
  await walkedAfterActs(application).toEqual([null, '2026.11'])
})

test('a build whose worker polls gets no case before it is current; then every case goes on in it', async () => {
  const before = await house.file()
  await house.until(before, { waiting: { step: 'completeness' } })
  fresh = await house.startBuild('2026.12')
  await expect.poll(builds, { timeout: 20_000 }).toEqual([
    { build: '2026.12', standing: 'new', percent: null },
    { build: '2026.11', standing: 'current', percent: null },
  ])
  const between = await house.file()
  await house.until(between, { waiting: { step: 'completeness' } })
  expect(await walkedBy(between)).toEqual(['2026.11'])

  await makeCurrent(house.engine.client, queue(), '2026.12')
  await walkedAfterActs(before).toEqual(['2026.11', '2026.12'])
  await walkedAfterActs(between).toEqual(['2026.11', '2026.12'])
})

test('a build is tried with a share of the cases, and taken back', async () => {
  await ramp(house.engine.client, queue(), '2026.11', 100)
  await expect
    .poll(builds, { timeout: 20_000 })
    .toEqual(expect.arrayContaining([{ build: '2026.11', standing: 'ramping', percent: 100 }]))
  const tried = await house.file()
  await house.until(tried, { waiting: { step: 'completeness' } })
  expect(await walkedBy(tried)).toEqual(['2026.11'])
  await ramp(house.engine.client, queue(), '', 0)
  await expect
    .poll(async () => (await builds()).find(({ build }) => build === '2026.12'), { timeout: 20_000 })
    .toMatchObject({ standing: 'current' })
})

test('a build that no worker polls for is refused', async () => {
  await expect(makeCurrent(house.engine.client, queue(), 'never-built')).rejects.toMatchObject({
    code: notFound,
  })
})
