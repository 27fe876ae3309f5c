import { EventEmitter } from 'node:events'
import mongoose, { Aggregate, Document, Model, Query } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { acrossRegencies, inRegency, TenancyError } from '../../models/tenancy.ts'
import {
  aggregateCalls,
  type Call,
  collectionCalls,
  documentCalls,
  modelCalls,
  queryCalls,
  refusedAggregates,
  refusedCalls,
} from './tenancy-calls.ts'
import { type Leaves, openLeaves } from './tenancy-fixture.ts'

let leaves: Leaves
beforeAll(async () => {
  leaves = await openLeaves(inject('mongoUri'))
})
afterAll(() => leaves.close())
beforeEach(() => leaves.seed())

type Outcome = { shown: string; beta: unknown[]; total: number; error: unknown }

/** What a call shows and what it leaves behind. */
async function observe(run: () => Promise<unknown>): Promise<Outcome> {
  let shown: unknown
  let error: unknown
  try {
    shown = await run()
  } catch (caught) {
    error = caught
  }
  return { shown: JSON.stringify(shown) ?? '', beta: await leaves.stored('beta'), total: await leaves.total(), error }
}

const insideAlfa = (call: Call) => observe(() => inRegency('alfa', () => call(leaves)))
const unguarded = (call: Call) => observe(() => acrossRegencies('to see that the call would leak', () => call(leaves)))

const covered = {
  'a model': modelCalls,
  'a document': documentCalls,
  'a query': queryCalls,
  'an aggregate': aggregateCalls,
  'the collection': collectionCalls,
}

for (const [owner, calls] of Object.entries(covered)) {
  describe(`inside a regency, ${owner}`, () => {
    it.each(Object.entries(calls))('%s neither shows nor changes another regency', async (_name, call) => {
      const before = await leaves.stored('beta')
      const outcome = await insideAlfa(call)
      expect(outcome.shown).not.toMatch(/beta/)
      expect(outcome.beta).toEqual(before)
    })

    it.each(Object.entries(calls))('%s would reach it without the guard', async (name, call) => {
      const inside = await insideAlfa(call)
      await leaves.seed()
      const outside = await unguarded(call)
      if (name === 'search') return expect(String(outside.error)).toMatch(/\$search/)
      expect(outside.error).toBeUndefined()
      expect([outside.shown, outside.beta, outside.total]).not.toEqual([inside.shown, inside.beta, inside.total])
    })

    it.each(Object.entries(calls))('%s throws where no regency is known', async (_name, call) => {
      const outcome = await observe(async () => call(leaves))
      expect(outcome.error).toBeInstanceOf(TenancyError)
    })
  })
}

describe('what has no meaning inside one regency', () => {
  it.each([...Object.entries(refusedCalls), ...Object.entries(refusedAggregates)])(
    '%s is refused',
    async (_n, call) => {
      const outcome = await insideAlfa(call)
      expect(outcome.error).toBeInstanceOf(TenancyError)
      expect(await leaves.total()).toBe(6)
    },
  )

  it('bulkWrite of the connection is refused, in a regency and across', async () => {
    const plant = () =>
      leaves.connection.bulkWrite([{ model: 'Leaf', name: 'insertOne', document: { regency: 'beta' } as never }])
    await expect(inRegency('alfa', plant)).rejects.toThrow(TenancyError)
    await expect(acrossRegencies('test', plant)).rejects.toThrow(TenancyError)
  })
})

describe('no method is forgotten', () => {
  const methodsOf = (owner: object) =>
    Object.getOwnPropertyNames(owner).filter(
      (name) => name !== 'constructor' && typeof Object.getOwnPropertyDescriptor(owner, name)?.value === 'function',
    )
  const publicMethods = (owner: object) =>
    methodsOf(owner).filter((name) => !name.startsWith('_') && !/^\$_/.test(name))
  const emitter = methodsOf(EventEmitter.prototype)

  it('of Model', () => {
    const harmless = `applyDefaults applyTimestamps applyVirtuals buildBulkWriteOperations castObject clientEncryption
      compile createCollection createSearchIndexes discriminator ensureIndexes hydrate init inspect namespace
      recompileSchema startSession translateAliases validate`
    const unknown = missing(publicMethods(Model), [modelCalls, refusedCalls], harmless)
    expect(unknown.filter((name) => !emitter.includes(name))).toEqual([])
  })

  it('of documents', () => {
    const harmless = `increment model $model`
    expect(missing(publicMethods(Model.prototype), [documentCalls], harmless)).toEqual([])
    const asks = publicMethods(Document.prototype).filter((name) =>
      /save|update|replace|delete|remove|find|populate$|insert|exec|aggregate|count/i.test(name),
    )
    const inMemory = `depopulate removeListener $removeListener removeAllListeners $removeAllListeners $isDeleted`
    expect(missing(asks, [documentCalls], inMemory)).toEqual([])
  })

  it('of Query: what is neither covered nor named here as a mere part of the question', () => {
    const parts = `allowDiskUse and all batchSize box cast center centerSphere circle collation collection comment
      elemMatch eq equals error estimatedDocumentCount exists geometry get getFilter getOptions getPopulatedPaths
      getQuery getUpdate gt gte hint in intersects isPathSelectedInclusive j lean limit lt lte maxDistance maxTime
      maxTimeMS minDistance mod mongooseOptions ne near nearSphere nin polygon post pre projection r read readConcern
      regex sanitizeProjection schemaLevelProjections select selected selectedExclusively selectedInclusively session
      set setReadPreference setTraceFunction setUpdate size skip slaveOk slice sort tailable toString validate w where
      within writeConcern wTimeout wtimeout $where box`
    const names = [...publicMethods(Query.prototype), ...publicMethods(Object.getPrototypeOf(Query.prototype))]
    expect(missing(names, [queryCalls], parts)).toEqual([])
  })

  it('of Aggregate', () => {
    const parts = `addFields allowDiskUse append collation densify fill hint limit match model option pipeline
      pipelineForUnionWith project read readConcern redact replaceRoot sample session skip sort sortByCount unwind`
    expect(missing(publicMethods(Aggregate.prototype), [aggregateCalls, refusedAggregates], parts)).toEqual([])
  })

  it('of the driver: what is not covered is refused, by name or not', async () => {
    const names = methodsOf(mongoose.mongo.Collection.prototype)
    expect(names.length).toBeGreaterThan(30)
    for (const name of names.filter((name) => !(name in collectionCalls))) {
      const method: unknown = Reflect.get(leaves.Leaf.collection, name)
      const attempt = inRegency('alfa', () => (typeof method === 'function' ? method('x') : undefined))
      await expect(attempt, name).rejects.toThrow(TenancyError)
    }
  })

  /** Names that are in none of the tables and not among the words given. */
  function missing(names: string[], tables: Record<string, Call>[], words: string): string[] {
    const known = new Set([
      ...tables.flatMap((table) => Object.keys(table).map((name) => name.replace('()', ''))),
      ...words.split(/\s+/),
    ])
    return names.filter((name) => !known.has(name))
  }
})
