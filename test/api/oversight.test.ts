import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../api/live/hub.ts'
import { OpenBook } from '../../api/oversight/book/book.ts'
import type { StandingRow, TimeLeftRow } from '../../contracts/oversight.ts'
import type { TaskRow } from '../../contracts/tasks.ts'
import { Task } from '../../models/case/task.ts'
import { watched } from '../../models/oversight/open-tasks.ts'
import { type CaseApiHouse, openCaseApiHouse } from './case-api-house.ts'

const soon = { timeout: 20_000 }
let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const ask = async <Row>(list: string, filter: object = {}, more = '') => {
  const answer = await house.getAs(
    'admin',
    `/api/oversight/${list}?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`,
  )
  expect(answer.status, answer.text).toBe(200)
  return { rows: answer.json as Row[], headers: answer.headers }
}
const counts = async (filter: object) => {
  const { rows } = await ask<StandingRow>('standing', { by: 'service', ...filter })
  return Object.fromEntries(
    rows.map(({ service, onTime, warned, breached, paused }) => [service, [onTime, warned, breached, paused]]),
  )
}
/** As if time had gone on: the row's own instants are put back. */
const late = (task: string, by: { warnAt?: number; dueAt?: number }) =>
  house.inside(() =>
    Task.updateOne(
      { task },
      { $set: Object.fromEntries(Object.entries(by).map(([name, ms]) => [name, new Date(Date.now() + ms)])) },
    ),
  )

