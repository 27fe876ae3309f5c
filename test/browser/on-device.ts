import type { Page } from 'playwright-core'

/** Everything of a kind that the portal keeps on this device. */
export const keptOnDevice = (page: Page, store: 'drafts' | 'files') =>
  page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const asked = indexedDB.open('lontar')
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const read = asked.result.transaction(name).objectStore(name).getAll()
          read.onsuccess = () => {
            asked.result.close()
            resolve(read.result)
          }
        }
      }),
    store,
  )
