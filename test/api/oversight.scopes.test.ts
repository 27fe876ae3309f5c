import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StandingRow } from '../../contracts/oversight.ts'
import type { TaskRow } from '../../contracts/tasks.ts'
import { Membership } from '../../models/membership.ts'
import { type CaseApiHouse, openCaseApiHouse, village } from './case-api-house.ts'

let house: CaseApiHouse

const people = [
  'warga',
  'loket',
  'verifikator',
  'teknis',
  'kabid',
  'kadis',
  'dukcapil',
  'disnaker',
  'desa',
  'kades',
  'supervisor',
  'katalog',
  'admin',
] as const

const lists = ['standing', 'time-left', 'tasks', 'kpis']

beforeAll(async () => {
  house = await openCaseApiHouse()
  // The demo's supervisor answers for many agencies; here for one.
  const others = { role: 'supervisor' as const, agency: { $ne: 'dpmptsp' } }
  await house.inside(() => Membership.updateMany(others, { $set: { until: new Date(0) } }))
  await house.file('sip-bidan')
  await house.file('akta-kelahiran')
  await house.file('sktm')
})
afterAll(() => house.close())

test.each(lists)('%s: figures are for those who answer for an office, and for nobody else', async (list) => {
  const may: string[] = []
  for (const person of people) {
    const { status } = await house.getAs(person, `/api/oversight/${list}`)
    expect([200, 403], person).toContain(status)
    if (status === 200) may.push(person)
  }
  expect(may).toEqual(['kades', 'supervisor', 'admin'])
  expect((await house.get(`/api/oversight/${list}`)).status).toBe(401)
})

test('a supervisor sees the agency’s own, a village head the village’s, the admin all', async () => {
  const offices = async (person: string) =>
    ((await house.getAs(person, '/api/oversight/standing')).json as StandingRow[]).map(({ office }) => office).sort()
  await expect.poll(() => offices('admin')).toEqual([village, 'dispendukcapil', 'dpmptsp'])
  expect(await offices('supervisor')).toEqual(['dpmptsp'])
  expect(await offices('kades')).toEqual([village])
})

test('asking for another office by its code shows nothing of it', async () => {
  const filter = encodeURIComponent(JSON.stringify({ office: 'dispendukcapil' }))
  expect((await house.getAs('supervisor', `/api/oversight/standing?filter=${filter}`)).json).toEqual([])
  expect((await house.getAs('supervisor', `/api/oversight/tasks?filter=${filter}`)).json as TaskRow[]).toEqual([])
  const bars = (await house.getAs('supervisor', `/api/oversight/time-left?filter=${filter}`)).json as { open: number }[]
  expect(bars.length).toBeGreaterThan(0)
  expect(bars.filter(({ open }) => open !== 0)).toEqual([])
})
