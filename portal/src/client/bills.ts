import type { BillDetail } from '../../../contracts/bills.ts'
import { request } from './request.ts'

const at = (id: string, rest = '') => `/api/bills/${encodeURIComponent(id)}${rest}`

export const readBill = (id: string, signal?: AbortSignal) => request<BillDetail>(at(id), { signal })

export const receiptAddress = (id: string) => at(id, '/receipt')
