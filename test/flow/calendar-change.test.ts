import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { toEvent } from '../../activities/record/timeline.ts'
import { nextRung } from '../../domain/case/clocks.ts'
import type { EventType, TimelineEvent } from '../../domain/case/events.ts'
import { type Calendar, closureKinds, compileCalendar, dueAt } from '../../domain/working-time/index.ts'
import { startSpread } from '../../engine/calendars.ts'
import { fastForward } from '../../infra/time-skipping.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { Task } from '../../models/case/task.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority, newLocalCa } from '../setup/local-authority.ts'
import { scene } from './calendar.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
const passphrase = 'kata-sandi-kadis'
/** Thursday is day 0; day 4 is a holiday, and Ramadan begins on day 5. Five days from day 0 end on day 8, a Friday. */
const { calendar, at } = scene()
let current: Calendar = calendar

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority(), calendar: () => current }),
  })
  await house.inside(() =>
    newLocalCa().enrol({ id: `${house.regency}/kadis`, name: 'Petugas kadis', agency: 'Dinas Contoh' }, passphrase),
  )
})
afterAll(() => house.close())
beforeEach(async () => {
  const { version } = current
  current = { ...calendar, version: version + 1 }
  await spread()
})

const goTo = (application: ApplicationRecord, instant: number) =>
  fastForward(house.engine.client, house.workflowId(application), { until: new Date(instant) })

const dateOf = (day: number) => new Date(at(day, '12:00')).toISOString().slice(0, 10)

/** A further day off, announced now: the next version is in force. */
function announce(day: number): void {
  const name = { id: 'Cuti bersama', en: 'Joint leave' }
  const late = { date: dateOf(day), kind: closureKinds[1], name, source: 'contoh' }
  current = { ...current, version: current.version + 1, closures: [...current.closures, late] }
}

function withdraw(day: number): void {
  const closures = current.closures.filter(({ date }) => date !== dateOf(day))
  current = { ...current, version: current.version + 1, closures }
}

/** Test files share the Temporal server, where a version's fan-out has one name. */
let fanOut = Date.now() % 1_000_000_000

/** Carries the version in force to every open case of this house, as often as a version is published. */
async function startFanOut(): Promise<void> {
  fanOut += 1
  await startSpread(house.engine, { regency: house.regency, calendar: 'office', version: fanOut })
}

async function spread(): Promise<void> {
  await startFanOut()
  await expect.poll(outdated, { timeout: 30_000 }).toBe(0)
}

const outdated = () =>
  house.inside(() =>
    Application.countDocuments({ clocked: { $elemMatch: { calendar: 'office', version: { $lt: current.version } } } }),
  )

async function linesOf<Type extends EventType>(application: ApplicationRecord, type: Type) {
  const lines = await house.inside(() => TimelineEntry.find({ application: application._id }).sort({ seq: 1 }).lean())
  return lines.map(toEvent).filter((line): line is Extract<TimelineEvent, { type: Type }> => line.type === type)
}

/** Filed now, found complete on the scene's Thursday at 13.59. */
async function complete(): Promise<ApplicationRecord> {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  await goTo(filed, at(0, '13:59'))
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  return house.read(filed._id)
}

const rungsOf = async (application: ApplicationRecord, clock: string) =>
  (await linesOf(application, 'rung-reached'))
    .filter(({ data }) => data.clock === clock)
    .map(({ data }) => data.percent)

