import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { CaseDeps } from '../../activities/deps.ts'
import { deliverNext, openMail } from '../../activities/notifications/deliver.ts'
import { closeFollowUp } from '../../domain/case/acts.ts'
import type { Flow, RungAction } from '../../domain/service.ts'
import { keepBeside } from '../../engine/keep-beside.ts'
import { say } from '../../engine/say.ts'
import { fastForward } from '../../infra/time-skipping.ts'
import { keepAbsence } from '../../models/authority/absence.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { Message } from '../../models/case/message.ts'
import { Task } from '../../models/case/task.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { Membership } from '../../models/membership.ts'
import { claimTask } from '../../workflows/messages.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { scene } from './calendar.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
const { calendar, at } = scene()

/** As the licence: its verification gathers actions from half of its time on, and no supervisor looks within the case. */
function flow(actions: Record<number, RungAction[]>): Flow {
  const rungs = Object.entries(actions).map(([percent, each]) => ({ percent: Number(percent), actions: each }))
  const main = licence.tracks.main.map((step) =>
    step.kind === 'review' && step.code === 'verification' ? { ...step, clock: { ...step.clock, rungs } } : step,
  )
  const deemed = licence.tracks.deemed.filter(({ kind }) => kind !== 'review')
  return { ...licence, tracks: { ...licence.tracks, main, deemed } }
}

const everything = flow({
  50: [{ kind: 'pool' }],
  80: [{ kind: 'reassign' }],
  100: [{ kind: 'escalate', role: 'supervisor', agency: 'inspektorat' }],
})

beforeAll(async () => {
  const deps = fixtureDeps({ signing: localAuthority(), calendar: () => calendar })
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: everything,
    deps: { ...deps, catalogue: { ...deps.catalogue, ...described(deps.catalogue) } },
  })
  await house.inside(() =>
    Membership.create(
      ['ana', 'vera', 'budi', 'citra'].map((account) => ({
        ...{ account, role: 'verifier' as const, agency: 'dpmptsp', from: new Date(0) },
      })),
    ),
  )
  // Before any case moves Citra is away, and back; once cases move Ana is.
  await away('citra', { from: new Date(Date.now() - 60_000), until: new Date(at(0, '00:00')) })
  await away('ana', { from: new Date(at(0, '00:00')), until: new Date(at(300, '00:00')) })
})
afterAll(() => house.close())

const away = (account: string, days: { from: Date; until: Date }) =>
  house.inside(() =>
    keepAbsence({
      ...{ _id: randomUUID(), account, agencies: ['dpmptsp'], villages: [], ...days, reason: 'leave' },
      ...{ by: account, key: randomUUID(), digest: 'd', at: new Date() },
    }),
  )

/** The definition has the term whose calendar counts the supervisor's days; nobody is woken in the night. */
function described({ service, regency }: CaseDeps['catalogue']): Partial<CaseDeps['catalogue']> {
  return {
    service: async (...asked) => {
      const pinned = await service(...asked)
      return { ...pinned, definition: { ...pinned.definition, term: { calendar: 'office' } as never } }
    },
    regency: async () => ({ ...(await regency()), quietHours: { from: '15:00', until: '06:00' } }),
  }
}

const goTo = (application: ApplicationRecord, instant: number) =>
  fastForward(house.engine.client, house.workflowId(application), { until: new Date(instant) })

async function atVerification(): Promise<ApplicationRecord> {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  await goTo(filed, at(0, '07:30'))
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  return house.read(filed._id)
}

const claim = (filed: ApplicationRecord, officer: string) =>
  house.inside(async () =>
    say(house.engine, await house.read(filed._id), claimTask, {
      act: { task: `${filed.number}:verification`, officer },
      updateId: randomUUID(),
    }),
  )
const rowOf = (task: string) => house.inside(() => Task.findOne({ task }).orFail().lean())
const linesOf = (filed: ApplicationRecord, type: string) =>
  house.inside(() =>
    TimelineEntry.find({ application: filed._id, type } as never)
      .sort({ seq: 1 })
      .lean(),
  )

