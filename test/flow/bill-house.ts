import { inject, vi } from 'vitest'
import { balanceOf, moneyFaults } from '../../domain/payment/ledger.ts'
import { moneyOver, stir } from '../../engine/bills.ts'
import { fastForward, workflowTime } from '../../infra/time-skipping.ts'
import { MidtransGateway } from '../../integrations/payment/midtrans/client.ts'
import { startSimulator } from '../../integrations/payment/simulator/simulator.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { linesOf } from '../../models/payment/append-lines.ts'
import { Bill, type BillRecord } from '../../models/payment/bill.ts'
import { billWorkflowId } from '../../workflows/bill-messages.ts'
import { applicationWorkflowId, withdrawApplication } from '../../workflows/messages.ts'
import { openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { paidDeps, paidLicence } from './paid-licence.ts'

const serverKey = 'SB-Mid-server-flow'
export const day = 86_400_000
export const rules = { methods: ['va', 'qris'], watchMs: 30 * day } as const
export type BillHouse = Awaited<ReturnType<typeof openBillHouse>>

/** Cases that have to be paid, with a gateway whose clock goes where the test wants it. */
export async function openBillHouse({ flow = paidLicence } = {}) {
  let ahead = 0
  const simulator = await startSimulator({ serverKey, notifyUrl: null, now: () => Date.now() + ahead })
  const gateway = new MidtransGateway({ url: simulator.url, serverKey, timeoutMs: 3_000 })
  const house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow,
    deps: paidDeps(localAuthority()),
    money: (engine) => moneyOver(engine, gateway, 'bri', rules),
  })
  const { client } = house.engine

  const bills = ({ _id }: ApplicationRecord) =>
    house.inside(() => Bill.find({ application: _id }).sort({ openedAt: 1 }).lean<BillRecord[]>())
  async function billOf(application: ApplicationRecord): Promise<BillRecord> {
    const [bill] = await bills(application)
    if (!bill) throw new Error(`${application.number} has no bill`)
    return bill
  }
  const workflowOf = ({ _id }: BillRecord) => billWorkflowId(house.regency, _id)

  return {
    ...house,
    simulator,
    bills,
    billOf,

    /** A case that waits for its money, with accounts to pay into. */
    async atPayment(answers: Record<string, unknown> = {}): Promise<ApplicationRecord> {
      const filed = await house.file({ answers })
      await house.until(filed, { waiting: { step: 'completeness' } })
      await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
      return filed
    },

    async untilBill(application: ApplicationRecord, isSo: (bill: BillRecord) => boolean): Promise<BillRecord> {
      return vi.waitFor(
        async () => {
          const bill = await billOf(application)
          if (!isSo(bill)) throw new Error(`not yet: ${JSON.stringify(bill.state)}`)
          return bill
        },
        { timeout: 30_000, interval: 50 },
      )
    },

    order: async (application: ApplicationRecord, method: 'va' | 'qris') => {
      const bill = await billOf(application)
      const found = bill.accounts.find((account) => account.method === method)
      if (!found) throw new Error(`no ${method} to pay into`)
      return found.order
    },

    /** As the webhook does with a notification. */
    tell: async (application: ApplicationRecord, payment?: string) => {
      const bill = await billOf(application)
      await stir(house.engine, { regency: house.regency, bill: bill._id, rules }, payment ? { payment } : {})
    },

    async withdraw({ number }: ApplicationRecord): Promise<void> {
      const act = { withdrawalId: `w-${number}`, by: { kind: 'citizen', id: 'siti' } as const }
      const handle = client.workflow.getHandle(applicationWorkflowId(house.regency, number))
      await handle.executeUpdate(withdrawApplication, { args: [act] })
    },

    /** Moves the case's clock to the end of the applicant's time, and the gateway's with it. */
    async lapse(application: ApplicationRecord): Promise<void> {
      const { until } = await billOf(application)
      ahead = until.getTime() + 60_000 - Date.now()
      const id = applicationWorkflowId(house.regency, application.number)
      await fastForward(client, id, { until: new Date(until.getTime() + 60_000) })
    },

    /** The gateway's clock goes with everybody's again. */
    backToNow(): void {
      ahead = 0
    },

    /** Moves the bill's own clock. */
    async pass(application: ApplicationRecord, ms: number): Promise<void> {
      const id = workflowOf(await billOf(application))
      // A month is a look at the gateway for every day of it.
      const until = new Date((await workflowTime(client, id)).getTime() + ms)
      await fastForward(client, id, { until }, 90_000)
    },

    isRunning: async (application: ApplicationRecord) => {
      const { status } = await client.workflow.getHandle(workflowOf(await billOf(application))).describe()
      return status.name === 'RUNNING'
    },

    /** How often a look at the gateway was given up after all its tries. */
    async failedLooks(application: ApplicationRecord): Promise<number> {
      const { events } = await client.workflow.getHandle(workflowOf(await billOf(application))).fetchHistory()
      return (events ?? []).filter(({ activityTaskFailedEventAttributes: failed }) => failed).length
    },

    /** Every bill's money, checked over its lines; and against what the gateway has. */
    async faults(): Promise<string[]> {
      return house.inside(async () => {
        const found: string[] = []
        for (const { _id, state } of await Bill.find().lean<BillRecord[]>()) {
          found.push(...moneyFaults(await linesOf(_id), balanceOf(state)).map((fault) => `${_id}: ${fault}`))
          const paid = simulator.book.entries.filter(
            ({ order, status }) => order.startsWith(_id) && status === 'settlement',
          )
          const came = paid.reduce((sum, { amount }) => sum + amount, 0)
          const back = paid.flatMap(({ refunds }) => refunds).reduce((sum, { amount }) => sum + amount, 0)
          const { received, refunded } = balanceOf(state)
          const byHand = Object.values(state.refunds).filter(({ by }) => by === 'hand')
          const overGateway = refunded - byHand.reduce((sum, { amount }) => sum + amount, 0)
          if (came !== received) found.push(`${_id}: the gateway took ${came}, the bill knows ${received}`)
          if (back !== overGateway) found.push(`${_id}: the gateway gave back ${back}, the bill knows ${overGateway}`)
        }
        return found
      })
    },

    async close(): Promise<void> {
      await house.close()
      await simulator.close()
    },
  }
}
