/** What a bill's workflow is started with, and what can be said to it. Ids only. */
import { defineSignal } from '@temporalio/workflow'
import type { BillRules } from '../domain/payment/next-move.ts'

export type BillInput = {
  regency: string
  bill: string
  rules: BillRules
  /** Payments that somebody has told of and that are still to be looked up. */
  heard?: string[]
}

/** Something has happened: look. `payment` is the gateway's transaction where it told of one. */
export type Stirred = { payment?: string }

/** Never the only word of anything: what it tells of lies with the gateway or in the bill's lines. */
export const stirBill = defineSignal<[Stirred]>('stir')

export const billWorkflowId = (regency: string, bill: string) => `bill/${regency}/${bill}`