describe('a task whose time runs out', () => {
  test('is pooled, then given to whoever is here by then and has least to do, then shown to the inspectorate: each once', async () => {
    const busy = await atVerification()
    await claim(busy, 'budi')
    const filed = await atVerification()
    const task = `${filed.number}:verification`
    const rungs = filed.state.clocks[task]?.instants?.rungs ?? []
    const toRung = (percent: number) => goTo(filed, (rungs.find((each) => each.percent === percent)?.at ?? 0) + 1_000)
    await claim(filed, 'vera')
    await toRung(50)
    await house.until(filed, { state: { tasks: { [task]: { assignee: null } } } })
    expect(await rowOf(task)).toMatchObject({ assignee: null, handOver: { from: 'vera', reason: 'rung' } })

    await claim(filed, 'vera')
    await house.restartWorker()
    await toRung(80)
    await house.until(filed, { state: { tasks: { [task]: { assignee: 'citra' } } } })
    await toRung(100)
    await house.until(filed, { agencies: ['dpmptsp', 'dinkes', 'inspektorat'] })
    expect(await rowOf(task)).toMatchObject({ watchers: ['supervisor@inspektorat'], roles: ['verifier'] })
    const moves = await linesOf(filed, 'task-assigned')
    expect(moves.map(({ data, by }) => [by.id, data.from, data.officer, data.reason])).toEqual([
      ['lontar', 'vera', null, 'rung'],
      ['lontar', 'vera', 'citra', 'rung'],
    ])
    const told = await house.inside(() => Message.find({ application: filed._id, trigger: 'warned' }).lean())
    expect(told.map(({ desk }) => desk)).toContainEqual({ role: 'supervisor', agency: 'inspektorat', village: null })
  })
})

describe('what silence approved', () => {
  test('closes, and is followed up beside the closed case: once, though another worker takes over around the deadline', async () => {
    const filed = await atVerification()
    const due = filed.dueAt?.getTime() ?? 0
    await goTo(filed, due - 60_000)
    const arriving = goTo(filed, due + 60_000)
    await house.stopWorker()
    await house.startWorker()
    await arriving
    const closed = await house.until(filed, { status: 'deemed-approved', closedAt: expect.any(Date) })
    expect(closed.waiting).toMatchObject({ kind: 'nobody' })
    const task = `${filed.number}:deemed-tindak-lanjut`
    const opened = (await linesOf(filed, 'task-opened')).filter(({ data }) => data.task === task)
    expect(opened).toHaveLength(1)
    expect(await rowOf(task)).toMatchObject({
      status: 'open',
      role: 'supervisor',
      agency: 'dpmptsp',
      dueAt: expect.any(Date),
    })
    expect(await house.inside(() => IssuedDocument.countDocuments({ application: filed._id }))).toBe(1)

    const act = {
      ...{ task, decision: 'acknowledge' as const, decisionId: randomUUID(), digest: 'd', at: 0 },
      by: { kind: 'officer' as const, id: 'supervisor' },
    }
    const look = () =>
      house.inside(() => keepBeside(house.deps, filed._id, (state, now) => closeFollowUp(state, { ...act, at: now })))
    await look()
    await look()
    expect(await rowOf(task)).toMatchObject({ status: 'decided' })
    expect(await house.read(filed._id)).toMatchObject({ status: 'deemed-approved', closedAt: closed.closedAt })
    expect((await linesOf(filed, 'task-decided')).filter(({ data }) => data.task === task)).toHaveLength(1)
  })

  test('is told to the citizen after the quiet hours in which it came about', async () => {
    const filed = await atVerification()
    const due = filed.dueAt?.getTime() ?? 0
    await goTo(filed, due + 1_000)
    await house.until(filed, { status: 'deemed-approved' })
    const told = await house.inside(() => Message.find({ application: filed._id, trigger: 'deemed' }).lean())
    expect(told.length).toBeGreaterThan(0)
    for (const message of told) {
      expect(message).toMatchObject({ status: 'queued' })
      const local = new Date((message.nextAttemptAt?.getTime() ?? 0) + 7 * 3_600_000).toISOString()
      expect(local).toContain('T06:00')
    }
    // In the app nothing needs a mail server: it is there when the night is over.
    const mail = openMail('smtp://127.0.0.1:1', 'x@contoh.test', 'http://127.0.0.1:3000')
    const late = new Date(due + 2 * 86_400_000)
    const inApp = { application: filed._id, trigger: 'deemed' as const, way: 'in-app' as const }
    await house.inside(() => Message.updateMany({ way: 'email' }, { $set: { nextAttemptAt: new Date(8.64e15) } }))
    while (await deliverNext(mail, late));
    expect(await house.inside(() => Message.distinct('status', inApp))).toEqual(['sent'])
  })
})
