import type { z } from 'zod'
import { withoutCalendars } from '../../catalogue/office-calendars.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { AgencyModel } from './agency.ts'
import { officeCalendarsNow } from './office-calendars.ts'
import { RegencyModel } from './regency.ts'
import { ServiceVersion, type ServiceVersionRecord } from './service-version.ts'

export async function publishedVersion(code: string, version: number): Promise<ServiceVersionRecord | null> {
  return ServiceVersion.findOne({ code, version }).lean<ServiceVersionRecord>()
}

/**
 * A published version as a file of a pack says it: without what its offices say for all their services today, of the service
 * standard and of calendars. Loaded into a pack with the same agencies it is the same version again.
 */
export async function asPackFile({
  definition,
}: Pick<ServiceVersionRecord, 'definition'>): Promise<z.input<typeof ServiceDefinition>> {
  const [agency, regency, calendars] = await Promise.all([
    AgencyModel.findOne({ code: definition.agency }).lean(),
    RegencyModel.findOne().select({ villages: 1 }).orFail().lean(),
    officeCalendarsNow(),
  ])
  const shared = agency?.standard ?? (regency.villages.code === definition.agency ? regency.villages.standard : {})
  const own = Object.entries(definition.standard).filter(
    ([component, text]) => !sameText(text, shared[component as keyof typeof shared]),
  )
  return { ...withoutCalendars(definition, calendars), standard: Object.fromEntries(own) }
}

type Text = { id: string; en: string } | undefined
const sameText = (one: Text, other: Text) => one?.id === other?.id && one?.en === other?.en
