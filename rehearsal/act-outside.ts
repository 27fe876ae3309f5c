import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { billRules, stir } from '../engine/bills.ts'
import { say } from '../engine/say.ts'
import { Application, type ApplicationRecord } from '../models/case/application.ts'
import { Bill } from '../models/payment/bill.ts'
import { hearCall } from '../workflows/messages.ts'
import { RehearsalError } from './behaviour.ts'
import type { Stage } from './stage.ts'

const patienceMs = 40_000

/** The applicant pays into the first account that the bill offers; the case takes the money. */
export async function payBill(stage: Stage, bill: string, at: number): Promise<void> {
  const { others, engine, regency } = stage
  const account = await until(`tagihan ${bill} tidak mempunyai rekening`, `bill ${bill} has no account`, async () => {
    const found = await Bill.findOne({ _id: bill }).orFail().lean()
    return found.accounts[0]
  })
  others.setClock(at)
  const { id: payment } = await others.gateway.pay(account.order, { anyway: true })
  await stir(engine, { regency, bill, rules: billRules({ BILL_WATCH_DAYS: 30 }) }, { payment })
  await until(`tagihan ${bill} tidak menerima uangnya`, `bill ${bill} takes no money`, () =>
    Bill.findOne({ _id: bill, status: 'paid' }).lean(),
  )
}

/** The outside system has done its part, and the case hears of it. */
export async function answerCall(
  stage: Stage,
  application: ApplicationRecord,
  call: string,
  at: number,
): Promise<void> {
  const { oss, simbg } = stage.others
  const { applicant, answers, state } = application
  setMaintenance(stage, false)
  const hear = () => say(stage.engine, application, hearCall, { act: { call }, updateId: randomUUID() })
  if (state.calls?.[call]?.system === 'oss') {
    const kbli = [String(answers.kbli ?? '')]
    oss.issue({ nik: applicant.nik, name: applicant.name, kbli, on: new Date(at) })
  } else {
    await hear()
    const nothing = [`SIMBG tidak menerima ${call}`, `SIMBG was not handed ${call}`] as const
    simbg.issue(await until(...nothing, async () => simbg.find(call)), new Date(at))
  }
  await hear()
  await until(`${call} tidak terjawab`, `${call} is not answered`, () => answered(application, call))
}

/** Outside systems answer everything with their page of maintenance, or work again. */
export function setMaintenance({ others: { oss, simbg } }: Stage, maintenance: boolean): void {
  for (const { faults } of [oss, simbg]) faults.maintenance = maintenance
}

async function answered({ _id }: ApplicationRecord, call: string) {
  const { state } = await Application.findOne({ _id }).orFail().lean<ApplicationRecord>()
  return state.calls?.[call]?.status === 'open' ? null : state
}

async function until<Found>(
  what: string,
  inEnglish: string,
  look: () => Promise<Found | null | undefined>,
): Promise<Found> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(100)) {
    const found = await look()
    if (found) return found
  }
  throw new RehearsalError(`Perkaranya tidak bergerak lagi: ${what}`, `The case moves no more: ${inEnglish}`)
}
