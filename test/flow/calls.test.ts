import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { CaseDeps } from '../../activities/deps.ts'
import type { ClockRule, Flow } from '../../domain/service.ts'
import { say } from '../../engine/say.ts'
import { fastForward } from '../../infra/time-skipping.ts'
import { outsideSystems } from '../../integrations/outside/systems.ts'
import { Answer } from '../../models/case/answer.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { Call } from '../../models/case/call.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { File } from '../../models/file.ts'
import { hearCall, withdrawApplication } from '../../workflows/messages.ts'
import { licence } from '../domain/case/fixture.ts'
import { simulatedSimbg } from '../integrations/outside/simulated.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { scene } from './calendar.ts'
import { fixtureDeps } from './fixture.ts'

const { calendar, at } = scene()
const rule: ClockRule = { budget: { unit: 'working-days', amount: 3 }, calendar: 'office', rungs: [] }

/** Checked, then issued by SIMBG: its time is the ministry's, and the regency's term stands still meanwhile. */
const flow: Flow = {
  ...licence,
  service: 'pbg-contoh',
  issuer: 'external',
  term: { ...rule, budget: { unit: 'working-days', amount: 5 }, startsOn: 'complete' },
  tracks: {
    main: [
      {
        kind: 'review',
        code: 'check',
        desk: { role: 'verifier', agency: 'dpmptsp' },
        clock: rule,
        decisions: ['approve', 'reject'],
        completesReceipt: true,
      },
      {
        kind: 'call',
        code: 'simbg',
        system: 'simbg',
        operation: 'terbit-pbg',
        agency: 'kementerian-pu',
        clock: rule,
        document: 'pbg',
        pausesTerm: 'jeda',
      },
    ],
    rejection: [{ kind: 'issue', code: 'letter', document: 'penolakan', agency: 'dpmptsp' }],
    deemed: [],
  },
}

let house: CaseHouse
let side: Awaited<ReturnType<typeof simulatedSimbg>>

beforeAll(async () => {
  side = await simulatedSimbg()
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow,
    deps: await depsFor(outsideSystems({ simbg: side.settings })),
  })
})
afterAll(async () => {
  await house.close()
  await side.close()
})
beforeEach(() => {
  Object.assign(side.simbg.faults, { maintenance: false, silent: 0, delayMs: 0 })
})

async function depsFor(outside: CaseDeps['outside']): Promise<Omit<CaseDeps, 'log'>> {
  const deps = fixtureDeps({ signing: localAuthority(), calendar: () => calendar, outside })
  const pinned = await deps.catalogue.service('', 1)
  const text = (id: string) => ({ id, en: id })
  const documents = [
    ...pinned.definition.documents,
    { kind: 'external' as const, code: 'pbg', name: text('PBG'), owner: 'SIMBG' },
  ]
  const service = async () => ({ ...pinned, definition: { ...pinned.definition, documents } })
  return { ...deps, catalogue: { ...deps.catalogue, service } }
}

const callOf = ({ number }: ApplicationRecord) => `${number}:simbg`
const rowOf = (application: ApplicationRecord) =>
  house.inside(() =>
    Call.findOne({ call: callOf(application) })
      .orFail()
      .lean(),
  )
const filedFor = (application: ApplicationRecord) =>
  side.simbg.filed.filter(({ permohonan }) => permohonan.kunci === callOf(application))
const goTo = (application: ApplicationRecord, instant: number) =>
  fastForward(house.engine.client, house.workflowId(application), { until: new Date(instant) }, 90_000)

/** Filed now, and handed over to SIMBG on the scene's Thursday at ten. */
async function handedOver(): Promise<ApplicationRecord> {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'check' } })
  await goTo(filed, at(0, '10:00'))
  await house.decide(filed, `${filed.number}:check`, 'vera', { decision: 'approve' })
  return house.until(filed, { waiting: { kind: 'outside', system: 'simbg', agency: 'kementerian-pu' } })
}

async function answered(application: ApplicationRecord) {
  const [filed] = filedFor(application)
  if (!filed) throw new RangeError('nothing was filed')
  return filed
}

const hear = async (application: ApplicationRecord) =>
  house.inside(async () => {
    const act = { call: callOf(application) }
    await say(house.engine, await house.read(application._id), hearCall, { act, updateId: `hear-${Math.random()}` })
  })

