import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Job, type JobRow } from '../../contracts/jobs.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { checkStories } from './check-stories.ts'
import type { Receipt } from './filing.ts'
import { type House, openHouse, regency } from './house.ts'
import { type Office, openOffice } from './officers.ts'
import { killAll, type Part, startAll } from './part.ts'
import { until } from './until.ts'
import { onKept } from './watch.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const many = 24
const killedAt = 12
const toSign = ({ number }: Receipt) => `${number}:tanda-tangan`

async function letters(): Promise<Receipt[]> {
  const filed: Receipt[] = []
  const desk = async () => {
    while (filed.length < many) {
      const place = filed.push({ id: '', number: '', trackingCode: '' }) - 1
      filed[place] = await office.file('sktm')
    }
  }
  await Promise.all(Array.from({ length: 4 }, desk))
  await Promise.all(filed.map((one) => until(`${one.number} has a task`, () => office.openTask(one), 240_000)))
  return filed
}

/** As an operator ends them: what is under way is waited for. */
const stopAll = async (...parts: Part[]) => void (await Promise.all(parts.map((part) => part.stop())))

const token = () => office.tokenOf('kades')

async function openTray(tasks: string[], key: string = randomUUID()): Promise<string> {
  const body = { tasks: tasks.map((id) => ({ id })), signing: { passphrase: 'lontar-demo' } }
  const { status, json } = await house.client.insist('POST', '/api/tasks/sign', { token: token(), body, key })
  expect(status, JSON.stringify(json)).toBe(202)
  return Job.parse(json).id
}

const ended = (id: string): Promise<JobRow[]> =>
  until(
    'the tray is ended',
    async () => {
      const job = Job.parse((await house.client.insist('GET', `/api/jobs/${id}`, { token: token() })).json)
      return job.doneAt ? job.rows : null
    },
    300_000,
  )

const signatures = ({ id }: Receipt) =>
  house.inside(() => TimelineEntry.countDocuments({ application: id, type: 'document-signed' }))

test.each([
  ['the API that holds the passphrase is killed', () => [house.api], killAll],
  ['the API and the worker are killed', () => [house.api, house.worker], killAll],
  ['the worker is killed', () => [house.worker], killAll],
  ['the API is told to end', () => [house.api], stopAll],
] as [string, () => Part[], (...parts: Part[]) => Promise<void>][])(
  '%s in the middle of a tray: every row says the truth, and a second tray signs the rest',
  async (_, parts, end) => {
    const cases = await letters()
    const killed = await onKept({ application: cases[killedAt]?.id ?? '', type: 'document-signed' }, () =>
      end(...parts()),
    )
    const first = randomUUID()
    const tray = await openTray(cases.map(toSign), first)
    await killed.done
    await startAll(...parts())
    await house.untilReady()

    const rows = await ended(tray)
    for (const [index, one] of cases.entries()) {
      const made = await signatures(one)
      expect(made).toBeLessThanOrEqual(1)
      const { state, document } = rows[index] ?? {}
      expect(`${one.number} ${made === 1}`, String(state)).toBe(`${one.number} ${state === 'done'}`)
      expect(state === 'done').toBe(document !== null)
    }
    if (parts().includes(house.api)) {
      expect(rows.filter(({ state }) => state === 'done').length).toBeGreaterThanOrEqual(killedAt)
      expect(
        rows.some(({ code }) => code === 'signing-interrupted'),
        'it was killed in the middle',
      ).toBe(true)
      expect(await openTray(cases.map(toSign), first), 'the same key is the same tray, and signs nothing').toBe(tray)
    }

    let left = rows.filter(({ state }) => state !== 'done').map(({ task }) => task)
    while (left.length > 0) {
      const again = await ended(await openTray(left))
      // Where an answer was lost right before the kill, the case may still be giving the task back.
      const odd = again.filter(({ state, code }) => state !== 'done' && state !== 'unknown' && code !== 'case-busy')
      expect(odd).toEqual([])
      left = again.filter(({ state }) => state !== 'done').map(({ task }) => task)
    }
    for (const one of cases) {
      expect(await signatures(one), one.number).toBe(1)
      await until('the case is closed', async () => ((await office.read(one)).closedAt ? 'closed' : null), 120_000)
    }
    expect(await checkStories(regency, house.workflows)).toEqual([])
    expect(house.client.attempts.filter(({ status }) => status === 500)).toEqual([])
  },
)
