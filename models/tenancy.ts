/**
 * Tenancy in every filter (design rule 10). A tenant-scoped model says `schema.plugin(tenantScoped)`; whoever uses it
 * works inside `inRegency(code, fn)`. Without a context every call throws, inside one every call is narrowed to it.
 */
import mongoose, { type Connection, type Model, type Schema } from 'mongoose'
import { regencyIfAny, TenancyError } from './tenancy/context.ts'
import { guardCollection } from './tenancy/guard-collection.ts'

export { acrossRegencies, currentRegency, inRegency, TenancyError } from './tenancy/context.ts'

/** What the plugin adds to a document. */
export type Tenanted<T> = T & { regency: string }

const driverMethods = Object.getOwnPropertyNames(mongoose.mongo.Collection.prototype).filter((name) => {
  const descriptor = Object.getOwnPropertyDescriptor(mongoose.mongo.Collection.prototype, name)
  return name !== 'constructor' && typeof descriptor?.value === 'function'
})

/** Mongoose plugin: the immutable field `regency` (indexes lead with it, see migrations/) and the guard on the collection. */
export function tenantScoped(schema: Schema): void {
  schema.add({ regency: { type: String, immutable: true, default: regencyIfAny } })
  schema.on('init', (model: Model<unknown>) => {
    guardCollection(model.collection, [...driverMethods, 'getIndexes'])
    refuseBulkAcrossModels(model.db)
    model.useConnection = () => {
      throw new TenancyError('A tenant-scoped model keeps its connection')
    }
  })
}

/** `connection.bulkWrite` talks to the server past every collection. */
function refuseBulkAcrossModels(connection: Connection): void {
  connection.bulkWrite = () => Promise.reject(new TenancyError('connection.bulkWrite() is not covered by tenancy'))
}
