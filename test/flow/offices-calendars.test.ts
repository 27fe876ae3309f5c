import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { loadPack } from '../../models/catalogue/load-pack.ts'
import { change, withCopy } from '../catalogue/broken-pack.ts'
import { moveCalendars, openPackHouse, type PackHouse, weeksUntilAhead } from './pack-house.ts'

/**
 * Three agencies judge a building side by side, eight working days each. The environment office alone is closed on Wednesday
 * 13 January 2027, by a calendar of its own that stands on the regency's. All are asked on Monday 11 at nine, so day 1 is
 * Tuesday 12. By the regency's: 12 13 14 15, 18 19 20 21; half of them are over on Friday 15 at 16.30, four fifths (six days
 * and 0.4 of the seventh, three hours) on Wednesday 20 at 10.30. Without the 13th all of it is a working day later.
 */
const filed = '2027-01-11 08:00'
const asked = '2027-01-11 09:00'
const regencys = { 50: '2027-01-15 16:30', 80: '2027-01-20 10:30', 100: '2027-01-21 16:00' }
const closed13th = { 50: '2027-01-18 16:00', 80: '2027-01-21 10:30', 100: '2027-01-22 16:30' }
/** 28 working days from Tuesday 12: 14 in January after it, 4 before the joint leave of 5 February, the rest in Ramadan. */
const term = '2027-02-19 15:30'

let house: PackHouse
const weeks = weeksUntilAhead(filed.slice(0, 10))

beforeAll(async () => {
  house = await openPackHouse({
    weeks,
    with: async (dir) => {
      await writeFile(join(dir, 'calendars/dlh.json'), JSON.stringify(ofTheEnvironmentOffice))
      await change(dir, 'agencies.json', (json) => {
        for (const agency of json.agencies) if (agency.code === 'dlh') agency.calendar = 'dlh'
      })
    },
  })
})
afterAll(() => house?.close())

const ofTheEnvironmentOffice = {
  code: 'dlh',
  version: 1,
  name: { id: 'Dinas Lingkungan Hidup', en: 'Environment office' },
  extends: 'banyuwangi',
  closures: [
    {
      date: '2027-01-13',
      kind: 'local',
      name: { id: 'Kantor ditutup', en: 'Office closed' },
      source: 'contoh untuk pengujian',
    },
  ],
}

const clockOf = async (one: ApplicationRecord, seat: string) =>
  (await house.read(one._id)).state.clocks[`${one.number}:penilaian-teknis.${seat}`]

const instants = (due: typeof regencys) => ({
  dueAt: house.at(due[100]),
  rungs: ([50, 80, 100] as const).map((percent) => ({ percent, at: house.at(due[percent]) })),
})

const reached = async (one: ApplicationRecord) =>
  (await house.linesOf(one, 'rung-reached'))
    .filter(({ data }) => data.clock.includes('penilaian-teknis'))
    .map(({ data }) => `${data.clock.split('.').at(-1)} ${data.percent}`)

async function atAssessment(): Promise<ApplicationRecord> {
  const one = await house.accept('pbg', filed)
  await house.goTo(one, asked)
  await house.decide(one, `${one.number}:kelengkapan`, 'vera', { decision: 'approve' })
  return house.until(one, { status: 'in-progress' })
}

test('each agency is asked by its own calendar, and the whole by that of who answers for it', async () => {
  const one = await atAssessment()
  expect(await clockOf(one, 'bangunan')).toMatchObject({
    rule: { calendar: 'banyuwangi' },
    instants: instants(regencys),
  })
  expect(await clockOf(one, 'lingkungan')).toMatchObject({ rule: { calendar: 'dlh' }, instants: instants(closed13th) })
  expect(await clockOf(one, 'lalu-lintas')).toMatchObject({ instants: instants(regencys) })
  const { state } = await house.read(one._id)
  expect(state.clocks.term).toMatchObject({ rule: { calendar: 'banyuwangi' }, instants: { dueAt: house.at(term) } })

  await house.goTo(one, regencys[50], { minutes: 1 })
  await expect.poll(() => reached(one)).toEqual(expect.arrayContaining(['bangunan 50', 'lalu-lintas 50']))
  expect(await reached(one), 'the office that was closed has a working day left until then').toHaveLength(2)
  await house.goTo(one, closed13th[50], { minutes: 1 })
  await expect.poll(() => reached(one)).toContain('lingkungan 50')
})

test('a case goes on by the calendar it was filed under when its agency names another; new ones take the new', async () => {
  const one = await atAssessment()
  const loaded = await withCopy(async (dir) => {
    await writeFile(join(dir, 'calendars/dlh.json'), JSON.stringify(ofTheEnvironmentOffice))
    await moveCalendars(join(dir, 'calendars'), weeks)
    return loadPack(dir)
  })
  expect(loaded.services.filter(({ change: what }) => what === 'changed')).toEqual([
    { code: 'pbg', version: 2, change: 'changed' },
  ])
  const other = await atAssessment()
  expect(other.serviceVersion).toBe(2)
  expect(await clockOf(other, 'lingkungan')).toMatchObject({ instants: instants(regencys) })

  await house.goTo(one, regencys[50], { minutes: 1 })
  await expect.poll(() => reached(one)).toEqual(expect.arrayContaining(['bangunan 50', 'lalu-lintas 50']))
  expect(await clockOf(one, 'lingkungan')).toMatchObject({ rule: { calendar: 'dlh' }, instants: instants(closed13th) })
})
