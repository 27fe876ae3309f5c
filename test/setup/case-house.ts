import { randomUUID } from 'node:crypto'
import { WorkflowNotFoundError } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import mongoose from 'mongoose'
import { expect, vi } from 'vitest'
import type { CaseDeps } from '../../activities/deps.ts'
import { createSigningActivities } from '../../activities/documents/sign.ts'
import type { MoneyDeps } from '../../activities/payment/deps.ts'
import type { Flow } from '../../domain/service.ts'
import { casesOver } from '../../engine/calendars.ts'
import { licencesOver } from '../../engine/register/licences.ts'
import { say } from '../../engine/say.ts'
import { SigningDesk } from '../../engine/signing-desk.ts'
import { type Engine, startCase } from '../../engine/start-case.ts'
import { createCaseWorker, createSigningWorker } from '../../engine/worker.ts'
import { createLogger } from '../../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { connectTemporal } from '../../infra/temporal.ts'
import { migrate } from '../../migrations/index.ts'
import { Act, type DecisionContent } from '../../models/case/acts.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { inRegency } from '../../models/tenancy.ts'
import { applicationWorkflowId, correctApplication, decideTask } from '../../workflows/messages.ts'

export type CaseHouseOptions = {
  mongoUri: string
  temporalAddress: string
  workflowBundle: string
  deps: Omit<CaseDeps, 'log'>
  /** What every case walks, or where the flow of a service's version is found. */
  flow: Flow | Engine['flow']
  /** Code of the regency, of none that exists where nothing of it is published. */
  regency?: string
  /** What taking money stands on. */
  money?: (engine: Engine) => MoneyDeps
}

export type CaseHouse = Awaited<ReturnType<typeof openCaseHouse>>

