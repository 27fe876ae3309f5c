import type { Decision } from '../../../domain/service.ts'
import { drawer } from '../../../screens/drawer.ts'

/** A picture of a report: on this device until it has been sent, then known by its file. */
export type Photo = {
  /** Its own, made when it was taken: also the key under which it is sent, so that it arrives once. */
  key: string
  name: string
  /** Id of the stored file; null while it waits to be sent. */
  id: string | null
}

/** What an officer has written of a report, never a passphrase. */
export type Report = {
  /** Person, task and decision. */
  id: string
  task: string
  decision: Decision
  note: string
  answers: Record<string, unknown>
  photos: Photo[]
  savedAt: number
}

const stores = { reports: 'reports', pictures: 'pictures' } as const
type Picture = { report: string; key: string; blob: Blob }

/** Reports nobody touched for two weeks are gone: what was seen on the spot is not kept on a device for good. */
const keptFor = 14 * 24 * 3600 * 1000

const transact = drawer<keyof typeof stores>('lontar-office', 1, (database) => {
  database.createObjectStore(stores.reports, { keyPath: 'id' })
  database.createObjectStore(stores.pictures, { keyPath: ['report', 'key'] })
})

export const reportId = (person: string, task: string, decision: string) => `${person} ${task} ${decision}`

export async function readReport(id: string): Promise<Report | null> {
  const found = await transact<Report | undefined>(['reports'], 'readonly', (store) => store('reports').get(id))
  if (!found || Date.now() - found.savedAt <= keptFor) return found ?? null
  await forgetReport(id)
  return null
}

/** For which decision this person began a report of the task, the latest first; null for none. */
export async function keptDecision(person: string, task: string): Promise<Decision | null> {
  const mine = IDBKeyRange.bound(reportId(person, task, ''), reportId(person, task, '\uffff'))
  const found = await transact<Report[]>(['reports'], 'readonly', (store) => store('reports').getAll(mine))
  return found?.toSorted((one, other) => other.savedAt - one.savedAt)[0]?.decision ?? null
}

export const keepReport = (report: Report) =>
  transact(['reports'], 'readwrite', (store) => store('reports').put(report))

export const keepPicture = (picture: Picture) =>
  transact(['pictures'], 'readwrite', (store) => store('pictures').put(picture))

export async function readPicture(report: string, key: string): Promise<Blob | null> {
  const found = await transact<Picture | undefined>(['pictures'], 'readonly', (store) =>
    store('pictures').get([report, key]),
  )
  return found?.blob ?? null
}

export const dropPicture = (report: string, key: string) =>
  transact(['pictures'], 'readwrite', (store) => store('pictures').delete([report, key]))

/** Removes a report with its pictures in one go. */
export const forgetReport = (id: string) =>
  transact(['reports', 'pictures'], 'readwrite', (store) => {
    store('reports').delete(id)
    return store('pictures').delete(IDBKeyRange.bound([id], [id, []]))
  })
