import type { MoneyDeps, Verdict } from '../activities/payment/deps.ts'
import type { BillRules } from '../domain/payment/next-move.ts'
import type { Env } from '../infra/env.ts'
import { MidtransGateway } from '../integrations/payment/midtrans/client.ts'
import type { ApplicationRecord } from '../models/case/application.ts'
import { type BillInput, billWorkflowId, type Stirred } from '../workflows/bill-messages.ts'
import { type BillSettled, settleBill } from '../workflows/messages.ts'
import { NotKept, say } from './say.ts'
import type { Engine } from './start-case.ts'

type MoneyEnv = Pick<Env, 'PAYMENT_URL' | 'PAYMENT_SERVER_KEY' | 'PAYMENT_BANK' | 'BILL_WATCH_DAYS'>

export const billRules = ({ BILL_WATCH_DAYS: days }: Pick<Env, 'BILL_WATCH_DAYS'>): BillRules => ({
  methods: ['va', 'qris'],
  watchMs: days * 86_400_000,
})

/** The gateway of the environment; null where none is configured. */
export function moneyDeps(env: MoneyEnv, engine: Engine): MoneyDeps | null {
  const { PAYMENT_URL: url, PAYMENT_SERVER_KEY: serverKey, PAYMENT_BANK: bank } = env
  if (!url || !serverKey) return null
  return moneyOver(engine, new MidtransGateway({ url, serverKey }), bank, billRules(env))
}

export function moneyOver(
  engine: Engine,
  gateway: MoneyDeps['gateway'],
  bank: MoneyDeps['bank'],
  rules: BillRules,
): MoneyDeps {
  return {
    gateway,
    bank,
    stir: ({ regency, bill }) => stir(engine, { regency, bill, rules }, {}),
    settle: (application, act) => settle(engine, application, act),
  }
}

/** Has the bill looked at, by its workflow where it runs, else by a new one: what it knows lies in its lines. */
export async function stir(engine: Engine, input: BillInput, said: Stirred, withinMs = 5_000): Promise<void> {
  const { client, taskQueue } = engine
  const { regency, bill } = input
  await client.withDeadline(Date.now() + withinMs, () =>
    client.workflow.signalWithStart('bill', {
      workflowId: billWorkflowId(regency, bill),
      taskQueue,
      args: [input],
      signal: 'stir',
      signalArgs: [said],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    }),
  )
}

/** Under the payment's id: told again it is the same act, and what the case said before is in its state. */
async function settle(engine: Engine, application: ApplicationRecord, act: BillSettled): Promise<Verdict> {
  const { state } = application
  if (state.bills?.[act.bill]?.status === 'paid') return state.heard.includes(act.payment) ? 'taken' : 'refused'
  try {
    await say(engine, application, settleBill, { act, updateId: `payment-${act.payment}` })
    return 'taken'
  } catch (error) {
    if (!(error instanceof NotKept) || error.kind !== 'refused') throw error
    return error.code === 'bill-unknown' && application.closedAt === null ? 'not-yet' : 'refused'
  }
}
