import { drawer } from '../../../screens/drawer.ts'

export const stores = { drafts: 'drafts', files: 'files', receipts: 'receipts' } as const
type StoreName = (typeof stores)[keyof typeof stores]

/** The portal's drawer of this device: drafts, their files, and receipts. */
export const transact = drawer<StoreName>('lontar', 1, (database) => {
  database.createObjectStore(stores.drafts, { keyPath: 'id' })
  database.createObjectStore(stores.files, { keyPath: ['draft', 'slot'] }).createIndex('draft', 'draft')
  database.createObjectStore(stores.receipts, { keyPath: 'id' })
})
