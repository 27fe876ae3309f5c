import mongoose, { type PipelineStage } from 'mongoose'
import type { Leaves } from './tenancy-fixture.ts'

/** A call that, unguarded, would show or change the leaves of regency beta; its result is searched for beta's secrets. */
export type Call = (leaves: Leaves) => unknown

const { ObjectId } = mongoose.Types
const all = (pipeline: unknown[]) => pipeline as PipelineStage[]
const drain = async (cursor: AsyncIterable<unknown>) => {
  const seen: unknown[] = []
  for await (const one of cursor) seen.push(one)
  return seen
}

/** Statics of a model that reach the database. */
export const modelCalls: Record<string, Call> = {
  $where: ({ Leaf }) => Leaf.$where('true'),
  aggregate: ({ Leaf }) => Leaf.aggregate([{ $match: {} }]),
  bulkSave: async ({ Leaf, loaded }) => {
    const leaf = await loaded('beta')
    leaf.secret = 'taken'
    return Leaf.bulkSave([leaf])
  },
  bulkWrite: ({ Leaf }) => Leaf.bulkWrite([{ updateMany: { filter: {}, update: { $set: { secret: 'taken' } } } }]),
  countDocuments: ({ Leaf }) => Leaf.countDocuments({}),
  create: ({ Leaf }) => Leaf.create({ regency: 'beta', name: 'planted' }),
  deleteMany: ({ Leaf }) => Leaf.deleteMany({}),
  deleteOne: ({ Leaf, ids }) => Leaf.deleteOne({ _id: ids.beta }),
  distinct: ({ Leaf }) => Leaf.distinct('secret', {}),
  exists: ({ Leaf, ids }) => Leaf.exists({ _id: ids.beta }),
  find: ({ Leaf }) => Leaf.find({}),
  findAndCount: ({ Leaf }) => Leaf.findAndCount({}, null, { sort: { _id: 1 }, limit: 9 }),
  findById: ({ Leaf, ids }) => Leaf.findById(ids.beta),
  findByIdAndDelete: ({ Leaf, ids }) => Leaf.findByIdAndDelete(ids.beta),
  findByIdAndUpdate: ({ Leaf, ids }) => Leaf.findByIdAndUpdate(ids.beta, { $set: { secret: 'taken' } }),
  findOne: ({ Leaf }) => Leaf.findOne({ secret: /^beta/ }),
  findOneAndDelete: ({ Leaf, ids }) => Leaf.findOneAndDelete({ _id: ids.beta }),
  findOneAndReplace: ({ Leaf, ids }) => Leaf.findOneAndReplace({ _id: ids.beta }, { regency: 'beta', name: 'taken' }),
  findOneAndUpdate: ({ Leaf, ids }) => Leaf.findOneAndUpdate({ _id: ids.beta }, { $set: { secret: 'taken' } }),
  insertMany: ({ Leaf }) => Leaf.insertMany([{ regency: 'beta', name: 'planted' }]),
  insertOne: ({ Leaf }) => Leaf.insertOne({ regency: 'beta', name: 'planted' }),
  populate: async ({ Leaf, ids }) => {
    const holder = { leaf: ids.beta }
    return Leaf.populate(holder, { path: 'leaf', model: Leaf })
  },
  replaceOne: ({ Leaf, ids }) => Leaf.replaceOne({ _id: ids.beta }, { regency: 'beta', name: 'taken' }),
  updateMany: ({ Leaf }) => Leaf.updateMany({}, { $set: { secret: 'taken' } }),
  updateOne: ({ Leaf, ids }) => Leaf.updateOne({ _id: ids.beta }, { $set: { secret: 'taken' } }),
  where: ({ Leaf }) => Leaf.where('secret').regex(/beta/),
}

/** Reach the database and have no meaning inside one regency: refused there. */
export const refusedCalls: Record<string, Call> = {
  cleanIndexes: ({ Leaf }) => Leaf.cleanIndexes(),
  createIndexes: ({ Leaf }) => Leaf.syncIndexes(),
  createSearchIndex: ({ Leaf }) => Leaf.createSearchIndex({ name: 'x', definition: {} }),
  diffIndexes: ({ Leaf }) => Leaf.diffIndexes(),
  dropSearchIndex: ({ Leaf }) => Leaf.dropSearchIndex('x'),
  estimatedDocumentCount: ({ Leaf }) => Leaf.estimatedDocumentCount(),
  listIndexes: ({ Leaf }) => Leaf.listIndexes(),
  listSearchIndexes: ({ Leaf }) => Leaf.listSearchIndexes(),
  syncIndexes: ({ Leaf }) => Leaf.syncIndexes(),
  updateSearchIndex: ({ Leaf }) => Leaf.updateSearchIndex('x', {}),
  useConnection: ({ Leaf, connection }) => Leaf.useConnection(connection),
  watch: ({ Leaf }) => Leaf.watch([]).next(),
}

