import type { Schema } from 'mongoose'

/** Somebody tried to change what stands for good: a fault in the program. */
export class ImmutableError extends Error {
  override name = 'ImmutableError'
}

/** Mongoose plugin: documents are inserted and read, nothing else. */
export function immutable(schema: Schema): void {
  const refuse = () => {
    throw new ImmutableError(`${schema.get('collection')} are never changed or deleted; publish a new version`)
  }
  schema.pre(['updateOne', 'updateMany', 'replaceOne', 'findOneAndUpdate', 'findOneAndReplace'], refuse)
  schema.pre(['deleteOne', 'deleteMany', 'findOneAndDelete'], refuse)
  schema.pre(['updateOne', 'deleteOne'], { document: true, query: false }, refuse)
  schema.pre('bulkWrite', refuse)
  schema.pre(['validate', 'save'], function () {
    if (!this.isNew) refuse()
  })
}
