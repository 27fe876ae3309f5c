import type { Applicant, CreateApplication } from '../../../contracts/applications.ts'
import type { StoredFile } from '../../../contracts/files.ts'
import { newKey } from '../client/key.ts'

export type ConsentManner = NonNullable<CreateApplication['proxy']>['manner']

/** The consent of somebody for whom another person files, while it is being taken down. */
export type ProxyDraft = { consent: boolean; manner?: ConsentManner; witness?: string; relation?: string }

/** What has been filled in so far, on this device only. `subject` is what it is for: a service, or a case to correct. */
export type Draft = {
  id: string
  person: string
  subject: string
  serviceVersion: number
  /** Code of the page that was open. */
  page: string
  applicant: Partial<Applicant>
  proxy: ProxyDraft | null
  answers: Record<string, unknown>
  /** A word to the officer, with a correction. */
  note: string
  /**
   * One key for one filing. `sent` is the request whose answer never came: it is repeated word for word with the same key,
   * so that it files once.
   */
  submission: { key: string; sent: unknown }
  savedAt: number
}

/** A file of a draft. `key` is its upload's key; `stored` is set once the office has it. */
export type DraftFile = {
  draft: string
  slot: string
  name: string
  type: string
  size: number
  blob: Blob
  key: string
  stored: StoredFile | null
}

export const applySubject = (service: string) => `apply:${service}`
export const appealSubject = (application: string) => `appeal:${application}`
export const correctSubject = (application: string) => `correct:${application}`
export const draftId = (person: string, subject: string) => `${person}/${subject}`

export function emptyDraft(person: string, subject: string, serviceVersion: number): Draft {
  return {
    id: draftId(person, subject),
    person,
    subject,
    serviceVersion,
    page: '',
    applicant: {},
    proxy: null,
    answers: {},
    note: '',
    submission: { key: newKey(), sent: null },
    savedAt: Date.now(),
  }
}
