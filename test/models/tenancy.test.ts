import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { acrossRegencies, currentRegency, inRegency, TenancyError } from '../../models/tenancy.ts'
import { type Leaves, openLeaves } from './tenancy-fixture.ts'

let leaves: Leaves
beforeAll(async () => {
  leaves = await openLeaves(inject('mongoUri'))
})
afterAll(() => leaves.close())
beforeEach(() => leaves.seed())

describe('the context', () => {
  it('is known inside and through awaits, and nowhere else', async () => {
    const seen = await inRegency('alfa', async () => {
      await leaves.Leaf.countDocuments()
      return currentRegency()
    })
    expect(seen).toBe('alfa')
    expect(() => currentRegency()).toThrow(TenancyError)
  })

  it('carries a query that is returned unawaited', async () => {
    expect(await inRegency('alfa', () => leaves.Leaf.find({}))).toHaveLength(3)
  })

  it('keeps two regencies apart that work at the same time', async () => {
    const names = await Promise.all(
      ['alfa', 'beta', 'alfa', 'beta'].map((code) => inRegency(code, () => leaves.Leaf.distinct('regency'))),
    )
    expect(names).toEqual([['alfa'], ['beta'], ['alfa'], ['beta']])
  })

  it('does not turn to another regency by itself', async () => {
    await expect(inRegency('alfa', () => inRegency('beta', () => 1))).rejects.toThrow(TenancyError)
    expect(await inRegency('alfa', () => acrossRegencies('hand over', () => inRegency('beta', () => 1)))).toBe(1)
  })

  it('needs a code, and a reason', async () => {
    await expect(inRegency('', () => 1)).rejects.toThrow(TenancyError)
    await expect(inRegency('Not A Code', () => 1)).rejects.toThrow(TenancyError)
    await expect(acrossRegencies(' ', () => 1)).rejects.toThrow(TenancyError)
  })
})

describe('inside its regency a model works as ever', () => {
  const inAlfa = <T>(fn: () => T | PromiseLike<T>) => inRegency('alfa', fn)

  it('stamps new documents, however they are made', async () => {
    await inAlfa(async () => {
      const { Leaf } = leaves
      expect((await Leaf.create({ name: 'created' })).regency).toBe('alfa')
      await new Leaf({ name: 'saved' }).save()
      await Leaf.insertMany([{ name: 'inserted' }])
      await Leaf.insertMany([{ name: 'lean' }], { lean: true })
      await Leaf.bulkWrite([{ insertOne: { document: { name: 'bulk' } as never } }])
      await Leaf.updateOne({ name: 'upserted' }, { $set: { n: 1 } }, { upsert: true })
      await Leaf.findOneAndUpdate({ name: 'found' }, { $setOnInsert: { regency: 'alfa', n: 1 } }, { upsert: true })
      await Leaf.replaceOne({ name: 'replaced' }, { name: 'replaced' }, { upsert: true })
    })
    expect(await leaves.stored('alfa')).toHaveLength(3 + 8)
    expect(await leaves.total()).toBe(6 + 8)
  })

  it('stamps a document that was made before the context was known', async () => {
    const leaf = new leaves.Leaf({ name: 'early' })
    await inAlfa(() => leaf.save())
    expect((await leaves.stored('alfa')).map((one) => one.name)).toContain('early')
  })

  it('saves a loaded document, also one loaded without its regency', async () => {
    await inAlfa(async () => {
      const leaf = await leaves.Leaf.findById(leaves.ids.alfa).select('-regency').orFail()
      await leaf.set({ secret: 'mended' }).save()
    })
    expect((await leaves.stored('alfa'))[0]?.secret).toBe('mended')
  })

  it('commits and rolls back in a transaction', async () => {
    const write = (fail: boolean) =>
      inAlfa(() =>
        leaves.connection.transaction(async (session) => {
          await leaves.Leaf.updateMany({}, { $inc: { n: 10 } }, { session })
          if (fail) throw new Error('no')
        }),
      )
    await expect(write(true)).rejects.toThrow('no')
    await write(false)
    expect((await leaves.stored('alfa')).map((one) => one.n)).toEqual([11, 12, 13])
    expect((await leaves.stored('beta')).map((one) => one.n)).toEqual([1, 2, 3])
  })

  it('joins its own documents', async () => {
    const [first] = await inAlfa(() =>
      leaves.Leaf.aggregate<{ joined: unknown[] }>([
        { $sort: { n: 1 } },
        { $lookup: { from: 'leaves', localField: 'n', foreignField: 'n', as: 'joined' } },
      ]),
    )
    expect(first?.joined).toHaveLength(1)
  })
})

describe('a document stays where it is', () => {
  it.each([
    ['$set', { $set: { regency: 'beta' } }],
    ['$unset', { $unset: { regency: 1 } }],
    ['$rename to', { $rename: { name: 'regency' } }],
    ['$rename from', { $rename: { regency: 'old' } }],
  ])('%s on the driver is refused', async (_name, update) => {
    const attempt = inRegency('alfa', () => leaves.Leaf.collection.updateOne({ _id: leaves.ids.alfa }, update))
    await expect(attempt).rejects.toThrow(TenancyError)
  })

  it('an update by pipeline, an assignment, a hydrated lie: none moves it', async () => {
    await inRegency('alfa', async () => {
      const { Leaf, ids } = leaves
      await Leaf.updateMany({}, [{ $set: { regency: 'beta' } }], { updatePipeline: true })
      const leaf = await Leaf.findById(ids.alfa).orFail()
      leaf.regency = 'beta'
      leaf.name = 'moved'
      await leaf.save()
      const lie = Leaf.hydrate({ _id: ids.beta, regency: 'alfa', name: 'x' })
      lie.name = 'y'
      await expect(lie.save()).rejects.toThrow()
    })
    expect(await leaves.stored('alfa')).toHaveLength(3)
    expect((await leaves.stored('beta')).map((one) => one.name)).toEqual(['leaf 1', 'leaf 2', 'leaf 3'])
  })

  it('a filter for another regency is an error, not an empty answer', async () => {
    await expect(inRegency('alfa', () => leaves.Leaf.find({ regency: 'beta' }))).rejects.toThrow(TenancyError)
  })

  it('across regencies nothing is born without one', async () => {
    const { Leaf } = leaves
    const lost = acrossRegencies('test', () => Leaf.create({ name: 'lost' }))
    await expect(lost).rejects.toThrow(TenancyError)
    await acrossRegencies('test', () => Leaf.create({ name: 'found', regency: 'beta' }))
    expect(await leaves.stored('beta')).toHaveLength(4)
  })

  it('a driver cursor cannot be asked something else afterwards', async () => {
    const attempt = inRegency('alfa', () => leaves.Leaf.collection.find({}).filter({ regency: 'beta' }).toArray())
    await expect(attempt).rejects.toThrow(TenancyError)
  })
})
