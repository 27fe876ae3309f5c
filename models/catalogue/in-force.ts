import { ServiceVersion } from './service-version.ts'

/**
 * The version of each service that applications filed on a day (`2027-01-01`) take: the newest of those whose day has come.
 * A version published later goes before one that is still to come, whatever day that names.
 */
export async function inForceOn(day: string, codes: readonly string[]): Promise<Map<string, number>> {
  const found = await ServiceVersion.aggregate<{ _id: string; version: number }>([
    { $match: { code: { $in: [...codes] }, $or: [{ effectiveFrom: null }, { effectiveFrom: { $lte: day } }] } },
    { $group: { _id: '$code', version: { $max: '$version' } } },
  ])
  const versions = new Map(found.map(({ _id, version }) => [_id, version]))
  return new Map(codes.flatMap((code) => (versions.has(code) ? [[code, versions.get(code) ?? 0] as const] : [])))
}
