/** The activities a bill calls, as types. Each does one thing, keeps it in the bill's lines, and answers with the bill as it then stands. */
import type { Move } from '../domain/payment/next-move.ts'
import type { BillState } from '../domain/payment/state.ts'

/** `at` is the workflow's clock. */
type For<Work> = { regency: string; bill: string; at: number } & Work
type Of<Kind extends Move['kind']> = For<Omit<Extract<Move, { kind: Kind }>, 'kind'>>

export type LookRequest = For<{ payments: string[] }>
export type SettleRequest = Of<'settle'>
export type GiveBackRequest = Of<'give-back'>
export type SendRefundRequest = Of<'refund'>
export type CloseRequest = Of<'close'>
export type ChargeRequest = Of<'charge'>

export type BillActivities = {
  /** Asks the gateway how every order of the bill stands, and about the payments named; keeps what came in. */
  lookAtBill(request: LookRequest): Promise<BillState>
  /** Asks the case whether it takes the payment: kept, or due to go back. */
  settlePayment(request: SettleRequest): Promise<BillState>
  giveBack(request: GiveBackRequest): Promise<BillState>
  /** Pays back over the gateway, once; what the gateway will not do is left to a hand. */
  sendRefund(request: SendRefundRequest): Promise<BillState>
  /** Takes no more money under the order. */
  closeOrder(request: CloseRequest): Promise<BillState>
  /** Asks for an account to pay into, once for each order. */
  chargeOrder(request: ChargeRequest): Promise<BillState>
}
