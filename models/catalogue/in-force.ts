import type { ServiceRecord } from './service.ts'
import { ServiceVersion } from './service-version.ts'

/**
 * The version of each service that applications filed on a day (`2027-01-01`) take: the newest of those whose day has come.
 * A version published later goes before one that is still to come, whatever day that names. Without a service none of whose
 * versions holds yet.
 */
export async function inForceOn(
  day: string,
  services: readonly Pick<ServiceRecord, 'code' | 'current'>[],
): Promise<Map<string, number>> {
  const stillToCome = await ServiceVersion.find({ effectiveFrom: { $gt: day } }, { _id: 0, code: 1, version: 1 }).lean()
  const waiting = new Set(stillToCome.map(({ code, version }) => `${code}/${version}`))
  return new Map(
    services.flatMap(({ code, current }) => {
      let version = current
      while (waiting.has(`${code}/${version}`)) version -= 1
      return version > 0 ? [[code, version] as const] : []
    }),
  )
}
