import mongoose, { type Connection, type HydratedDocument, Schema } from 'mongoose'
import { acrossRegencies, type Tenanted, tenantScoped } from '../../models/tenancy.ts'

export type Leaf = Tenanted<{
  name: string
  secret: string
  n: number
  place?: { type: 'Point'; coordinates: number[] }
}>

const leafSchema = new Schema<Leaf>(
  {
    name: String,
    secret: String,
    n: Number,
    place: { type: new Schema({ type: String, coordinates: [Number] }, { _id: false }) },
  },
  { autoCreate: false, autoIndex: false, collection: 'leaves' },
).plugin(tenantScoped)

export type Leaves = Awaited<ReturnType<typeof openLeaves>>

/** A model in a database of its own, with three leaves each in the regencies `alfa` and `beta`; beta's are secret. */
export async function openLeaves(mongoUri: string) {
  const connection = await mongoose
    .createConnection(mongoUri, { dbName: `tenancy-${crypto.randomUUID().slice(0, 8)}` })
    .asPromise()
  const Leaf = connection.model<Leaf>('Leaf', leafSchema)
  await raw(connection).createIndex({ place: '2dsphere' })
  return {
    connection,
    Leaf,
    ids: { alfa: id('a'), beta: id('b') },
    async seed() {
      await raw(connection).deleteMany({})
      await raw(connection).insertMany(['alfa', 'beta'].flatMap(three))
    },
    /** Everything the database holds of a regency, read past the model. */
    stored: (regency: string) => raw(connection).find({ regency }).sort({ _id: 1 }).toArray(),
    total: () => raw(connection).countDocuments(),
    async loaded(regency: 'alfa' | 'beta'): Promise<HydratedDocument<Leaf>> {
      return acrossRegencies('a document for the test', () => Leaf.findById(id(regency[0] ?? '')).orFail())
    },
    async close() {
      await connection.dropDatabase()
      await connection.close()
    },
  }
}

function raw(connection: Connection) {
  if (!connection.db) throw new Error('not connected')
  return connection.db.collection('leaves')
}

const id = (letter: string, n = 1) => new mongoose.Types.ObjectId(letter.repeat(23) + n)

function three(regency: string) {
  return [1, 2, 3].map((n) => ({
    _id: id(regency[0] ?? '', n),
    regency,
    name: `leaf ${n}`,
    secret: `${regency}-secret-${n}`,
    n,
    place: { type: 'Point', coordinates: [114.3 + n / 100, -8.2] },
  }))
}
