import { TenancyError } from './context.ts'

export type Plain = Record<string, unknown>

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The filter with the regency in it; a filter that names another regency is refused. */
export function scopeFilter(filter: unknown, regency: string): Plain {
  if (filter === undefined || filter === null) return { regency }
  if (!isPlain(filter)) throw new TenancyError('A filter must be an object')
  const own = filter.regency
  if (own !== undefined && own !== regency && !(isPlain(own) && own.$eq === regency)) {
    throw new TenancyError('The filter names another regency')
  }
  return { ...filter, regency }
}

/** The document with the regency set; one that belongs to another regency is refused. */
export function scopeDocument(document: unknown, regency: string): Plain {
  if (!isPlain(document)) throw new TenancyError('A document must be an object')
  if (document.regency !== undefined && document.regency !== null && document.regency !== regency) {
    throw new TenancyError('The document belongs to another regency')
  }
  return { ...document, regency }
}

/** The update, made unable to move a document to another regency. */
export function scopeUpdate(update: unknown, regency: string): unknown {
  if (Array.isArray(update)) return [...update, { $set: { regency } }]
  if (!isPlain(update)) throw new TenancyError('An update must be an object or a pipeline')
  for (const [operator, paths] of Object.entries(update)) {
    if (!isPlain(paths)) continue
    for (const [path, value] of Object.entries(paths)) {
      const keeps = (operator === '$set' || operator === '$setOnInsert') && value === regency
      const moves = operator === '$rename' && isRegency(String(value))
      if (moves || (isRegency(path) && !keeps)) throw new TenancyError('The regency of a document never changes')
    }
  }
  return update
}

const isRegency = (path: string) => path === 'regency' || path.startsWith('regency.')

/** One operation of a bulkWrite, scoped; operations it does not know are refused. */
export function scopeBulkOperation(operation: unknown, regency: string): Plain {
  if (!isPlain(operation)) throw new TenancyError('A bulk operation must be an object')
  const [entry, ...more] = Object.entries(operation)
  if (!entry || more.length > 0 || !isPlain(entry[1])) throw new TenancyError('A bulk operation has one kind')
  const [kind, body] = entry
  switch (kind) {
    case 'insertOne':
      return { insertOne: { ...body, document: scopeDocument(body.document, regency) } }
    case 'updateOne':
    case 'updateMany':
      return {
        [kind]: { ...body, filter: scopeFilter(body.filter, regency), update: scopeUpdate(body.update, regency) },
      }
    case 'replaceOne': {
      const replacement = scopeDocument(body.replacement, regency)
      return { replaceOne: { ...body, filter: scopeFilter(body.filter, regency), replacement } }
    }
    case 'deleteOne':
    case 'deleteMany':
      return { [kind]: { ...body, filter: scopeFilter(body.filter, regency) } }
    default:
      throw new TenancyError(`Bulk operation ${kind} is not covered by tenancy`)
  }
}
