import { Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { toEvent } from '../../activities/record/timeline.ts'
import { isPaused } from '../../domain/case/clocks.ts'
import type { CallStatus } from '../../domain/case/events.ts'
import type { ClockRule, Flow } from '../../domain/service.ts'
import { compileCalendar, spent } from '../../domain/working-time/index.ts'
import { say } from '../../engine/say.ts'
import { fastForward } from '../../infra/time-skipping.ts'
import { businessKey } from '../../integrations/oss/match.ts'
import { outsideSystems } from '../../integrations/outside/systems.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { callsWaitingFor } from '../../models/case/call.ts'
import { keepStatus } from '../../models/case/news.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { hearCall } from '../../workflows/messages.ts'
import { licence } from '../domain/case/fixture.ts'
import { simulatedOss } from '../integrations/outside/simulated.ts'
import { type Histories, storeHistories } from '../replay/store-histories.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { scene } from './calendar.ts'
import { fixtureDeps } from './fixture.ts'

/** Thursday is day 0, day 4 a holiday; from day 5 on Ramadan's 390 minutes, half of them over at 11.15. */
const { calendar, at } = scene()
const rule: ClockRule = { budget: { unit: 'working-days', amount: 3 }, calendar: 'office', rungs: [] }
const nik = '3510014506900001'
const kbli = '56102'

/** Checked, then OSS's; the regency's own term runs meanwhile, unless OSS says that its clock stands still. */
const flow: Flow = {
  ...licence,
  service: 'nib-contoh',
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
        code: 'nib',
        system: 'oss',
        operation: 'terbit-nib',
        agency: 'bkpm',
        clock: rule,
        document: 'nib',
      },
    ],
    rejection: [],
    deemed: [],
  },
}

let house: CaseHouse
let side: Awaited<ReturnType<typeof simulatedOss>>

beforeAll(async () => {
  side = await simulatedOss()
  const deps = fixtureDeps({
    signing: localAuthority(),
    calendar: () => calendar,
    outside: outsideSystems({ oss: side.settings }),
  })
  const pinned = await deps.catalogue.service('', 1)
  const named = { kind: 'external' as const, code: 'nib', name: { id: 'NIB', en: 'NIB' }, owner: 'OSS' }
  const documents = [...pinned.definition.documents, named]
  const service = async () => ({ ...pinned, definition: { ...pinned.definition, documents } })
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow,
    deps: { ...deps, catalogue: { ...deps.catalogue, service } },
  })
})
afterAll(async () => {
  await house.close()
  await side.close()
})

const goTo = (application: ApplicationRecord, instant: number) =>
  fastForward(house.engine.client, house.workflowId(application), { until: new Date(instant) }, 90_000)

let businesses = 0
type Waiting = ApplicationRecord & { keys: string[] }

/** Handed over to OSS on the scene's Thursday at ten; each case is of a business of its own. */
async function waitingForOss(): Promise<Waiting> {
  businesses += 1
  const holder = `${nik.slice(0, -1)}${businesses}`
  const filed = await house.file({
    answers: { kbli, tempat: 'Kabat' },
    applicant: { account: 'siti', name: 'Siti Rahayu', nik: holder },
  })
  await house.until(filed, { waiting: { step: 'check' } })
  await goTo(filed, at(0, '10:00'))
  await house.decide(filed, `${filed.number}:check`, 'vera', { decision: 'approve' })
  const waiting = await house.until(filed, { waiting: { kind: 'outside', system: 'oss' } })
  const keys = [businessKey(holder, kbli)]
  await expect
    .poll(() => house.inside(() => callsWaitingFor('oss', keys)).then(({ length }) => length), { timeout: 20_000 })
    .toBe(1)
  return { ...waiting, keys }
}

/** OSS tells of a status at that instant, and the case is woken, as its webhook does. */
async function tell(application: Waiting, code: CallStatus['code'], saidAt: number): Promise<void> {
  await house.inside(async () => {
    const digest = `${application.number} ${code} ${saidAt}`
    await keepStatus({ system: 'oss', digest, keys: application.keys, content: { code, saidAt } })
    await wake(application, digest)
  })
}

const wake = ({ _id, number }: ApplicationRecord, updateId: string) =>
  house.inside(async () =>
    say(house.engine, await house.read(_id), hearCall, { act: { call: `${number}:nib` }, updateId }),
  )

