import type { z } from 'zod'
import type { AbsenceRow, RecordAbsence } from '../../../contracts/absences.ts'
import type { ApplicationRow, TimelineEntry } from '../../../contracts/applications.ts'
import type { CalendarDetail, CalendarPreview, ChangeCalendar } from '../../../contracts/calendars.ts'
import type { CallRow } from '../../../contracts/calls.ts'
import type { CaseClocks } from '../../../contracts/clock.ts'
import type { StoredFile } from '../../../contracts/files.ts'
import type { DecideTasks, Job } from '../../../contracts/jobs.ts'
import type { GiveMandate, MandateRow, OfficerRow } from '../../../contracts/mandates.ts'
import type { OvertakingRow } from '../../../contracts/oversight-history.ts'
import type { RegisterDetail } from '../../../contracts/register.ts'
import type { Unmasked as UnmaskedNumbers } from '../../../contracts/search.ts'
import type { ArriveAtVisit, Candidate, DecidedTask, DecideTask, TaskRow } from '../../../contracts/tasks.ts'
import type { SignTasks } from '../../../contracts/tray.ts'
import type { TurnChoices } from '../../../contracts/turns.ts'
import { call, download } from './http.ts'

export type Colleague = z.infer<typeof Candidate>
export type Unmasked = z.infer<typeof UnmaskedNumbers>

export const turnActions = ['add-step', 'merge', 'reopen', 'amend'] as const
export type TurnAction = (typeof turnActions)[number]

const turn = (id: string, what: string) => `/api/applications/${encodeURIComponent(id)}/${what}`
const task = (id: string, act: string) => `/api/tasks/${encodeURIComponent(id)}/${act}`

/** What officers do, each one POST under the act's own key; the screen waits for the answer (design rule 12). */
export const officerCalls = {
  claim: (id: string, key: string) => post<TaskRow>(task(id, 'claim'), {}, key),
  release: (id: string, key: string) => post<TaskRow>(task(id, 'release'), {}, key),
  assign: (id: string, officer: string, key: string) => post<TaskRow>(task(id, 'assign'), { officer }, key),
  decide: (id: string, decision: DecideTask, key: string) => post<DecidedTask>(task(id, 'decide'), decision, key),
  decideMany: (body: DecideTasks, key: string) => post<Job>('/api/tasks/decide', body, key),
  /** The passphrase goes with this one request, and is kept nowhere. */
  signMany: (body: SignTasks, key: string) => post<Job>('/api/tasks/sign', body, key),
  job: async (id: string) => (await call<Job>(`/api/jobs/${encodeURIComponent(id)}`)).data,
  scheduleVisit: (id: string, at: string, note: string, key: string) =>
    post<TaskRow>(task(id, 'schedule'), { at, ...(note ? { note } : {}) }, key),
  departForVisit: (id: string, key: string) => post<TaskRow>(task(id, 'depart'), {}, key),
  arriveAtVisit: (id: string, position: ArriveAtVisit['position'], key: string) =>
    post<TaskRow>(task(id, 'arrive'), position ? { position } : {}, key),
  candidates: async (id: string) => (await call<Colleague[]>(task(id, 'candidates'))).data,
  timeline: async (application: string) =>
    (await call<TimelineEntry[]>(`/api/applications/${encodeURIComponent(application)}/timeline`)).data,
  /** Every clock of a case, and whose its time was. */
  caseClocks: async (application: string) =>
    (await call<CaseClocks>(`/api/applications/${encodeURIComponent(application)}/clocks`)).data,
  /** What a change of working time would move; nothing is written. */
  previewCalendar: (code: string, body: ChangeCalendar, key: string) =>
    post<CalendarPreview>(`/api/calendars/${encodeURIComponent(code)}/preview`, body, key),
  changeCalendar: (code: string, body: ChangeCalendar, key: string) =>
    post<CalendarDetail>(`/api/calendars/${encodeURIComponent(code)}/changes`, body, key),
  /** Why a decision went before older equals: a line that stays. */
  explainOvertaking: (application: string, of: string, reason: string, key: string) =>
    post<OvertakingRow>(
      `/api/oversight/overtakings/${encodeURIComponent(application)}/${encodeURIComponent(of)}/reasons`,
      { reason },
      key,
    ),
  /** Has the outside system asked again now. */
  retryCall: (application: string, call: string, key: string) =>
    post<CallRow>(
      `/api/applications/${encodeURIComponent(application)}/calls/${encodeURIComponent(call)}/retry`,
      {},
      key,
    ),
  skipAhead: (application: string, key: string) => post<unknown>('/api/demo/skip', { application }, key),
  /** By number, name or NIK: a POST, so that no name or NIK stands in a URL; the API logs it. */
  search: (text: string, key: string) => post<ApplicationRow[]>('/api/search', { text }, key),
  /** The masked numbers, for a purpose that is kept; shown and forgotten. */
  unmask: (application: string, purpose: string, key: string) =>
    post<Unmasked>(`/api/applications/${encodeURIComponent(application)}/unmask`, { purpose }, key),
  /** The whole case as a sealed archive, for a purpose that is kept. */
  caseFile: (application: string, purpose: string, key: string) =>
    download(`/api/applications/${encodeURIComponent(application)}/case-file`, {
      method: 'POST',
      body: { purpose },
      key,
    }),
  turnChoices: async (application: string) => (await call<TurnChoices>(turn(application, 'turns'))).data,
  /** Gives a case another course; `what` is the action's own name. */
  takeTurn: (application: string, what: TurnAction, body: unknown, key: string) =>
    post<unknown>(turn(application, what === 'add-step' ? 'steps' : what), body, key),
  /** What an office does to a licence: `suspend`, `reinstate`, `revoke`, `report`. */
  actOnLicence: (entry: string, act: string, said: object, key: string) =>
    post<RegisterDetail>(`/api/register/${encodeURIComponent(entry)}/${act}`, said, key),
  /** A refund that the gateway would not make was transferred by hand, under this reference. */
  repaid: (bill: string, refund: string, reference: string, key: string) =>
    post<unknown>(
      `/api/bills/${encodeURIComponent(bill)}/refunds/${encodeURIComponent(refund)}/repaid`,
      { reference },
      key,
    ),
  officers: async () => (await call<OfficerRow[]>('/api/officers')).data,
  giveMandate: (body: GiveMandate, key: string) => post<MandateRow>('/api/mandates', body, key),
  endMandate: (id: string, reason: string, key: string) =>
    post<MandateRow>(`/api/mandates/${encodeURIComponent(id)}/end`, { reason }, key),
  recordAbsence: (body: RecordAbsence, key: string) => post<AbsenceRow>('/api/absences', body, key),
  endAbsence: (id: string, key: string) => post<AbsenceRow>(`/api/absences/${encodeURIComponent(id)}/end`, {}, key),
  upload: (file: File, key: string) => {
    const form = new FormData()
    form.set('file', file)
    return post<StoredFile>('/api/files', form, key)
  },
}

async function post<T>(path: string, body: unknown, key: string): Promise<T> {
  return (await call<T>(path, { method: 'POST', body, key })).data
}
