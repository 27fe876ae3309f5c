import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { requirePort } from '../../infra/local/machine.ts'
import { identify, isAlive } from '../../infra/local/process-identity.ts'
import { takeRunLock } from '../../infra/local/run-lock.ts'
import { localSecrets } from '../../infra/local/secrets.ts'
import { supervise } from '../../infra/local/supervise.ts'
import { freePort } from '../../infra/servers/ports.ts'
import { startServerProcess } from '../../infra/servers/server-process.ts'

let folder: string
const sleepers: ChildProcess[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lontar-local-'))
})
afterEach(() => {
  for (const sleeper of sleepers.splice(0)) sleeper.kill('SIGKILL')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function sleeper(): Promise<number> {
  const child = spawn('sleep', ['300'])
  sleepers.push(child)
  await new Promise((resolve) => child.once('spawn', resolve))
  return child.pid ?? 0
}

test('secrets are made once and are readable by their owner only', async () => {
  const path = join(folder, 'secrets.json')
  const first = localSecrets(path)
  expect(first.AUTH_SECRET.length).toBeGreaterThanOrEqual(32)
  expect(localSecrets(path)).toEqual(first)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a second run on the same data is refused and told whom to stop', async () => {
  const path = join(folder, 'held.json')
  const lock = await takeRunLock(path, () => {})
  await expect(takeRunLock(path, () => {})).rejects.toThrow(`kill ${process.pid}`)
  lock.release()
  ;(await takeRunLock(path, () => {})).release()
})

test('after a run was cut off its recorded children are stopped, and nobody else', async () => {
  const path = join(folder, 'cut-off.json')
  const [left, stranger] = [await sleeper(), await sleeper()]
  const gone = { name: 'start', pid: process.pid, born: 'another boot' }
  const reused = { ...identify('api', stranger), born: 'earlier' }
  const children = [identify('mongod', left), reused]
  await writeFile(path, JSON.stringify({ owner: gone, since: new Date().toISOString(), children }))
  const said: string[] = []
  const lock = await takeRunLock(path, (line) => said.push(line))
  expect(said.join()).toContain(`mongod (process ${left})`)
  expect(isAlive(identify('mongod', left))).toBe(false)
  expect(isAlive(identify('api', stranger))).toBe(true)
  lock.release()
})

test('a child that ends is started again and said; a stopped one stays down', async () => {
  const lines: string[] = []
  const pids: number[] = []
  const launch = () => startServerProcess('sleeper', 'sleep', ['300'], join(folder, 'sleeper.log'))
  const kept = await supervise(launch, { started: ({ pid }) => pids.push(pid), line: (line) => lines.push(line) })
  process.kill(kept.first.pid, 'SIGKILL')
  await vi.waitUntil(() => pids.length === 2, { timeout: 10_000 })
  expect(lines[0]).toContain('sleeper ended (SIGKILL), starting again in 1 s')
  await kept.stop()
  expect(pids.every((pid) => !isAlive(identify('sleeper', pid)))).toBe(true)
})

test('a restart puts a new process in the place of the old one, without counting it as a failure', async () => {
  const lines: string[] = []
  const pids: number[] = []
  const launch = () => startServerProcess('sleeper', 'sleep', ['300'], join(folder, 'sleeper.log'))
  const kept = await supervise(launch, { started: ({ pid }) => pids.push(pid), line: (line) => lines.push(line) })
  await kept.restart()
  await vi.waitUntil(() => pids.length === 2, { timeout: 10_000 })
  expect(isAlive(identify('sleeper', kept.first.pid))).toBe(false)
  expect(lines.join()).not.toContain('ended')
  await kept.stop()
})

test('a port in use is said with its holder and the way out', async () => {
  const port = await freePort()
  const holder = createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => holder.once('listening', resolve))
  const refusal = await requirePort(port, '127.0.0.1', 'start').catch((error: Error) => error.message)
  expect(refusal).toMatch(new RegExp(`^Port ${port} is in use by .+ \\(process ${process.pid}\\)\\.`))
  expect(refusal).toContain(`PORT=${port + 100} npm start`)
  holder.close()
})
