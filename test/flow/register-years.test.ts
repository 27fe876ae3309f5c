import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { brokenLine } from '../../activities/record/chain.ts'
import { standingAt } from '../../domain/register/standing.ts'
import { sayEntry } from '../../engine/register/say.ts'
import { type Acted, reinstateEntry, reportEntry, suspendEntry } from '../../workflows/register/messages.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { dayMs, registerHouse } from '../setup/register-house.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
let register: ReturnType<typeof registerHouse>

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority() }),
  })
  register = registerHouse(house)
})
afterAll(() => house.close())

const fiveYears = () => {
  const validFrom = new Date()
  const validUntil = new Date(validFrom)
  validUntil.setUTCFullYear(validUntil.getUTCFullYear() + 5)
  validUntil.setTime(validUntil.getTime() - 1)
  return { validFrom, validUntil }
}

const typesOf = async (row: { entry: string }) => (await register.lines(row)).map(({ type }) => type)

test('five years of a licence: reports fall due, it is suspended and lifted, reminded thrice, and ends', async () => {
  const { validFrom, validUntil } = fiveYears()
  const row = await register.enter({ validFrom, validUntil })
  const at = (days: number) => new Date(validFrom.getTime() + days * dayMs)

  await register.arrive(row, at(400))
  await register.until(row, { state: { reportsDue: [{ period: 1 }] } })
  const report = await register.act(row, 'report', { text: 'Laporan', file: null })
  const say = async (update: typeof reportEntry, act: Acted, more: object = {}) =>
    house.inside(async () =>
      sayEntry(house.engine, await register.read(row.entry), update, { act: { ...act, ...more }, updateId: act.actId }),
    )
  await say(reportEntry, report)
  await say(reportEntry, report)

  await register.arrive(row, at(500))
  const suspension = await register.act(row, 'suspension', { reason: 'Aduan', basis: 'Pasal 5', until: null })
  await say(suspendEntry as typeof reportEntry, suspension, { until: null })
  const suspended = await register.read(row.entry)
  expect(standingAt(suspended.state, at(501).getTime())).toMatchObject({ standing: 'suspended', until: null })
  await expect(
    say(suspendEntry as typeof reportEntry, { ...suspension, actId: 'another-act' }, { until: null }),
  ).rejects.toMatchObject({
    code: 'entry-not-valid',
  })

  await register.arrive(row, at(520))
  await house.restartWorker()
  await say(reinstateEntry, await register.act(row, 'reinstatement', { reason: 'Sudah diperbaiki' }))
  await register.arrive(row, new Date(validUntil.getTime() + 2 * dayMs))
  await register.handle(row).result()

  const ended = await register.read(row.entry)
  expect(ended.state).toMatchObject({ reminded: [90, 30, 7], expiredAt: expect.any(Number), revokedAt: null })
  expect(await typesOf(row)).toEqual([
    'entered',
    'report-due',
    'report-received',
    'suspended',
    'reinstated',
    'report-due',
    'report-due',
    'report-due',
    'reminded',
    'reminded',
    'reminded',
    'expired',
  ])
  expect(brokenLine(await register.lines(row))).toBeNull()
  const told = (await register.messages(row)).map(({ trigger }) => trigger)
  expect(told.filter((trigger) => trigger === 'licence-ending')).toHaveLength(3)
  expect(told).toEqual(
    expect.arrayContaining(['report-due', 'licence-suspended', 'licence-reinstated', 'licence-expired']),
  )
  for (const { at: when, data } of await register.lines(row)) {
    const due = Reflect.get(data, 'dueAt')
    if (typeof due === 'number') expect(Math.abs(when - due)).toBeLessThan(60_000)
  }

  const lengths = await register.histories(row)
  expect(lengths.length).toBeGreaterThanOrEqual(8)
  expect(Math.max(...lengths)).toBeLessThan(80)
})

test('a suspension with an end ends by itself; ten years without an end stay one short history', async () => {
  const row = await register.enter({ validUntil: null })
  const from = row.validFrom.getTime()
  const suspension = await register.act(row, 'suspension', { reason: 'Aduan', basis: 'Pasal 5', until: null })
  const until = from + 10 * dayMs
  await house.inside(() =>
    sayEntry(house.engine, row, suspendEntry, { act: { ...suspension, until }, updateId: suspension.actId }),
  )
  await register.arrive(row, new Date(from + 10.5 * 366 * dayMs))
  const years = await register.until(row, {}, ({ state }) => state.reportsDue.length === 10)
  expect(years.state.suspensions).toMatchObject([{ until, endedAt: until }])
  expect(standingAt(years.state, until - 1).standing).toBe('suspended')
  expect(standingAt(years.state, until).standing).toBe('valid')
  const lengths = await register.histories(row)
  expect(lengths).toHaveLength(12)
  expect(Math.max(...lengths)).toBeLessThan(40)
})

test('with its worker down past the last day it reads as expired, and is written down once it is back', async () => {
  const validUntil = new Date(Date.now() + 1_500)
  const row = await register.enter({ validUntil })
  await house.stopWorker()
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(validUntil.getTime()), { timeout: 5_000, interval: 50 })
  const asleep = await register.read(row.entry)
  expect(asleep.state.expiredAt).toBeNull()
  expect(standingAt(asleep.state, Date.now()).standing).toBe('expired')
  await house.startWorker()
  await register.until(row, { state: { expiredAt: expect.any(Number) } })
  await register.handle(row).result()
})
