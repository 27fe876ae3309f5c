import { stores, transact } from './database.ts'
import { applySubject, type Draft, type DraftFile, draftId } from './draft.ts'

const keptFor = 30 * 24 * 3600 * 1000

/** A draft with its files; undefined when there is none. Drafts nobody touched for thirty days are gone. */
export async function readDraft(id: string): Promise<{ draft: Draft; files: DraftFile[] } | undefined> {
  const draft = await transact<Draft | undefined>([stores.drafts], 'readonly', (store) => store(stores.drafts).get(id))
  if (!draft) return undefined
  if (Date.now() - draft.savedAt > keptFor) {
    await deleteDraft(id)
    return undefined
  }
  const files = await transact<DraftFile[]>([stores.files], 'readonly', (store) =>
    store(stores.files).index('draft').getAll(id),
  )
  return { draft, files: files ?? [] }
}

export const findDraft = (person: string, service: string) =>
  transact<Draft | undefined>([stores.drafts], 'readonly', (store) =>
    store(stores.drafts).get(draftId(person, applySubject(service))),
  )

export const saveDraft = (draft: Draft) =>
  transact([stores.drafts], 'readwrite', (store) => store(stores.drafts).put(draft))

export const saveFile = (file: DraftFile) =>
  transact([stores.files], 'readwrite', (store) => store(stores.files).put(file))

export const deleteFile = (draft: string, slot: string) =>
  transact([stores.files], 'readwrite', (store) => store(stores.files).delete([draft, slot]))

/** Removes a draft and every file of it in one go. */
export const deleteDraft = (id: string) =>
  transact([stores.drafts, stores.files], 'readwrite', (store) => {
    store(stores.drafts).delete(id)
    const everySlot = IDBKeyRange.bound([id], [id, []])
    return store(stores.files).delete(everySlot)
  })

/** Removes whatever this device keeps: the person is leaving it. */
export const deleteEverything = () =>
  transact([stores.drafts, stores.files, stores.receipts], 'readwrite', (store) => {
    store(stores.drafts).clear()
    store(stores.files).clear()
    return store(stores.receipts).clear()
  })

/** Everything this person has begun on this device, the latest first. */
export async function listDrafts(person: string): Promise<Draft[]> {
  const all = await transact<Draft[]>([stores.drafts], 'readonly', (store) => store(stores.drafts).getAll())
  return (all ?? []).filter((draft) => draft.person === person).sort((a, b) => b.savedAt - a.savedAt)
}