describe('SIMBG down for nine days', () => {
  test('the case waits by itself, goes on by itself, and the delay is the ministry’s', async () => {
    side.simbg.faults.maintenance = true
    const waiting = await handedOver()
    expect(waiting.waiting.since?.getTime()).toBeGreaterThanOrEqual(at(0, '10:00'))
    await goTo(waiting, at(9, '10:00'))
    const row = await rowOf(waiting)
    expect(row).toMatchObject({ status: 'waiting', lastError: 'maintenance', reference: null })
    // Ten short waits, then one each four hours: nine days in some sixty tries.
    expect(row.attempts).toBeGreaterThan(40)
    expect(row.attempts).toBeLessThan(80)
    expect(filedFor(waiting)).toEqual([])
    const { historyLength } = await house.handle(waiting).describe()
    expect(historyLength).toBeLessThan(2_000)

    side.simbg.faults.maintenance = false
    await goTo(waiting, at(9, '15:00'))
    expect((await rowOf(waiting)).reference).toBe((await answered(waiting)).keadaan.nomor_registrasi)
    side.simbg.issue(await answered(waiting), new Date(at(9, '15:00')))
    await goTo(waiting, at(10, '15:00'))
    const closed = await house.until(waiting, { status: 'approved', closedAt: expect.any(Date) })

    const { clocks } = closed.state
    expect(clocks[callOf(waiting)]).toMatchObject({ pauses: [], stoppedAt: expect.any(Number) })
    const [pause, ...others] = clocks.term?.pauses ?? []
    expect(others).toEqual([])
    expect(pause).toMatchObject({ reason: 'outside', basis: 'jeda' })
    expect((pause?.until ?? 0) - (pause?.from ?? 0)).toBeGreaterThan(9 * 86_400_000)
    const check = clocks[`${waiting.number}:check`]
    expect(check?.stoppedAt).toBeLessThanOrEqual(pause?.from ?? 0)
    expect(clocks[callOf(waiting)]?.startedAt).toBe(pause?.from)
  })
})

describe('an answer', () => {
  test('brings number, date and file, kept once; word of it wakes the case', async () => {
    const waiting = await handedOver()
    await house.inside(() => expect(Answer.countDocuments({ application: waiting._id })).resolves.toBe(0))
    await expect.poll(() => filedFor(waiting).length, { timeout: 20_000 }).toBe(1)
    side.simbg.issue(await answered(waiting), new Date('2026-11-20T03:00:00Z'))
    await hear(waiting)
    await hear(waiting).catch(() => undefined)
    await house.until(waiting, { status: 'approved' })
    const [documents, answers, files] = await house.inside(() =>
      Promise.all([
        IssuedDocument.find({ application: waiting._id }).lean(),
        Answer.find({ application: waiting._id }).lean(),
        File.find({ application: waiting._id }).lean(),
      ]),
    )
    const number = (await answered(waiting)).keadaan.nomor_pbg
    expect(documents).toMatchObject([{ kind: 'external', code: 'pbg', number, issuedAt: new Date('2026-11-20') }])
    expect(answers).toMatchObject([{ call: callOf(waiting), outcome: 'done', number, issuedOn: '2026-11-20' }])
    expect(files).toMatchObject([{ _id: documents[0]?.file, type: 'application/pdf', owner: 'outside:simbg' }])
    expect(await rowOf(waiting)).toMatchObject({ status: 'done', lastError: null })
  })

  test('is not missed where word of it came while it was being asked for in vain', async () => {
    const waiting = await handedOver()
    await expect.poll(async () => (await rowOf(waiting)).attempts, { timeout: 20_000 }).toBe(2)
    side.simbg.faults.delayMs = 2_000
    await hear(waiting)
    await expect.poll(async () => (await rowOf(waiting)).attempts, { timeout: 20_000 }).toBe(3)
    side.simbg.issue(await answered(waiting), new Date('2026-11-20T03:00:00Z'))
    await hear(waiting)
    await expect.poll(async () => (await rowOf(waiting)).attempts, { timeout: 20_000, interval: 20 }).toBe(5)
    side.simbg.faults.delayMs = 0
    await house.until(waiting, { status: 'approved' })
  })

  test('that refuses leads to the letter of rejection', async () => {
    const waiting = await handedOver()
    await expect.poll(() => filedFor(waiting).length, { timeout: 20_000 }).toBe(1)
    side.simbg.refuse(await answered(waiting), 'Melanggar sempadan sungai')
    await hear(waiting)
    await house.until(waiting, { status: 'rejected', closedAt: expect.any(Date) })
    const answer = await house.inside(() => Answer.findOne({ application: waiting._id }).orFail().lean())
    expect(answer).toMatchObject({ outcome: 'refused', reason: 'Melanggar sempadan sungai', number: null, file: null })
    const history = JSON.stringify(await house.handle(waiting).fetchHistory())
    expect(history).not.toContain(Buffer.from('sempadan sungai').toString('base64').slice(0, 12))
    expect(await rowOf(waiting)).toMatchObject({ status: 'refused' })
  })
})

test('a time-out after success never files twice', async () => {
  side.simbg.faults.silent = 1
  const waiting = await handedOver()
  await expect.poll(async () => (await rowOf(waiting)).reference, { timeout: 30_000 }).not.toBeNull()
  expect(filedFor(waiting)).toHaveLength(1)
  expect((await rowOf(waiting)).attempts).toBeGreaterThanOrEqual(2)
})

test('a case that is withdrawn meanwhile is no longer waited for', async () => {
  side.simbg.faults.maintenance = true
  const waiting = await handedOver()
  await expect.poll(async () => (await rowOf(waiting)).lastError, { timeout: 20_000 }).toBe('maintenance')
  await house.inside(async () =>
    say(house.engine, await house.read(waiting._id), withdrawApplication, {
      act: { withdrawalId: 'w-1', by: { kind: 'citizen', id: 'siti' } },
      updateId: 'w-1',
    }),
  )
  await house.until(waiting, { status: 'withdrawn' })
  expect(await rowOf(waiting)).toMatchObject({ status: 'dropped' })
})
