import type { Bank, PaymentGateway } from '../../integrations/payment/payment.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { BillSettled } from '../../workflows/messages.ts'

/** What a case says of a payment. `not-yet`: it does not know the bill so far; ask again. */
export type Verdict = 'taken' | 'refused' | 'not-yet'

/** What taking money stands on; absent where no gateway is configured. */
export type MoneyDeps = {
  gateway: PaymentGateway
  /** Bank of the virtual accounts. */
  bank: Bank
  /** Has the bill looked at: its workflow runs from here on, wherever it stands. */
  stir(bill: { regency: string; bill: string }): Promise<void>
  /** Tells the case of the payment. Idempotent. */
  settle(application: ApplicationRecord, act: BillSettled): Promise<Verdict>
}