/** Real MongoDB, real Temporal, a real worker, and a way to file and decide without HTTP. */
export async function openCaseHouse({
  mongoUri,
  temporalAddress,
  workflowBundle,
  deps: given,
  flow,
  regency = 'contoh',
  money,
}: CaseHouseOptions) {
  Runtime.install({ logger: new DefaultLogger('WARN') })
  /** Test files share the Temporal server: their cases must not share ids. */
  const series = randomUUID().slice(0, 8)
  const taskQueue = `test-${randomUUID()}`
  await connectMongo(mongoUri, { dbName: `test-${randomUUID()}` })
  await migrate()
  const temporal = connectTemporal({ TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: 'default' })
  const connection = await NativeConnection.connect({ address: temporalAddress })
  const flowOf = typeof flow === 'function' ? flow : async () => flow
  const engine: Engine = { client: temporal.client, taskQueue, flow: flowOf }
  const log = createLogger('test', process.env.LOG_LEVEL ?? 'silent')
  const deps: CaseDeps = { ...given, log, money: money?.(engine) ?? null }
  const options = { connection, namespace: 'default' }
  const desk = new SigningDesk()
  const signing = await createSigningWorker(deps, createSigningActivities(deps, desk), {
    ...options,
    taskQueue: desk.queue,
  })
  const signingRun = signing.run()
  const newWorker = async (build?: string) => {
    const worker = await createCaseWorker(
      { ...deps, licences: licencesOver(engine, deps), cases: casesOver(engine) },
      { ...options, taskQueue, bundle: workflowBundle, build },
    )
    const run = worker.run()
    return {
      stop: () => {
        worker.shutdown()
        return run
      },
    }
  }
  let worker = await newWorker()
  let filed = 0

  const inside = <Result>(work: () => Promise<Result>) => inRegency(regency, work)
  const read = (id: string) => inside(() => Application.findOne({ _id: id }).orFail().lean())

  return {
    regency,
    engine,
    desk,
    deps,
    inside,
    read,
    workflowId: ({ number }: Pick<ApplicationRecord, 'number'>) => applicationWorkflowId(regency, number),
    handle: ({ number }: Pick<ApplicationRecord, 'number'>) =>
      temporal.client.workflow.getHandle(applicationWorkflowId(regency, number)),

    /** Accepts an application, and starts it unless told otherwise. */
    async file(changes: Partial<ApplicationRecord> = {}, start = true): Promise<ApplicationRecord> {
      filed += 1
      const number = changes.number ?? `CTH-${series}-${filed}`
      const application = await inside(async () => {
        const [created] = await Application.insertMany([
          {
            _id: randomUUID(),
            number,
            filedWith: { by: 'siti', key: randomUUID(), digest: 'd' },
            trackingCode: 'TRACK123',
            ...(typeof flow === 'function' ? {} : { service: flow.service, serviceVersion: flow.version }),
            channel: 'portal',
            agencies: ['dpmptsp', 'dinkes'],
            applicant: { account: 'siti', name: 'Siti Rahayu', nik: '3510014506900001', email: 'siti@contoh.test' },
            filedBy: 'siti',
            answers: { tempat: 'Puskesmas Kabat' },
            attachments: [],
            acceptedAt: new Date(),
            unstarted: true as const,
            ...changes,
          },
        ])
        if (!created) throw new Error('not inserted')
        if (start) await startCase(engine, created.toObject())
        return created.toObject()
      })
      return application
    },

    /** Decides a task as an officer, the note stored first. */
    async decide(
      application: ApplicationRecord,
      task: string,
      officer: string,
      content: Partial<DecisionContent> & Pick<DecisionContent, 'decision'>,
      more: { passphrase?: string; key?: string } = {},
    ) {
      const key = more.key ?? randomUUID()
      const full: DecisionContent = { task, note: null, deficiencies: [], data: null, ...content }
      const ticket = more.passphrase === undefined ? null : desk.leave(more.passphrase)
      return inside(async () => {
        const found = await Act.findOne({ by: officer, key }).lean()
        const id = found?._id ?? randomUUID()
        if (!found)
          await Act.insertMany([
            {
              _id: id,
              kind: 'decision',
              application: application._id,
              by: officer,
              key,
              digest: 'd',
              at: new Date(),
              content: full,
            },
          ])
        const act = {
          task,
          officer,
          decision: content.decision,
          decisionId: id,
          digest: 'd',
          ...(ticket ? { signing: { queue: desk.queue, request: ticket } } : {}),
        }
        return say(engine, await read(application._id), decideTask, { act, updateId: id, signing: ticket !== null })
      })
    },

    /** The applicant sends everything that was asked for. */
    async correct(application: ApplicationRecord, answers: Record<string, unknown>): Promise<void> {
      await inside(async () => {
        const id = `correction-${application.number}`
        const content = { answers, attachments: application.attachments, note: null }
        const by = { kind: 'citizen' as const, id: 'siti' }
        await Act.insertMany([
          {
            _id: id,
            kind: 'correction',
            application: application._id,
            by: by.id,
            key: id,
            digest: 'd',
            at: new Date(),
            content,
          },
        ])
        const act = { correctionId: id, digest: 'd', by }
        await say(engine, await read(application._id), correctApplication, { act, updateId: id })
      })
    },

    /** Waits until the read model says so. */
    async until(application: ApplicationRecord, expected: object): Promise<ApplicationRecord> {
      return vi.waitFor(
        async () => {
          const now = await read(application._id)
          expect(now).toMatchObject(expected)
          return now
        },
        { timeout: 30_000, interval: 50 },
      )
    },

    /** Waits until Temporal no longer knows the case. */
    async untilForgotten({ number }: Pick<ApplicationRecord, 'number'>): Promise<void> {
      const handle = temporal.client.workflow.getHandle(applicationWorkflowId(regency, number))
      await vi.waitFor(() => expect(handle.describe()).rejects.toThrow(WorkflowNotFoundError), {
        timeout: 30_000,
        interval: 100,
      })
    },

    /** One more worker, of a build that has a name. */
    startBuild: (build: string) => newWorker(build),
    async restartWorker(): Promise<void> {
      await worker.stop()
      worker = await newWorker()
    },
    async stopWorker(): Promise<void> {
      await worker.stop()
    },
    async startWorker(): Promise<void> {
      worker = await newWorker()
    },

    async close(): Promise<void> {
      await worker.stop()
      signing.shutdown()
      await signingRun
      await temporal.close()
      await connection.close()
      // Every database is hundreds of open files of the one mongod.
      await mongoose.connection.dropDatabase()
      await disconnectMongo()
    },
  }
}
