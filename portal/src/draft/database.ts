/** The device's own drawer: drafts, their files, and receipts. Opened once a page. */

export const stores = { drafts: 'drafts', files: 'files', receipts: 'receipts' } as const
type StoreName = (typeof stores)[keyof typeof stores]

const databaseName = 'lontar'
const version = 1

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(databaseName, version)
    asked.onupgradeneeded = () => {
      const database = asked.result
      database.createObjectStore(stores.drafts, { keyPath: 'id' })
      database.createObjectStore(stores.files, { keyPath: ['draft', 'slot'] }).createIndex('draft', 'draft')
      database.createObjectStore(stores.receipts, { keyPath: 'id' })
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  }).catch((error) => {
    opening = undefined
    throw error
  })
  return opening
}

/** Runs `work` in one transaction; resolves with what its request found once everything is written. */
export async function transact<Found>(
  names: StoreName[],
  mode: IDBTransactionMode,
  work: (store: (name: StoreName) => IDBObjectStore) => IDBRequest<Found> | undefined,
): Promise<Found | undefined> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names, mode)
    const request = work((name) => transaction.objectStore(name))
    // Without waiting for another turn: the page may be on its way out.
    if (mode === 'readwrite') transaction.commit()
    transaction.oncomplete = () => resolve(request?.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}
