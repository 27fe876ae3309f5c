export type Transact<StoreName extends string> = <Found>(
  names: StoreName[],
  mode: IDBTransactionMode,
  work: (store: (name: StoreName) => IDBObjectStore) => IDBRequest<Found> | undefined,
) => Promise<Found | undefined>

/**
 * A drawer of this device (IndexedDB), opened once a page. What comes back runs `work` in one transaction, and resolves with
 * what its request found once everything is written.
 */
export function drawer<StoreName extends string>(
  name: string,
  version: number,
  furnish: (database: IDBDatabase, before: number) => void,
): Transact<StoreName> {
  let opening: Promise<IDBDatabase> | undefined

  const open = () => {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(name, version)
      asked.onupgradeneeded = ({ oldVersion }) => furnish(asked.result, oldVersion)
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    }).catch((error) => {
      opening = undefined
      throw error
    })
    return opening
  }

  return async (names, mode, work) => {
    const database = await open()
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(names, mode)
      const request = work((store) => transaction.objectStore(store))
      // Without waiting for another turn: the page may be on its way out.
      if (mode === 'readwrite') transaction.commit()
      transaction.oncomplete = () => resolve(request?.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  }
}
