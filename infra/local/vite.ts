import { join } from 'node:path'
import { projectRoot } from '../env.ts'
import { portNear } from '../servers/ports.ts'
import { startServerProcess, waitUntilReady } from '../servers/server-process.ts'
import type { Surroundings } from './machine.ts'
import { viteProgram } from './screens.ts'
import { supervise } from './supervise.ts'

/** Starts Vite's own server for each screen; `/api` goes on to `api`. */
export async function startVite(around: Surroundings, api: string): Promise<{ portal: string; admin: string }> {
  return {
    portal: await startScreen(around, 'portal', '/', api, 5_173),
    admin: await startScreen(around, 'admin', '/admin/', api, 5_174),
  }
}

async function startScreen(
  { home, lock, stop, progress }: Surroundings,
  screen: string,
  path: string,
  api: string,
  wantedPort: number,
): Promise<string> {
  const port = await portNear(wantedPort)
  const url = `http://127.0.0.1:${port}${path}`
  const args = [viteProgram, screen, '--host', '127.0.0.1', '--port', String(port), '--strictPort']
  const launch = async () => {
    const server = await startServerProcess(
      `vite ${screen}`,
      process.execPath,
      args,
      join(home.logs, `vite-${screen}.log`),
      { env: { ...process.env, LONTAR_API: api, NODE_ENV: 'development' }, cwd: projectRoot },
    )
    await waitUntilReady(server, () =>
      fetch(url, { headers: { accept: 'text/html' } }).then(
        ({ ok, status }) => ok || `HTTP ${status}`,
        (error: Error) => error.message,
      ),
    )
    return server
  }
  const { stop: close } = await stop.step(() =>
    supervise(launch, { started: ({ pid }) => lock.record(`vite ${screen}`, pid), line: progress.line }),
  )
  stop.onStop(close)
  return url
}