describe('how clocks stand now', () => {
  test('a task is counted where it lies, moves as its clock and its officer do, and leaves when it is decided', async () => {
    const first = await house.file('sip-bidan')
    const second = await house.file('sip-bidan')
    const task = `${first.number}:kelengkapan`
    await expect.poll(() => counts({ service: 'sip-bidan' }), soon).toEqual({ 'sip-bidan': [2, 0, 0, 0] })

    await late(task, { warnAt: -1_000 })
    await expect.poll(() => counts({ service: 'sip-bidan' }), soon).toEqual({ 'sip-bidan': [1, 1, 0, 0] })
    await late(task, { dueAt: -1_000 })
    await expect.poll(() => counts({ service: 'sip-bidan' }), soon).toEqual({ 'sip-bidan': [1, 0, 1, 0] })

    await house.postAs('verifikator', `/api/tasks/${encodeURIComponent(task)}/claim`, {})
    const officers = async () =>
      (await ask<StandingRow>('standing', { by: 'officer', service: 'sip-bidan' })).rows.map(({ names, open }) => [
        names.officer,
        open,
      ])
    await expect.poll(officers, soon).toEqual([
      [null, 1],
      ['Bagus Prasetyo', 1],
    ])
    expect((await ask<TaskRow>('tasks', { service: 'sip-bidan', officer: 'nobody' })).rows.map(({ id }) => id)).toEqual(
      [`${second.number}:kelengkapan`],
    )

    const returned = { decision: 'return', deficiencies: [{ target: 'document', name: 'ktp', message: 'Buram' }] }
    expect((await house.decide('verifikator', task, returned)).status).toBe(200)
    await expect.poll(() => counts({ service: 'sip-bidan' }), soon).toEqual({ 'sip-bidan': [1, 0, 0, 1] })

    await house.walk(second, [['verifikator', 'kelengkapan']])
    await expect
      .poll(async () =>
        (await ask<StandingRow>('standing', { by: 'step', service: 'sip-bidan' })).rows.map(
          ({ step, paused, onTime }) => [step, paused + onTime],
        ),
      )
      .toEqual(
        [
          ['kelengkapan', 1],
          ['verifikasi', 1],
        ].sort(),
      )
  })

  test('what lies behind a figure is listed, least time left first, and the bars add up to it', async () => {
    const made = [await house.file('ak-1'), await house.file('ak-1'), await house.file('ak-1')]
    const [one, two, three] = made.map(({ number }) => `${number}:pemeriksaan`)
    await late(String(one), { dueAt: 50 * 3_600_000 })
    await late(String(two), { dueAt: -50 * 3_600_000 })
    await late(String(three), { dueAt: 2 * 3_600_000, warnAt: -1 })
    const list = async (state?: string) =>
      (await ask<TaskRow>('tasks', { service: 'ak-1', ...(state ? { state } : {}) })).rows.map(({ id }) => id)
    await expect.poll(() => list(), soon).toEqual([two, three, one])
    expect(await list('breached')).toEqual([two])
    expect(await list('warned')).toEqual([three])
    expect(await list('on-time')).toEqual([one])
    const { rows } = await ask<TimeLeftRow>('time-left', { service: 'ak-1' })
    expect(rows.filter(({ open }) => open > 0)).toEqual([
      { id: 'late-1-day', open: 1 },
      { id: '4-hours', open: 1 },
      { id: '3-days', open: 1 },
    ])
    const paged = await ask<TaskRow>('tasks', { service: 'ak-1' }, `&range=${encodeURIComponent('[1,1]')}`)
    expect(paged.rows.map(({ id }) => id)).toEqual([three])
    expect(paged.headers.get('content-range')).toBe('tasks 1-1/3')
    expect(Date.parse(paged.headers.get('x-as-of') ?? '')).toBeGreaterThan(Date.now() - 60_000)
  })

  test('a book that holds nothing keeps nothing of what changes, until somebody looks into it again', async () => {
    const viewers: Viewer[] = []
    const hub = { listen: async () => {}, join: (one: Viewer) => viewers.push(one) }
    const book = new OpenBook(hub as never, 'banyuwangi')
    await book.open()
    const row = await house.inside(() => Task.findOne({ status: 'open' }).orFail().lean())
    const [viewer] = viewers
    const isTold = () => viewer?.sees(row)
    expect(isTold()).toBe(true)
    expect(viewer?.sees({ ...row, regency: 'lain' })).toBe(false)
    viewer?.onGap()
    expect(isTold()).toBe(false)
    const reading = book.open()
    await Promise.resolve()
    expect(isTold()).toBe(true)
    const { length } = await reading
    viewer?.onChange({ token: 'a', before: row, after: null })
    expect((await book.open()).length).toBe(length - 1)
  })

  test('a process that begins reads open tasks from the index alone', async () => {
    const fields = { _id: 0, ...Object.fromEntries(watched.map((name) => [name, 1])) }
    const plan = (await house.inside(() =>
      Task.find({ status: { $in: ['open', 'returned'] } }, fields)
        .lean()
        .explain('executionStats'),
    )) as unknown as { executionStats: { totalDocsExamined: number; nReturned: number } }
    expect(plan.executionStats.nReturned).toBeGreaterThan(0)
    expect(plan.executionStats.totalDocsExamined).toBe(0)
  })

  test('the rows behind a figure are read by an index, those and no others', async () => {
    const names = (await ask<TaskRow>('tasks')).rows.map(({ id }) => id)
    const plan = (await house.inside(() =>
      Task.find({ task: { $in: names } })
        .lean()
        .explain('executionStats'),
    )) as unknown as { executionStats: { totalDocsExamined: number; nReturned: number } }
    expect(names.length).toBeGreaterThan(2)
    expect(plan.executionStats).toMatchObject({ nReturned: names.length, totalDocsExamined: names.length })
  })

  test('what cannot be asked is refused, and named', async () => {
    const refused = async (filter: object) =>
      (await house.getAs('admin', `/api/oversight/standing?filter=${encodeURIComponent(JSON.stringify(filter))}`))
        .problem
    expect((await refused({ by: 'colour' })).errors?.map(({ field }) => field)).toEqual(['by'])
    expect((await refused({ agency: 'x' })).status).toBe(400)
  })
})
