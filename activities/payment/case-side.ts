import { createHash } from 'node:crypto'
import { evaluateConditions } from '../../catalogue/compile/conditions.ts'
import type { Step } from '../../catalogue/schema/steps.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { allSteps } from '../../catalogue/steps-of.ts'
import { isWanted } from '../../domain/payment/next-move.ts'
import { type CompiledCalendar, dueAt, rungAt } from '../../domain/working-time/index.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { appendLines, keepBill } from '../../models/payment/append-lines.ts'
import { Bill } from '../../models/payment/bill.ts'
import { inRegency } from '../../models/tenancy.ts'
import type { BillRequest, MoneyActivities } from '../../workflows/activities.ts'
import type { CaseDeps } from '../deps.ts'
import type { MoneyDeps } from './deps.ts'

type PayStep = Extract<Step, { kind: 'pay' }>

const week = 7 * 86_400_000

/** What a case asks of its bills. Each is kept in the bill's lines first; then the bill's workflow is told to look. */
export function caseSide(deps: CaseDeps, money: MoneyDeps): MoneyActivities {
  return {
    openBill: (request) => inRegency(request.regency, () => openBill(deps, money, request)),

    cancelBill: ({ regency, bill }) =>
      inRegency(regency, async () => {
        await appendLines(bill, (state) => (isWanted(state) ? [{ type: 'cancelled', at: Date.now(), data: {} }] : []))
        await money.stir({ regency, bill })
      }),

    refundBill: ({ regency, bill, refund, amount: wanted }) =>
      inRegency(regency, async () => {
        await appendLines(bill, (state) => {
          if (state.refunds[refund]) return []
          const kept = Object.values(state.payments).find((payment) => payment.kept)
          if (!kept) throw new RangeError(`bill ${bill} has nothing to give back`)
          const amount = Math.min(wanted, kept.left)
          if (amount <= 0) return []
          return [
            { type: 'refund-due', at: Date.now(), data: { refund, payment: kept.id, amount, reason: 'withdrawn' } },
          ]
        })
        await money.stir({ regency, bill })
      }),
  }
}

async function openBill(deps: CaseDeps, money: MoneyDeps, request: BillRequest) {
  const { regency, application: id, step: code, ordinal, at } = request
  const key = `${id}/${code}/${ordinal}`
  const known = await Bill.findOne({ key }).lean()
  if (known) {
    await money.stir({ regency, bill: known._id })
    return { bill: known._id, amount: known.amount }
  }
  const application = await Application.findOne({ _id: id }).orFail().lean<ApplicationRecord>()
  const { definition } = await deps.catalogue.service(application.service, application.serviceVersion)
  const step = payStepOf(definition, code)
  const fees = feesOf(definition, step, application)
  const amount = fees.reduce((sum, fee) => sum + fee.amount, 0)
  if (amount === 0) return { nothing: true } as const
  const bill = billId(regency, key)
  await keepBill({
    _id: bill,
    key,
    application: id,
    number: application.number,
    service: application.service,
    serviceVersion: application.serviceVersion,
    step: code,
    case: placeOf(application),
    fees,
    amount,
    until: new Date(untilOf(await deps.catalogue.calendar(step.clock.calendar), step, at)),
    openedAt: new Date(at),
  })
  await money.stir({ regency, bill })
  return { bill, amount }
}

/** The same for the same key, so that two who open it at once mean one bill; short enough for the gateway's order. */
export function billId(regency: string, key: string): string {
  return `b${createHash('sha256').update(`${regency}/${key}`).digest('hex').slice(0, 20)}`
}

function payStepOf(definition: ServiceDefinition, code: string): PayStep {
  const step = allSteps(definition).find((each) => each.code === code)
  if (step?.kind !== 'pay') throw new RangeError(`${definition.code} has no step ${code} to pay`)
  return step
}

/** The fees that the step names and whose conditions hold over the answers as they are now. */
export function feesOf(definition: ServiceDefinition, step: PayStep, { answers }: Pick<ApplicationRecord, 'answers'>) {
  const conditions = evaluateConditions(definition, answers)
  return definition.fees
    .filter(({ code, when }) => step.fees.includes(code) && (when === undefined || conditions[when]))
    .map(({ code, amount }) => ({ code, amount }))
}

/** As long as the case waits: until the rung that ends it, else until the applicant's time is over. */
function untilOf(calendar: CompiledCalendar, { clock }: PayStep, at: number): number {
  const budget = { unit: clock.unit, amount: clock.amount }
  const lapse = clock.rungs.find(({ actions }) => actions.some(({ kind }) => kind === 'lapse'))
  const end = lapse ? rungAt(calendar, budget, at, [], lapse.percent) : dueAt(calendar, budget, at, [])
  return end ?? at + week
}

function placeOf({ agencies, village, servicePoint, applicant, filedBy }: ApplicationRecord) {
  return { agencies, village, servicePoint, applicant: { account: applicant.account }, filedBy }
}