describe('a day off that is announced late', () => {
  test('moves every open clock at once, says by whom on the timeline, and each rung fires once at its new instant', async () => {
    const one = await complete()
    expect(one.dueAt?.getTime()).toBe(at(8, '15:30'))
    announce(7)
    await spread()

    const moved = await house.read(one._id)
    expect(moved.dueAt?.getTime()).toBe(at(11, '15:00'))
    expect(moved.clocked).toEqual([{ calendar: 'office', version: current.version }])
    const lines = await linesOf(one, 'clock-reprojected')
    expect(lines.map(({ data }) => data.clock.id).sort()).toEqual([`${one.number}:verification`, 'term'])
    const term = lines.find(({ data }) => data.clock.id === 'term')
    expect(term).toMatchObject({
      by: { kind: 'officer', id: 'admin' },
      data: {
        was: { calendarVersion: current.version - 1, dueAt: at(8, '15:30') },
        instants: { calendarVersion: current.version, dueAt: at(11, '15:00') },
      },
    })
    const task = await house.inside(() => Task.findOne({ task: `${one.number}:verification` }).lean())
    expect(task).toMatchObject({ clock: { calendarVersion: current.version } })

    await goTo(one, at(8, '15:31'))
    expect(await house.read(one._id)).toMatchObject({ status: 'in-progress' })
    await goTo(one, at(11, '15:01'))
    await house.until(one, { status: 'deemed-approved' })
    expect(await rungsOf(one, 'term')).toEqual([50, 80, 100])
  })

  test('and withdrawn again brings the end forward: the case wakes sooner than it had meant to', async () => {
    announce(7)
    await spread()
    const one = await complete()
    expect(one.dueAt?.getTime()).toBe(at(11, '15:00'))
    await goTo(one, at(6, '16:00'))
    expect(await rungsOf(one, 'term')).toEqual([50])
    withdraw(7)
    await spread()
    const sooner = await house.read(one._id)
    expect(sooner.dueAt?.getTime()).toBe(at(8, '15:30'))
    expect(nextRung(sooner.state)).toMatchObject({ percent: 80, at: at(7, '15:00') })
    await expect.poll(() => nextRungOf(one), { timeout: 10_000 }).toEqual(nextRung(sooner.state))
    expect((await house.read(one._id)).unwoken).toBeUndefined()
    await goTo(one, at(8, '15:31'))
    await house.until(one, { status: 'deemed-approved' })
    expect(await rungsOf(one, 'term')).toEqual([50, 80, 100])
  })

  test('twice, one after the other: the second is reached from wherever the first had got', async () => {
    const [one, two] = [await complete(), await complete()]
    announce(7)
    await startFanOut()
    announce(8)
    await spread()
    for (const each of [one, two]) {
      expect((await house.read(each._id)).dueAt?.getTime()).toBe(at(12, '15:00'))
      await goTo(each, at(12, '15:01'))
      await house.until(each, { status: 'deemed-approved' })
      expect(await rungsOf(each, 'term')).toEqual([50, 80, 100])
    }
  })

  test('while the applicant corrects: nothing is due, and the clock goes on by the new calendar', async () => {
    const one = await complete()
    await goTo(one, at(1, '09:30'))
    await house.decide(one, `${one.number}:verification`, 'vera', {
      decision: 'return',
      deficiencies: [{ target: 'field', name: 'tempat', message: 'Tulis alamat lengkap' }],
    })
    announce(7)
    await spread()
    const paused = await house.read(one._id)
    expect(paused).toMatchObject({ status: 'returned', dueAt: null })
    expect(paused.state.clocks.term?.instants).toMatchObject({ calendarVersion: current.version, dueAt: null })
    await goTo(one, at(5, '08:00'))
    await house.correct(one, { tempat: 'Jalan Merdeka 1, Kabat' })
    const after = await house.read(one._id)
    const [from = 0, until = 0] = [paused.state.clocks.term?.pauses[0]?.from, after.state.clocks.term?.pauses[0]?.until]
    const pauses = [{ from, until }]
    const term = { unit: 'working-days' as const, amount: 5 }
    const due = dueAt(compileCalendar(current), term, after.state.completeAt ?? 0, pauses)
    expect(after.dueAt?.getTime()).toBe(due)
    expect(due).not.toBe(dueAt(compileCalendar(calendar), term, after.state.completeAt ?? 0, pauses))
  })

  test('while somebody signs: one signature stands, and no clock is left', async () => {
    const one = await complete()
    await house.decide(one, `${one.number}:verification`, 'vera', { decision: 'approve' })
    await house.until(one, { waiting: { step: 'signature' } })
    announce(7)
    const signing = house.decide(one, `${one.number}:signature`, 'kadis', { decision: 'sign' }, { passphrase })
    await spread()
    await signing
    const ended = await house.until(one, { closedAt: expect.any(Date) })
    expect(ended).toMatchObject({ status: 'approved', clocked: [] })
    expect(await linesOf(one, 'document-signed')).toHaveLength(1)
  })

  test('is carried on by the next worker when the first ends in the middle', async () => {
    const all: ApplicationRecord[] = []
    for (let n = 0; n < 12; n += 1) all.push(await house.file())
    for (const each of all) await house.until(each, { waiting: { step: 'completeness' } })
    announce(7)
    await house.stopWorker()
    await startFanOut()
    expect(await outdated()).toBeGreaterThanOrEqual(all.length)
    await house.startWorker()
    await house.restartWorker()
    await expect.poll(outdated, { timeout: 60_000 }).toBe(0)
    for (const each of all) {
      const { state } = await house.read(each._id)
      const lines = await linesOf(each, 'clock-reprojected')
      expect(lines.filter(({ data }) => data.instants?.calendarVersion === current.version)).toHaveLength(1)
      expect(state.clocks[`${each.number}:completeness`]?.instants?.calendarVersion).toBe(current.version)
    }
  })
})

test('a rung that falls due before the change has reached its case waits for it', async () => {
  const one = await complete()
  await goTo(one, at(6, '16:00'))
  announce(7)
  await goTo(one, at(7, '15:01'))
  await expect.poll(() => linesOf(one, 'clock-reprojected').then(({ length }) => length)).toBeGreaterThan(0)
  expect(await rungsOf(one, 'term')).toEqual([50])
  await spread()
  expect((await house.read(one._id)).dueAt?.getTime()).toBe(at(11, '15:00'))
  await goTo(one, at(11, '15:01'))
  await house.until(one, { status: 'deemed-approved' })
  expect(await rungsOf(one, 'term')).toEqual([50, 80, 100])
})

async function nextRungOf(application: ApplicationRecord) {
  return nextRung(await house.handle(application).query<ApplicationRecord['state']>('state'))
}
