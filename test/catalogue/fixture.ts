import { fileURLToPath } from 'node:url'
import { toFlow } from '../../catalogue/compile/flow.ts'
import type { Pack } from '../../catalogue/pack/pack.ts'
import { type PublishedService, publishable } from '../../catalogue/pack/publish.ts'
import { readPack } from '../../catalogue/pack/read-pack.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { Flow } from '../../domain/service.ts'

export const packDir = fileURLToPath(new URL('../../packs/banyuwangi', import.meta.url))

export const serviceCodes = ['sip-bidan', 'sktm', 'ak-1', 'akta-kelahiran', 'pbg', 'nib-perorangan'] as const
export type ServiceCode = (typeof serviceCodes)[number]

let pack: Promise<Pack> | undefined

/** The pack of Banyuwangi, read and checked once a process. */
export function fixturePack(): Promise<Pack> {
  pack ??= readPack(packDir)
  return pack
}

/** A service as it would be published: definition with the whole standard, letters, messages. */
export async function fixtureService(code: ServiceCode): Promise<PublishedService> {
  return publishable(await fixtureDefinition(code), await fixturePack())
}

export async function fixtureDefinition(code: ServiceCode): Promise<ServiceDefinition> {
  const definition = (await fixturePack()).services.find((one) => one.code === code)
  if (!definition) throw new RangeError(`the pack has no ${code}`)
  return definition
}

export async function fixtureFlow(code: ServiceCode, version = 1): Promise<Flow> {
  return toFlow(await fixtureDefinition(code), version)
}
