import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reopenCase } from '../../engine/reopen-case.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { keepAct } from '../../models/case/keep-act.ts'
import { newLocalCa } from '../setup/local-authority.ts'
import { type BillHouse, openBillHouse } from './bill-house.ts'
import { fee } from './paid-licence.ts'

const passphrase = 'kata-sandi-kadis'
let house: BillHouse

beforeAll(async () => {
  house = await openBillHouse()
  await house.inside(() =>
    newLocalCa().enrol({ id: `${house.regency}/kadis`, name: 'Petugas kadis', agency: 'Dinas Contoh' }, passphrase),
  )
})
afterAll(() => house.close())

async function paidAndRejected(): Promise<ApplicationRecord> {
  const one = await house.atPayment()
  await house.untilBill(one, ({ accounts }) => accounts.length === 2)
  const { id } = await house.simulator.pay(await house.order(one, 'va'))
  await house.tell(one, id)
  await house.until(one, { waiting: { step: 'verification' } })
  await house.decide(one, `${one.number}:verification`, 'vera', { decision: 'reject', note: 'Tidak sesuai' })
  await house.decide(one, `${one.number}:rejection-letter`, 'kadis', { decision: 'sign' }, { passphrase })
  return house.until(one, { status: 'rejected', closedAt: expect.any(Date) })
}

async function openAgain(one: ApplicationRecord, from: string): Promise<void> {
  const by = { kind: 'officer', id: 'kabid' } as const
  const act = { reopenId: randomUUID(), digest: 'd', purpose: 'review', from, by } as const
  await house.inside(async () => {
    const content = { reason: 'Periksa kembali.', at: from }
    const { reopenId: _id, digest } = act
    await keepAct({
      _id,
      kind: 'reopening',
      application: one._id,
      by: by.id,
      key: _id,
      digest,
      at: new Date(),
      content,
    })
    await reopenCase(house.engine, one, act)
  })
}

test('what was paid for before a case was opened again is paid for: nothing more is asked', async () => {
  const one = await paidAndRejected()
  await openAgain(one, 'completeness')
  await house.decide(one, `${one.number}:completeness~1`, 'loket', { decision: 'approve' })
  await house.until(one, { waiting: { kind: 'office', step: 'verification' } })
  expect(await house.bills(one)).toMatchObject([{ amount: fee, status: 'paid', balance: { kept: fee } }])
  expect(await house.faults()).toEqual([])
})
