import type { Verification } from '../../../contracts/documents.ts'
import type { TrackedApplication } from '../../../contracts/track.ts'
import { newKey } from './key.ts'
import { request } from './request.ts'

/** Number and code travel in the body: an address would end up in logs and histories. */
export const track = (number: string, code: string) =>
  request<TrackedApplication>('/api/track', { method: 'POST', body: { number, code }, key: newKey() })

export const readVerification = (documentId: string, signal?: AbortSignal) =>
  request<Verification>(`/api/verify/${encodeURIComponent(documentId)}`, { signal })