async function heard(application: ApplicationRecord, codes: string[]) {
  const lines = async () => {
    const all = await house.inside(() => TimelineEntry.find({ application: application._id }).sort({ seq: 1 }).lean())
    return all.map(toEvent).flatMap((line) => (line.type === 'call-status' ? [line] : []))
  }
  await expect.poll(async () => (await lines()).map(({ data }) => data.code), { timeout: 20_000 }).toEqual(codes)
  return { lines: await lines(), term: (await house.read(application._id)).state.clocks.term }
}

const histories: Histories = new Map()

/** OSS gives the number, the case ends with it, and its history is kept for the replay. */
async function ended(road: string, one: Waiting): Promise<ApplicationRecord> {
  side.oss.issue({ nik: one.applicant.nik, name: 'Siti', kbli: [kbli], on: new Date() })
  await wake(one, `${one.number} issued`)
  const closed = await house.until(one, { status: 'approved', closedAt: expect.any(Date) })
  await house.handle(one).result()
  histories.set(road, await house.handle(one).fetchHistory())
  return closed
}

test('a wait without a word of any clock asks again and again, and ends with the number', async () => {
  const one = await waitingForOss()
  await goTo(one, at(2, '12:00'))
  expect((await ended('waited', one)).state.clocks.term?.pauses).toEqual([])
})

describe('the clock of OSS', () => {
  test('a stop with a reset and its restart pause the term: what was spent stays spent, and the asking is kept', async () => {
    const one = await waitingForOss()
    // Friday, and half of Tuesday.
    await goTo(one, at(5, '11:15'))
    await tell(one, '43', at(5, '11:10'))
    const stopped = await heard(one, ['43'])
    expect(stopped.lines[0]).toMatchObject({
      data: { system: 'oss', clock: 'pause', resets: true, saidAt: at(5, '11:10') },
    })
    expect(stopped.term).toMatchObject({
      instants: { dueAt: null },
      pauses: [{ reason: 'outside', basis: 'OSS, status 43', until: null }],
      resetsAsked: [{ system: 'oss', code: '43' }],
    })
    await goTo(one, at(7, '08:00') - 60_000)
    await tell(one, '44', at(7, '07:58'))
    const { term } = await heard(one, ['43', '44'])
    expect(term?.resetsAsked?.map(({ code }) => code)).toEqual(['43', '44'])
    const used = term && spent(compileCalendar(calendar), rule.budget, term.startedAt, term.pauses, at(7, '08:00'))
    expect(used).toBeCloseTo(1.5, 2)
    // Three and a half days more: Thursday, Friday, Monday, half of Tuesday; anew it would have been five.
    const due = (await house.read(one._id)).dueAt?.getTime() ?? 0
    expect(Math.abs(due - at(12, '11:15'))).toBeLessThan(60_000)
    await ended('told', one)
  })

  test('what was told while nobody heard is heard in its order, once, and then OSS is asked', async () => {
    const one = await waitingForOss()
    await goTo(one, at(1, '09:00'))
    await house.inside(async () => {
      for (const [code, time] of [['42', '08:50'] as const, ['20', '08:45'] as const, ['41', '08:40'] as const]) {
        const content = { code, saidAt: at(1, time) }
        await keepStatus({ system: 'oss', digest: `${one.number} ${code}`, keys: one.keys, content })
      }
    })
    const { state } = await ended('told-at-once', one)
    await heard(one, ['41', '42'])
    expect(state.clocks.term && isPaused(state.clocks.term)).toBe(false)
  })

  test('told of another business, or before this application was filed, it moves nothing', async () => {
    const one = await waitingForOss()
    await tell(one, '41', one.acceptedAt.getTime() - 5_000)
    await tell({ ...one, keys: [businessKey('3510014506909999', kbli)] }, '41', at(0, '10:30'))
    await tell(one, '42', at(0, '11:00'))
    const { term } = await heard(one, ['42'])
    expect(term?.pauses).toEqual([])
  })
})

test('every such history replays', async () => {
  await house.stopWorker()
  for (const history of histories.values()) {
    await Worker.runReplayHistory({ workflowBundle: { codePath: inject('workflowBundle') } }, history)
  }
  await house.startWorker()
  await storeHistories(histories)
})
