import { TenancyError } from './context.ts'
import { isPlain, type Plain, scopeFilter } from './scope-write.ts'

/** Stages that only see what the stages before them let through. */
const harmless = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$densify',
  '$fill',
  '$group',
  '$limit',
  '$match',
  '$project',
  '$redact',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$setWindowFields',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unset',
  '$unwind',
])

/**
 * The pipeline, narrowed to one regency at its head and at every collection it joins.
 * `$out`, `$merge`, `$collStats` and whatever else is not listed is refused.
 */
export function scopePipeline(pipeline: unknown, regency: string): Plain[] {
  if (!Array.isArray(pipeline)) throw new TenancyError('A pipeline must be an array')
  const stages = pipeline.map((stage) => scopeStage(stage, regency))
  const [first, ...rest] = stages
  if (isPlain(first?.$geoNear)) return stages
  // Merged into a leading $match, because $text is only allowed in the first stage.
  if (isPlain(first?.$match)) return [{ $match: { $and: [{ regency }, first.$match] } }, ...rest]
  return [{ $match: { regency } }, ...stages]
}

function scopeStage(stage: unknown, regency: string): Plain {
  const entry = isPlain(stage) ? Object.entries(stage)[0] : undefined
  if (!isPlain(stage) || !entry) throw new TenancyError('A stage must be an object')
  const [name, body] = entry
  if (harmless.has(name)) return stage
  switch (name) {
    case '$geoNear':
      if (!isPlain(body)) break
      return { $geoNear: { ...body, query: scopeFilter(body.query, regency) } }
    case '$lookup':
      if (!isPlain(body) || typeof body.from !== 'string') break
      return { $lookup: { ...body, pipeline: scopePipeline(body.pipeline ?? [], regency) } }
    case '$unionWith': {
      const union = typeof body === 'string' ? { coll: body } : body
      if (!isPlain(union) || typeof union.coll !== 'string') break
      return { $unionWith: { ...union, pipeline: scopePipeline(union.pipeline ?? [], regency) } }
    }
    case '$graphLookup':
      if (!isPlain(body)) break
      return {
        $graphLookup: { ...body, restrictSearchWithMatch: scopeFilter(body.restrictSearchWithMatch, regency) },
      }
    case '$facet':
      if (!isPlain(body)) break
      return { $facet: Object.fromEntries(Object.entries(body).map(([key, part]) => [key, inner(part, regency)])) }
  }
  throw new TenancyError(`Stage ${name} is not covered by tenancy`)
}

/** A facet's pipeline runs on what was already narrowed; only its joins need narrowing. */
function inner(pipeline: unknown, regency: string): Plain[] {
  if (!Array.isArray(pipeline)) throw new TenancyError('A pipeline must be an array')
  return pipeline.map((stage) => scopeStage(stage, regency))
}
