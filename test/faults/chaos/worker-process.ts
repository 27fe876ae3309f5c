import { tmpdir } from 'node:os'
import mongoose from 'mongoose'
import type { Env } from '../../../infra/env.ts'
import { startNodeProcess } from '../../../infra/local/node-process.ts'
import type { ServerProcess } from '../../../infra/servers/server-process.ts'

export type WorkerProcess = { kill(): Promise<void>; stop(): Promise<void> }

/** A worker as an operator runs it, a process of its own on this house's database and queue: it can be killed. */
export async function openWorkerProcess(env: Env): Promise<WorkerProcess> {
  const uri = new URL(env.MONGODB_URI)
  uri.pathname = `/${mongoose.connection.name}`
  const variables = Object.fromEntries(
    Object.entries({ ...env, MONGODB_URI: uri.href }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )
  const start = () => startNodeProcess('worker', variables, tmpdir())
  let running: ServerProcess = await start()
  return {
    /** Ends without a word, and another takes its place. */
    async kill() {
      process.kill(running.pid, 'SIGKILL')
      await running.exited
      running = await start()
    },
    stop: () => running.stop(),
  }
}
