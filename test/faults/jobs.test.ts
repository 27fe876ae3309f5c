import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Job } from '../../contracts/jobs.ts'
import { Act } from '../../models/case/acts.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { checkStories } from './check-stories.ts'
import type { Receipt } from './filing.ts'
import { type House, openHouse, regency } from './house.ts'
import { type Office, openOffice } from './officers.ts'
import { killAll } from './part.ts'
import { until } from './until.ts'
import { onKept } from './watch.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const many = 200
const refusedBefore = 20
const taskOf = ({ number }: Receipt) => `${number}:pemeriksaan`

/** So many cases at one desk, filed a few at a time. */
async function fileMany(): Promise<Receipt[]> {
  const filed: Receipt[] = []
  const desk = async () => {
    while (filed.length < many) {
      const place = filed.push({ id: '', number: '', trackingCode: '' }) - 1
      filed[place] = await office.file('ak-1')
    }
  }
  await Promise.all(Array.from({ length: 8 }, desk))
  await Promise.all(filed.map((one) => until(`${one.number} has a task`, () => office.openTask(one), 240_000)))
  return filed
}

test('the API is killed in the middle of 200 decisions: the next one finishes the job, nothing is left out or doubled', async () => {
  const cases = await fileMany()
  const early = cases.slice(0, refusedBefore)
  await Promise.all(early.map((one) => office.decided(one)))

  const token = office.tokenOf('disnaker')
  const killed = await onKept({ application: cases[refusedBefore + 30]?.id ?? '', type: 'task-decided' }, () =>
    killAll(house.api),
  )
  const body = { tasks: cases.map(taskOf), decision: 'approve' }
  const asked = await house.client.insist('POST', '/api/tasks/decide', { token, body, key: randomUUID() })
  expect(asked.status).toBe(202)
  const { id } = Job.parse(asked.json)
  await killed.done
  await house.api.start()
  await house.untilReady()

  const read = async () => Job.parse((await house.client.insist('GET', `/api/jobs/${id}`, { token })).json)
  const before = await read()
  expect(
    before.rows.some(({ state }) => state === 'waiting'),
    'it was killed in the middle',
  ).toBe(true)
  const after = await until(
    'the job is done',
    async () => {
      const job = await read()
      return job.doneAt ? job : null
    },
    300_000,
  )
  const refused = after.rows.filter(({ state }) => state === 'refused')
  expect(refused.map(({ task, code }) => `${task} ${code}`)).toEqual(early.map((one) => `${taskOf(one)} task-not-open`))
  expect(after.rows.filter(({ state }) => state === 'done')).toHaveLength(many - refusedBefore)

  const decided = await house.inside(() =>
    TimelineEntry.find({ type: 'task-decided', application: { $in: cases.map((one) => one.id) } }).lean(),
  )
  const perCase = Map.groupBy(decided, ({ application }) => application)
  expect([...perCase.values()].map((lines) => lines.length)).toEqual(cases.map(() => 1))
  const acts = await house.inside(() => Act.countDocuments({ kind: 'decision' }))
  expect(acts).toBe(many)
  const goesOn = cases.map((one) => async () => ((await office.read(one)).closedAt ? 'closed' : null))
  for (const ended of goesOn) await until('the case is issued and closed', ended, 120_000)
  expect(await checkStories(regency, house.workflows)).toEqual([])
  expect(house.client.attempts.filter(({ status }) => status === 500)).toEqual([])
})
