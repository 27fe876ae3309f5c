import { mkdir, writeFile } from 'node:fs/promises'
import { temporal } from '@temporalio/proto'
import { Worker } from '@temporalio/worker'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sayEntry } from '../../engine/register/say.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import { reinstateEntry, revokeEntry, suspendEntry } from '../../workflows/register/messages.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority, newLocalCa } from '../setup/local-authority.ts'
import { dayMs, registerHouse } from '../setup/register-house.ts'
import { fixtureDeps } from './fixture.ts'

/** Runs of licences, replayed at once; `RECORD_HISTORIES=<release>` also stores them, as for cases. */
const { RECORD_HISTORIES: release } = process.env
const passphrase = 'kata-sandi-kadis'
let house: CaseHouse
let register: ReturnType<typeof registerHouse>
const histories = new Map<string, temporal.api.history.v1.IHistory>()

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority() }),
  })
  register = registerHouse(house)
  await house.inside(() =>
    newLocalCa().enrol({ id: `${house.regency}/kadis`, name: 'Petugas kadis', agency: 'Dinas Contoh' }, passphrase),
  )
})
afterAll(() => house.close())

const inDays = (days: number) => new Date(Date.now() + days * dayMs)

async function keepRuns(name: string, row: RegisterRecord): Promise<void> {
  for (const [index, history] of (await register.runs(row)).entries()) histories.set(`${name}-${index + 1}`, history)
}

test('a licence is suspended, lifted, reminded, and ends', async () => {
  const row = await register.enter({ validUntil: inDays(95) })
  const suspension = await register.act(row, 'suspension', { reason: 'Aduan', basis: 'Pasal 5', until: null })
  const lifted = await register.act(row, 'reinstatement', { reason: 'Selesai' })
  await house.inside(() =>
    sayEntry(house.engine, row, suspendEntry, { act: { ...suspension, until: null }, updateId: suspension.actId }),
  )
  await house.inside(() => sayEntry(house.engine, row, reinstateEntry, { act: lifted, updateId: lifted.actId }))
  await register.arrive(row, inDays(97))
  await register.handle(row).result()
  await keepRuns('licence-ended', row)
})

test('a licence is renewed, the renewal is revoked', async () => {
  const old = await register.enter({ validUntil: inDays(40) })
  const row = await register.enter({ validUntil: inDays(400), renews: old.entry })
  const said = await register.act(row, 'revocation', { reason: 'Pelanggaran', basis: 'Pasal 9' })
  const request = house.desk.leave(passphrase)
  const act = { ...said, officer: 'kadis', signing: { queue: house.desk.queue, request } }
  await house.inside(() => sayEntry(house.engine, row, revokeEntry, { act, updateId: said.actId, signing: true }))
  await register.handle(row).result()
  await keepRuns('licence-superseded', old)
  await keepRuns('licence-revoked', row)
})

test('every run replays', async () => {
  // A replay and a running worker in one process share the V8 context that workflows are run in.
  await house.stopWorker()
  for (const history of histories.values()) {
    await Worker.runReplayHistory({ workflowBundle: { codePath: inject('workflowBundle') } }, history)
  }
  expect(histories.size).toBeGreaterThanOrEqual(6)
  await house.startWorker()
  if (release) await store(release)
})

async function store(name: string): Promise<void> {
  const folder = new URL(`../replay/histories/${name}/`, import.meta.url)
  await mkdir(folder, { recursive: true })
  for (const [road, history] of histories) {
    await writeFile(new URL(`${road}.bin`, folder), temporal.api.history.v1.History.encode(history).finish())
  }
}
