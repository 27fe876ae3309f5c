import { setTimeout as pause } from 'node:timers/promises'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { deliverNext, openMail } from '../activities/notifications/deliver.ts'
import { deliverReport } from '../activities/outside/deliver-report.ts'
import type { Env } from '../infra/env.ts'
import { createLogger, type Logger } from '../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../infra/mongo.ts'
import { connectTemporal } from '../infra/temporal.ts'
import { OssClient } from '../integrations/oss/client.ts'
import { countNext } from '../models/oversight/count.ts'
import { sweepFiles } from '../models/sweep-files.ts'
import { moneyDeps } from './bills.ts'
import { casesOver, startWaitingSpreads } from './calendars.ts'
import { caseDeps, caseEngine } from './case-deps.ts'
import { every } from './every.ts'
import { freeLeftTasks, handOverTasks } from './hand-over/sweep.ts'
import { licencesOver } from './register/licences.ts'
import { startWaitingEntries } from './register/sweeper.ts'
import { tellAmended } from './register/tell-amended.ts'
import { settleAppeals } from './settle-appeals.ts'
import { startWaiting } from './sweeper.ts'
import { createCaseWorker } from './worker.ts'

const senders = 2

export type RunningWorker = {
  /** Ends when the worker does; rejects when it fails. */
  done: Promise<void>
  stop(): Promise<void>
}

/** Runs cases, sends messages, and starts what was accepted while Temporal was away. Waits for servers that are not there yet. */
export async function startWorker(
  env: Env,
  log: Logger = createLogger('worker', env.LOG_LEVEL),
): Promise<RunningWorker> {
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] })
  await untilThere('MongoDB', log, () => connectMongo(env.MONGODB_URI))
  const connection = await untilThere('Temporal', log, () =>
    NativeConnection.connect({ address: env.TEMPORAL_ADDRESS }),
  )
  const temporal = connectTemporal(env)
  const engine = caseEngine(env, temporal.client)
  const deps = { ...(await caseDeps(env, log)), money: moneyDeps(env, engine) }
  const mail = openMail(env.SMTP_URL, env.MAIL_FROM, env.PUBLIC_URL)
  const worker = await untilThere('Temporal', log, () =>
    createCaseWorker(
      { ...deps, licences: licencesOver(engine, deps), cases: casesOver(engine) },
      { connection, namespace: env.TEMPORAL_NAMESPACE, taskQueue: env.TASK_QUEUE, build: env.WORKER_BUILD },
    ),
  )
  const offset = async () => (await deps.catalogue.regency()).utcOffsetMinutes
  const loops = [
    every('starting accepted applications', 5_000, () => startWaiting(engine, log), log),
    every('carrying out granted objections', 10_000, () => settleAppeals(engine, log), log),
    every('handing over what rests with somebody away', 5_000, () => handOverTasks(engine, log), log),
    every('freeing what rests with somebody who has left', 60_000, () => freeLeftTasks(engine, log), log),
    every('telling licences of corrected documents', 10_000, () => tellAmended(engine, log), log),
    every('counting what happened', 2_000, () => countNext(offset), log),
    every('carrying calendars to cases', 5_000, () => startWaitingSpreads(engine, log), log),
    every('starting licences', 5_000, () => startWaitingEntries(engine, deps), log),
    every('sweeping unclaimed files', 600_000, sweepFiles, log),
    ...Array.from({ length: senders }, () => every('sending messages', 1_000, () => deliverNext(mail), log)),
  ]
  if (env.OSS_URL && env.OSS_USER_KEY) {
    const reports = {
      oss: new OssClient({ url: env.OSS_URL, userKey: env.OSS_USER_KEY }),
      office: env.OSS_OFFICE,
      utcOffsetMinutes: offset,
    }
    loops.push(every('telling OSS of changes', 2_000, () => deliverReport(reports), log))
  }
  const done = worker.run()
  log.info({ taskQueue: env.TASK_QUEUE }, 'the worker is running')
  return {
    done,
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
      if (worker.getState() === 'RUNNING') worker.shutdown()
      await done.finally(async () => {
        mail.transport.close()
        await Promise.allSettled([temporal.close(), connection.close(), disconnectMongo()])
      })
    },
  }
}

async function untilThere<Found>(name: string, log: Logger, find: () => Promise<Found>): Promise<Found> {
  for (;;) {
    try {
      return await find()
    } catch (error) {
      log.warn({ error }, `${name} is away, trying again`)
      await pause(1_000)
    }
  }
}