/** Methods of a loaded document. */
export const documentCalls: Record<string, Call> = {
  $save: async ({ loaded }) => {
    const leaf = await loaded('beta')
    leaf.secret = 'taken'
    const save: unknown = Reflect.get(leaf, '$save')
    return typeof save === 'function' ? Reflect.apply(save, leaf, []) : undefined
  },
  deleteOne: async ({ loaded }) => (await loaded('beta')).deleteOne(),
  populate: async ({ Leaf, ids }) => {
    const holder = Leaf.hydrate({ _id: ids.alfa, regency: 'alfa', name: 'x' })
    holder.$set('other', ids.beta, { strict: false })
    return (await holder.populate({ path: 'other', model: 'Leaf', strictPopulate: false })).get('other')
  },
  replaceOne: async ({ loaded }) => (await loaded('beta')).replaceOne({ regency: 'beta', name: 'taken' }),
  save: async ({ loaded }) => (await loaded('beta')).set({ secret: 'taken' }).save(),
  updateOne: async ({ loaded }) => (await loaded('beta')).updateOne({ $set: { secret: 'taken' } }),
}

/** Methods of a query that set it off or turn it into another; the rest only describe what is asked. */
export const queryCalls: Record<string, Call> = {
  catch: ({ Leaf }) => Leaf.find({}).catch((error) => Promise.reject(error)),
  clone: ({ Leaf }) => Leaf.find({}).clone(),
  countDocuments: ({ Leaf }) => Leaf.find().countDocuments({}),
  cursor: ({ Leaf }) => drain(Leaf.find({}).cursor()),
  deleteMany: ({ Leaf }) => Leaf.find().deleteMany({}),
  deleteOne: ({ Leaf, ids }) => Leaf.find().deleteOne({ _id: ids.beta }),
  distinct: ({ Leaf }) => Leaf.find().distinct('secret', {}),
  exec: ({ Leaf }) => Leaf.find({}).exec(),
  explain: ({ Leaf }) => Leaf.find({}).explain('executionStats'),
  finally: ({ Leaf }) => Leaf.find({}).finally(() => undefined),
  find: ({ Leaf }) => Leaf.where().find({}),
  findAndCount: ({ Leaf }) => Leaf.find({}).sort({ _id: 1 }).limit(9).findAndCount(),
  findById: ({ Leaf, ids }) => Leaf.find().findById(ids.beta),
  findByIdAndDelete: ({ Leaf, ids }) => Leaf.find().findByIdAndDelete(ids.beta),
  findByIdAndUpdate: ({ Leaf, ids }) => Leaf.find().findByIdAndUpdate(ids.beta, { $set: { secret: 'taken' } }),
  findOne: ({ Leaf, ids }) => Leaf.find().findOne({ _id: ids.beta }),
  findOneAndDelete: ({ Leaf, ids }) => Leaf.find().findOneAndDelete({ _id: ids.beta }),
  findOneAndReplace: ({ Leaf, ids }) => {
    const query = Leaf.find()
    return Reflect.apply(Reflect.get(query, 'findOneAndReplace'), query, [
      { _id: ids.beta },
      { regency: 'beta', name: 'taken' },
    ])
  },
  findOneAndUpdate: ({ Leaf, ids }) => Leaf.find().findOneAndUpdate({ _id: ids.beta }, { $set: { secret: 'taken' } }),
  merge: ({ Leaf, ids }) => Leaf.find().merge(Leaf.find({ _id: ids.beta })),
  or: ({ Leaf }) => Leaf.find().or([{ regency: 'beta' }, { regency: 'alfa' }]),
  nor: ({ Leaf }) => Leaf.find().nor([{ regency: 'alfa' }]),
  orFail: ({ Leaf, ids }) => Leaf.findById(ids.beta).orFail(),
  populate: async ({ Leaf, ids }) => modelCalls.populate?.({ Leaf, ids } as Leaves),
  replaceOne: ({ Leaf, ids }) => Leaf.find().replaceOne({ _id: ids.beta }, { regency: 'beta', name: 'taken' }),
  setQuery: ({ Leaf }) => {
    const query = Leaf.find({ name: 'none' })
    query.setQuery({ secret: /beta/ })
    return query
  },
  setOptions: ({ Leaf }) => Leaf.find({}).setOptions({ middleware: false }),
  'then()': ({ Leaf }) => Leaf.find({}).then((found) => found),
  toConstructor: ({ Leaf }) => {
    const Asked = Leaf.find({}).toConstructor()
    return new Asked()
  },
  transform: ({ Leaf }) => Leaf.find({}).transform((found) => found),
  updateMany: ({ Leaf }) => Leaf.find().updateMany({}, { $set: { secret: 'taken' } }),
  updateOne: ({ Leaf, ids }) => Leaf.find().updateOne({ _id: ids.beta }, { $set: { secret: 'taken' } }),
}

const leaves = 'leaves'

