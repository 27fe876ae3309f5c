import type { ApplicationReceipt } from '../../../contracts/applications.ts'
import { stores, transact } from './database.ts'

/** A receipt as the slip needs it: the tracking code is told once, so the device that filed keeps it. */
export type KeptReceipt = ApplicationReceipt & { person: string; service: string; at: number }

export const keepReceipt = (receipt: KeptReceipt) =>
  transact([stores.receipts], 'readwrite', (store) => store(stores.receipts).put(receipt))

export const readReceipt = (id: string) =>
  transact<KeptReceipt | undefined>([stores.receipts], 'readonly', (store) => store(stores.receipts).get(id))
