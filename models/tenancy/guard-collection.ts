import { regencyOrAll, TenancyError } from './context.ts'
import { scopePipeline } from './scope-pipeline.ts'
import { isPlain, scopeBulkOperation, scopeDocument, scopeFilter, scopeUpdate } from './scope-write.ts'

type Arguments = unknown[]
type Rule = (args: Arguments, regency: string) => Arguments

const filterFirst: Rule = ([filter, ...rest], regency) => [scopeFilter(filter, regency), ...rest]
const updateSecond: Rule = ([filter, update, ...rest], regency) => [
  scopeFilter(filter, regency),
  scopeUpdate(update, regency),
  ...rest,
]
const replacementSecond: Rule = ([filter, document, ...rest], regency) => [
  scopeFilter(filter, regency),
  scopeDocument(document, regency),
  ...rest,
]
const each = (values: unknown, scope: (value: unknown) => unknown): unknown[] => {
  if (!Array.isArray(values)) throw new TenancyError('An array is needed')
  return values.map(scope)
}

/** What each driver method of a collection does inside a regency; a method that is not here is refused there. */
const rules: Record<string, Rule> = {
  find: filterFirst,
  findOne: filterFirst,
  countDocuments: filterFirst,
  deleteOne: filterFirst,
  deleteMany: filterFirst,
  findOneAndDelete: filterFirst,
  updateOne: updateSecond,
  updateMany: updateSecond,
  findOneAndUpdate: updateSecond,
  replaceOne: replacementSecond,
  findOneAndReplace: replacementSecond,
  distinct: ([key, filter, ...rest], regency) => [key, scopeFilter(filter, regency), ...rest],
  insertOne: ([document, ...rest], regency) => [scopeDocument(document, regency), ...rest],
  insertMany: ([documents, ...rest], regency) => [each(documents, (one) => scopeDocument(one, regency)), ...rest],
  bulkWrite: ([operations, ...rest], regency) => [each(operations, (one) => scopeBulkOperation(one, regency)), ...rest],
  aggregate: ([pipeline, ...rest], regency) => [scopePipeline(pipeline, regency), ...rest],
}

/** Across regencies nothing is narrowed, but no document may be born without a regency. */
const acrossRules: Record<string, (args: Arguments) => void> = {
  insertOne: ([document]) => mustName(document),
  insertMany: ([documents]) => each(documents, mustName),
  replaceOne: ([, document]) => mustName(document),
  findOneAndReplace: ([, document]) => mustName(document),
  bulkWrite: ([operations]) =>
    each(operations, (operation) => {
      if (isPlain(operation) && isPlain(operation.insertOne)) mustName(operation.insertOne.document)
      if (isPlain(operation) && isPlain(operation.replaceOne)) mustName(operation.replaceOne.replacement)
    }),
}

function mustName(document: unknown): void {
  if (!isPlain(document) || typeof document.regency !== 'string') {
    throw new TenancyError('Across regencies a document must name its regency')
  }
}

const guarded = new WeakSet<object>()

/**
 * Puts the regency into every call a model makes, at the one door all of them pass: Mongoose's own collection object.
 * Hooks are not enough: `bulkWrite`, `insertMany`, `save`, `watch` and the option `middleware: false` go round them.
 */
export function guardCollection(collection: object, methods: readonly string[]): void {
  if (guarded.has(collection)) return
  guarded.add(collection)
  for (const method of methods) {
    const original: unknown = Reflect.get(collection, method)
    if (typeof original !== 'function') continue
    Object.defineProperty(collection, method, {
      configurable: false,
      writable: false,
      value(this: object, ...args: Arguments) {
        const regency = regencyOrAll()
        if (regency === null) {
          acrossRules[method]?.(args)
          return Reflect.apply(original, collection, args)
        }
        const rule = rules[method]
        if (!rule) throw new TenancyError(`${method}() is not covered by tenancy: use acrossRegencies()`)
        return closeCursor(Reflect.apply(original, collection, rule(args, regency)))
      },
    })
  }
}

/** Takes from a driver cursor the ways to change what was asked after it was narrowed. */
function closeCursor(result: unknown): unknown {
  if (typeof result !== 'object' || result === null || result instanceof Promise) return result
  for (const way of ['filter', 'addStage', 'lookup', 'out']) {
    if (typeof Reflect.get(result, way) !== 'function') continue
    Object.defineProperty(result, way, {
      value() {
        throw new TenancyError(`${way}() on a cursor is not covered by tenancy`)
      },
    })
  }
  return result
}
