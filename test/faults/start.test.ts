import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { projectRoot } from '../../infra/env.ts'
import { isAlive, type ProcessIdentity } from '../../infra/local/process-identity.ts'
import { freePort } from '../../infra/servers/ports.ts'

const patience = { timeout: 150_000, interval: 200 }

let home: string
let port: number
const started: ChildProcess[] = []

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'lontar-start-'))
  port = await freePort()
})

afterAll(async () => {
  for (const child of existsSync(runFile()) ? recorded() : []) if (isAlive(child)) process.kill(child.pid, 'SIGKILL')
  for (const child of started) child.kill('SIGKILL')
  await rm(home, { recursive: true, force: true })
})

type Start = { child: ChildProcess; screen: () => string; ended: Promise<number | null> }

/** `bin/start.ts` in a process of its own, without the demo, on data of its own. */
function start(env: Record<string, string> = {}): Start {
  const child = spawn(process.execPath, [join(projectRoot, 'bin', 'start.ts')], {
    env: { ...process.env, DEMO: 'false', LONTAR_HOME: home, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, screen: () => output, ended }
}

async function readyStart(): Promise<Start> {
  const running = start()
  await vi.waitUntil(() => running.screen().includes('Lontar is ready') || running.child.exitCode !== null, patience)
  expect(running.screen()).toContain('Lontar is ready')
  return running
}

const runFile = () => join(home, 'running.json')

function recorded(): ProcessIdentity[] {
  return JSON.parse(readFileSync(runFile(), 'utf8')).children
}

function recordedPid(name: string): number {
  return recorded().find((child) => child.name === name)?.pid ?? 0
}

const answers = (path: string) =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    ({ status }) => status,
    () => 0,
  )

test('one command brings everything up, once at a time, and Ctrl-C takes it down', async () => {
  const running = await readyStart()
  expect(await answers('/api/ready')).toBe(200)
  expect(await answers('/')).toBe(200)
  expect(await answers('/admin/')).toBe(200)
  expect(running.screen()).toContain(`http://127.0.0.1:${port}/api/docs`)

  const second = start({ PORT: String(await freePort()) })
  expect(await second.ended).toBe(1)
  expect(second.screen()).toContain(`kill ${running.child.pid}`)

  const worker = recordedPid('worker')
  process.kill(worker, 'SIGKILL')
  await vi.waitUntil(() => running.screen().includes('worker runs again'), patience)
  expect(recordedPid('worker')).not.toBe(worker)

  await vi.waitUntil(() => recordedPid('rehearser') > 0, patience)
  const children = recorded()
  expect(children.map(({ name }) => name).sort()).toEqual([
    'api',
    'mail-sink',
    'mongod',
    'payment-gateway',
    'rehearser',
    'temporal',
    'worker',
  ])
  running.child.kill('SIGINT')
  expect(await running.ended).toBe(0)
  expect(children.filter(isAlive)).toEqual([])
  expect(existsSync(runFile())).toBe(false)
})

test('after a start was killed outright the next one clears up and goes on', async () => {
  const first = await readyStart()
  const [mongod, temporal] = [recordedPid('mongod'), recordedPid('temporal')]
  first.child.kill('SIGKILL')
  await first.ended
  const next = await readyStart()
  expect(next.screen()).toContain('The last run was cut off')
  expect(next.screen()).toContain(`mongod (process ${mongod})`)
  expect(next.screen()).toContain(`temporal (process ${temporal})`)
  expect(await answers('/api/ready')).toBe(200)
  next.child.kill('SIGTERM')
  expect(await next.ended).toBe(0)
})
