import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import type { BillRow } from '../../contracts/bills.ts'
import { type MoneyHouse, openMoneyHouse } from './money-house.ts'

/** Who sees a bill of the labour office's card: its applicant, that office, its supervisor, the admin. */
let house: MoneyHouse
let receipt: ApplicationReceipt
let id: string

beforeAll(async () => {
  house = await openMoneyHouse()
  receipt = await house.toPay()
  id = (await house.pay(receipt)).id
})
afterAll(() => house.close())

const sees = ['warga', 'disnaker', 'supervisor', 'admin']
const seesNot = ['verifikator', 'teknis', 'kabid', 'kadis', 'dukcapil', 'desa', 'kades']

describe('a bill', () => {
  test.each(sees)('%s reads it, with its receipt', async (name) => {
    expect((await house.getAs(name, `/api/bills/${id}`)).status).toBe(200)
    expect((await house.getAs(name, `/api/bills/${id}/receipt`)).status).toBe(200)
    const rows = (await house.getAs(name, '/api/bills')).json as BillRow[]
    expect(rows.map((row) => row.id)).toEqual([id])
  })

  test.each(seesNot)('%s does not know of it', async (name) => {
    expect((await house.getAs(name, `/api/bills/${id}`)).status).toBe(404)
    expect((await house.getAs(name, `/api/bills/${id}/receipt`)).status).toBe(404)
    expect((await house.getAs(name, '/api/bills')).json).toEqual([])
  })

  test('nobody who is not signed in', async () => {
    expect((await house.get(`/api/bills/${id}`)).status).toBe(401)
    expect((await house.get('/api/bills')).status).toBe(401)
  })

  test('another regency knows nothing of it', async () => {
    const { Bill } = await import('../../models/payment/bill.ts')
    const { BillLineEntry } = await import('../../models/payment/bill-line.ts')
    const { inRegency } = await import('../../models/tenancy.ts')
    expect(await inRegency('jember', () => Bill.countDocuments({}))).toBe(0)
    expect(await inRegency('jember', () => BillLineEntry.countDocuments({}))).toBe(0)
  })

  test('carries nothing of the person who pays', async () => {
    const shown = (await house.getAs('supervisor', `/api/bills/${id}`)).text
    for (const personal of ['Sri Rahayu', '3510135408910001', '081200000001']) expect(shown).not.toContain(personal)
  })
})
