import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { EventType } from '../../domain/case/events.ts'
import { fastForward, workflowTime } from '../../infra/time-skipping.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { applicationWorkflowId } from '../../workflows/messages.ts'
import { checkStories } from './check-stories.ts'
import type { Receipt } from './filing.ts'
import { type House, openHouse, regency } from './house.ts'
import { brokenPromises, lostMessages } from './ledger.ts'
import { type Intention, type Office, openOffice } from './officers.ts'
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
afterEach(async () => {
  expect(await checkStories(regency, house.workflows)).toEqual([])
  expect(house.client.attempts.filter(({ status }) => status === 500)).toEqual([])
})

/** Cases that rest at every kind of step, one of them with the applicant; and all that people would now do. */
async function casesUnderWay(): Promise<{ receipts: Receipt[]; acts: () => Promise<Intention[]> }> {
  const receipts = await Promise.all(
    (['sip-bidan', 'sip-bidan', 'sip-bidan', 'sip-bidan', 'ak-1', 'sktm'] as const).map(office.file),
  )
  const [, recommended, signing, returned] = receipts
  if (!recommended || !signing || !returned) throw new Error('a case is missing')
  await Promise.all([advance(recommended, 2), advance(signing, 4), sendBack(returned)])
  await Promise.all(receipts.filter((each) => each !== returned).map(restsOnOffice))
  const filing = await office.prepareFiling('ak-1')
  const correction = await office.prepareCorrection(returned, 'sip-bidan')
  const atOffice = receipts.filter((receipt) => receipt !== returned)
  const acts = async () => [...(await Promise.all(atOffice.map((each) => office.decide(each)))), filing(), correction()]
  return { receipts, acts }
}

async function sendBack(receipt: Receipt): Promise<void> {
  await restsOnOffice(receipt)
  const body = { decision: 'return', deficiencies: [{ target: 'document', name: 'str', message: 'Buram sekali' }] }
  expect(await (await office.decide(receipt, body)).answer).toMatchObject({ status: 200 })
}

async function advance(receipt: Receipt, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await restsOnOffice(receipt)
    await office.decided(receipt)
  }
}

const restsOnOffice = (receipt: Receipt) => until(`${receipt.number} has a task`, () => office.openTask(receipt))

/** Everybody acts on every case at once; at the first commit of this type the parts are killed, then started again. */
async function goesOn(on: EventType, ...parts: Part[]): Promise<void> {
  const { receipts, acts } = await casesUnderWay()
  const killed = await onKept({ type: on }, () => killAll(...parts))
  const intentions = await acts()
  await killed.done
  await startAll(...parts)
  await house.untilReady()
  expect(await brokenPromises(house, intentions)).toEqual([])
  expect(new Set(await Promise.all(receipts.map(office.toTheEnd)))).toEqual(new Set(['approved']))
}

const commits = ['task-decided', 'latch-taken'] as const

describe('worker and API are killed in the middle of cases, started again', () => {
  test.each(commits)('at a commit of %s: every case goes on; nothing is lost or done twice', async (on) => {
    await goesOn(on, house.worker, house.api)
  })

  test('the API alone, between latch and signature: the task is open again, and signing again gives the same number', async () => {
    const { api } = house
    const receipt = await office.file('sip-bidan')
    await advance(receipt, 4)
    const task = await restsOnOffice(receipt)
    const killed = await onKept({ application: receipt.id, type: 'latch-taken' }, () => killAll(api))
    const interrupted = await office.decide(receipt)
    await killed.done
    await api.start()
    expect(await interrupted.answer).toMatchObject({ status: 409, code: 'signing-unknown' })
    const open = await office.read(receipt)
    expect(open).toMatchObject({ waiting: { task: task.task }, state: { latch: null, outcome: null } })
    const [before] = await documentsOf(receipt)
    expect(before).toMatchObject({ signature: null })
    expect(await office.toTheEnd(receipt)).toBe('approved')
    const after = await documentsOf(receipt)
    expect(after).toMatchObject([{ number: before?.number, signature: { provider: 'local-ca' } }])
  })
})

describe('everything is killed, servers included, and started again on the same data', () => {
  test.each(commits)('at a commit of %s: every case goes on; nothing is lost or done twice', async (on) => {
    await goesOn(on, house.mongod, house.temporal, house.worker, house.api)
  })
})

describe('worker, API and Temporal are killed right after a commit, and the deadline passes meanwhile', () => {
  test('a signature that was kept stands: approved, one document, nothing deemed', async () => {
    const receipt = await office.file('sip-bidan')
    await advance(receipt, 4)
    await killedAtDeadline(receipt, 'document-signed')
    expect(await outcomesOf(receipt)).toEqual(['approved'])
    expect(await documentsOf(receipt)).toMatchObject([
      { code: 'sip', basis: null, signature: { by: expect.anything() } },
    ])
  })

  test('a decision on the way was kept and stands; the case is deemed once, and its document states the law', async () => {
    const receipt = await office.file('sip-bidan')
    await advance(receipt, 2)
    const { task } = await restsOnOffice(receipt)
    await killedAtDeadline(receipt, 'task-decided')
    await until('the document is issued by itself', async () => (await documentsOf(receipt))[0]?.signature ?? null)
    expect(await office.read(receipt)).toMatchObject({ state: { tasks: { [task]: { status: 'decided' } } } })
    expect(await documentsOf(receipt)).toMatchObject([{ code: 'sip', basis: { id: expect.stringContaining('MPP') } }])
    expect(await office.toTheEnd(receipt)).toBe('deemed-approved')
    expect(await outcomesOf(receipt)).toEqual(['deemed-approved'])
  })

  /** Brings the case close to the end of its term, kills at the commit, and starts again when the term is over. */
  async function killedAtDeadline(receipt: Receipt, on: EventType): Promise<void> {
    const { temporal, worker, api, workflows } = house
    const due = (await office.read(receipt)).dueAt?.getTime() ?? Number.NaN
    const workflow = applicationWorkflowId(regency, receipt.number)
    await fastForward(workflows, workflow, { until: new Date(due - marginMs) })
    const ahead = (await workflowTime(workflows, workflow)).getTime() - Date.now()
    const killed = await onKept({ application: receipt.id, type: on }, () => killAll(temporal, worker, api))
    const decision = await office.decide(receipt)
    await killed.done
    const [line] = await house.inside(() => TimelineEntry.find({ application: receipt.id, type: on }).lean())
    expect(line?.at, 'the decision came before the deadline').toBeLessThan(due)
    await until('the term is over', async () => (Date.now() + ahead > due ? true : null))
    await startAll(temporal, worker, api)
    await house.untilReady()
    expect(await brokenPromises(house, [decision])).toEqual([])
  }
})

test('no message was lost', async () => {
  expect(await lostMessages(house)).toEqual([])
})

/** Long enough for one decision on a busy machine. */
const marginMs = 20_000

const documentsOf = ({ id }: Receipt) => house.inside(() => IssuedDocument.find({ application: id }).lean())

async function outcomesOf({ id }: Receipt): Promise<unknown[]> {
  const lines = await house.inside(() => TimelineEntry.find({ application: id, type: 'closed' }).lean())
  return lines.map(({ data }) => data.outcome)
}
