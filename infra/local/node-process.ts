import { join } from 'node:path'
import { projectRoot } from '../env.ts'
import { type ServerProcess, startServerProcess, waitUntilReady } from '../servers/server-process.ts'

/**
 * Starts `bin/<name>.ts` as a process of its own; resolves when it has sent the message `ready`.
 * It gets half a minute to finish its work when it is stopped.
 */
export async function startNodeProcess(
  name: string,
  env: Record<string, string>,
  logFolder: string,
): Promise<ServerProcess> {
  let ready = false
  const script = join(projectRoot, 'bin', `${name}.ts`)
  const server = await startServerProcess(name, process.execPath, [script], join(logFolder, `${name}.log`), {
    env: { ...process.env, ...env },
    graceMs: 35_000,
    onMessage: (message) => {
      ready ||= message === 'ready'
    },
  })
  await waitUntilReady(server, async () => ready || 'it has not said that it is ready', 120_000)
  return server
}
