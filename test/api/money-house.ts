import { expect, vi } from 'vitest'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import type { CaseBill } from '../../contracts/bills.ts'
import type { Env } from '../../infra/env.ts'
import { startSimulator } from '../../integrations/payment/simulator/simulator.ts'
import { paidPack } from '../setup/paid-pack.ts'
import { openCaseApiHouse } from './case-api-house.ts'

export const serverKey = 'SB-Mid-server-api-test'
const patience = { timeout: 20_000, interval: 50 }

export type MoneyHouse = Awaited<ReturnType<typeof openMoneyHouse>>

/** The API, its worker and a local gateway that tells it of every payment; `ak-1` has to be paid for. */
export async function openMoneyHouse(env: Partial<Env> = {}) {
  const simulator = await startSimulator({ serverKey, notifyUrl: null })
  const house = await openCaseApiHouse({
    pack: await paidPack(),
    env: { PAYMENT_URL: simulator.url, PAYMENT_SERVER_KEY: serverKey, ...env },
  })
  simulator.notifyAt(`${house.url}/api/payments/notifications`)

  async function bill(name: string, id: string): Promise<CaseBill> {
    const [first] = (await house.detail(name, id)).bills
    if (!first) throw new Error('there is no bill')
    return first
  }
  return {
    ...house,
    simulator,
    bill,
    /** Filed, looked at, and with accounts to pay into. */
    async toPay(): Promise<ApplicationReceipt> {
      const receipt = await house.file('ak-1')
      await house.walk(receipt, [['disnaker', 'pemeriksaan']])
      await vi.waitFor(async () => expect((await bill('warga', receipt.id)).ways).toHaveLength(2), patience)
      return receipt
    },
    /** Pays and waits until the case knows. */
    async pay({ id }: ApplicationReceipt, method: 'va' | 'qris' = 'va'): Promise<CaseBill> {
      await simulator.pay(`${(await bill('warga', id)).id}-${method}-1`)
      await vi.waitFor(async () => expect((await bill('warga', id)).status).toBe('paid'), patience)
      return bill('warga', id)
    },
    async close() {
      await house.close()
      await simulator.close()
    },
  }
}
