import type {
  DraftCheck,
  ServiceDraft,
  ServiceVersionDetail,
  ServiceVersionRow,
} from '../../../contracts/service-drafts.ts'
import { call } from './http.ts'

const path = (code: string, what: string) => `/api/services/${encodeURIComponent(code)}/${what}`

export type Publishing = { revision: number; note: string; effectiveFrom: string }

/** What a catalogue editor does to a service: a draft saved over the revision that was read, checked, published, discarded. */
export const draftCalls = {
  draft: async (code: string) => (await call<ServiceDraft>(path(code, 'draft'))).data,
  saveDraft: async (code: string, revision: number, definition: unknown) =>
    (await call<ServiceDraft>(path(code, 'draft'), { method: 'PUT', body: { revision, definition } })).data,
  discardDraft: async (code: string, revision: number) => {
    await call<null>(`${path(code, 'draft')}?revision=${revision}`, { method: 'DELETE' })
  },
  checkDraft: async (code: string, key: string) =>
    (await call<DraftCheck>(path(code, 'draft/check'), { method: 'POST', body: {}, key })).data,
  publishDraft: async (code: string, publishing: Publishing, key: string) =>
    (await call<ServiceVersionRow[]>(path(code, 'publish'), { method: 'POST', body: publishing, key })).data,
  versions: async (code: string) => (await call<ServiceVersionRow[]>(path(code, 'versions'))).data,
  version: async (code: string, version: number) =>
    (await call<ServiceVersionDetail>(path(code, `versions/${version}`))).data,
}

/** Where a version lies as the file of a pack, for a link that downloads it. */
export const versionFile = (code: string, version: number) => path(code, `versions/${version}/file`)