/** Aggregates, by stage or method. */
export const aggregateCalls: Record<string, Call> = {
  catch: ({ Leaf }) => Leaf.aggregate([{ $match: {} }]).catch((error) => Promise.reject(error)),
  count: ({ Leaf }) => Leaf.aggregate().count('n'),
  cursor: ({ Leaf }) => drain(Leaf.aggregate([{ $match: {} }]).cursor()),
  exec: ({ Leaf }) => Leaf.aggregate([{ $match: {} }]).exec(),
  explain: ({ Leaf }) => Leaf.aggregate([{ $match: {} }]).explain('executionStats'),
  facet: ({ Leaf }) =>
    Leaf.aggregate().facet({
      seen: [{ $match: {} }],
      joined: [{ $lookup: { from: leaves, localField: 'n', foreignField: 'n', as: 'joined' } }],
    }),
  finally: ({ Leaf }) => Leaf.aggregate([{ $match: {} }]).finally(() => undefined),
  graphLookup: ({ Leaf }) =>
    Leaf.aggregate().graphLookup({
      from: leaves,
      startWith: '$n',
      connectFromField: 'n',
      connectToField: 'n',
      as: 'joined',
    }),
  group: ({ Leaf }) => Leaf.aggregate().group({ _id: null, seen: { $push: '$secret' } }),
  lookup: ({ Leaf }) => Leaf.aggregate().lookup({ from: leaves, localField: 'n', foreignField: 'n', as: 'joined' }),
  'lookup with a pipeline': ({ Leaf }) =>
    Leaf.aggregate().lookup({ from: leaves, let: { n: '$n' }, pipeline: [{ $match: {} }], as: 'joined' }),
  near: ({ Leaf }) =>
    Leaf.aggregate().near({ near: { type: 'Point', coordinates: [114.3, -8.2] }, distanceField: 'd', spherical: true }),
  search: ({ Leaf }) => Leaf.aggregate().search({ text: { query: 'beta', path: 'secret' } }),
  'then()': ({ Leaf }) => Leaf.aggregate([{ $match: {} }]).then((found) => found),
  unionWith: ({ Leaf }) => Leaf.aggregate().unionWith({ coll: leaves, pipeline: [] }),
  'unionWith inside a lookup': ({ Leaf }) =>
    Leaf.aggregate(
      all([{ $lookup: { from: leaves, pipeline: [{ $unionWith: leaves }, { $match: {} }], as: 'joined' } }]),
    ),
}

export const refusedAggregates: Record<string, Call> = {
  out: ({ Leaf }) => Leaf.aggregate([{ $match: {} }, { $out: 'stolen' }]),
  merge: ({ Leaf }) => Leaf.aggregate([{ $match: {} }, { $merge: { into: 'leaves' } }]),
  collStats: ({ Leaf }) => Leaf.aggregate(all([{ $collStats: { count: {} } }])),
  documents: ({ Leaf }) => Leaf.aggregate(all([{ $documents: [{ a: 1 }] }])),
}

/** The driver's own methods, through `Model.collection`. */
export const collectionCalls: Record<string, Call> = {
  aggregate: ({ Leaf }) => Leaf.collection.aggregate([]).toArray(),
  bulkWrite: ({ Leaf, ids }) => Leaf.collection.bulkWrite([{ deleteOne: { filter: { _id: ids.beta } } }]),
  countDocuments: ({ Leaf }) => Leaf.collection.countDocuments(),
  deleteMany: ({ Leaf }) => Leaf.collection.deleteMany({}),
  deleteOne: ({ Leaf, ids }) => Leaf.collection.deleteOne({ _id: ids.beta }),
  distinct: ({ Leaf }) => Leaf.collection.distinct('secret'),
  find: ({ Leaf }) => Leaf.collection.find({}).toArray(),
  findOne: ({ Leaf, ids }) => Leaf.collection.findOne({ _id: ids.beta }),
  findOneAndDelete: ({ Leaf, ids }) => Leaf.collection.findOneAndDelete({ _id: ids.beta }),
  findOneAndReplace: ({ Leaf, ids }) =>
    Leaf.collection.findOneAndReplace({ _id: ids.beta }, { regency: 'beta', name: 'taken' }),
  findOneAndUpdate: ({ Leaf, ids }) =>
    Leaf.collection.findOneAndUpdate({ _id: ids.beta }, { $set: { secret: 'taken' } }),
  insertMany: ({ Leaf }) => Leaf.collection.insertMany([{ _id: new ObjectId(), regency: 'beta' } as never]),
  insertOne: ({ Leaf }) => Leaf.collection.insertOne({ _id: new ObjectId(), regency: 'beta' } as never),
  replaceOne: ({ Leaf, ids }) => Leaf.collection.replaceOne({ _id: ids.beta }, { regency: 'beta', name: 'taken' }),
  updateMany: ({ Leaf }) => Leaf.collection.updateMany({}, [{ $set: { secret: 'taken' } }]),
  updateOne: ({ Leaf, ids }) => Leaf.collection.updateOne({ _id: ids.beta }, { $set: { secret: 'taken' } }),
}
