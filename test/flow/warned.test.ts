import { afterAll, beforeAll, expect, test } from 'vitest'
import { fastForward } from '../../infra/time-skipping.ts'
import { Message } from '../../models/case/message.ts'
import { licence } from '../domain/case/fixture.ts'
import { type BillHouse, openBillHouse } from './bill-house.ts'
import { paidLicence } from './paid-licence.ts'

let house: BillHouse

beforeAll(async () => {
  house = await openBillHouse({ flow: { ...paidLicence, term: licence.term } })
})
afterAll(() => house.close())

test('the office that a rung of the term names is told of it, also where the case rests on no desk but on money', async () => {
  const one = await house.atPayment()
  await house.untilBill(one, ({ accounts }) => accounts.length === 2)
  const { state } = await house.read(one._id)
  const half = state.clocks.term?.instants?.rungs.find(({ percent }) => percent === 50)
  await fastForward(house.engine.client, house.workflowId(one), { until: new Date((half?.at ?? Number.NaN) + 1_000) })
  await house.until(one, { state: { clocks: { term: { reached: [50] } } } })
  const told = await house.inside(() => Message.find({ application: one._id, trigger: 'warned' }).lean())
  expect(told).toMatchObject([{ to: 'desk:supervisor', desk: { role: 'supervisor', agency: 'dpmptsp' } }])
})
