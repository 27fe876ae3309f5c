import type { PackParts } from '../../catalogue/cross-checks/context.ts'
import type { Pack } from '../../catalogue/pack/pack.ts'
import { loadRegions } from '../../catalogue/regions.ts'
import { AgencyModel } from './agency.ts'
import { calendarsInForce } from './calendars-in-force.ts'
import { openServices } from './catalogue.ts'
import { RegencyModel } from './regency.ts'
import { ServicePointModel } from './service-point.ts'

/** What is in force around a service, in a pack's words: enough to check and to publish it. Null before a pack was loaded. */
export async function livePack(): Promise<{ pack: Pack; parts: PackParts } | null> {
  const [regency, agencies, servicePoints, calendars, published, regions] = await Promise.all([
    RegencyModel.findOne().lean(),
    AgencyModel.find({ active: true }).lean(),
    ServicePointModel.find({ active: true }).lean(),
    calendarsInForce(),
    openServices(),
    loadRegions(),
  ])
  if (!regency?.shared) return null
  const { facts, crest, villages, shared, kpis = [] } = regency
  const { letters, messages } = shared
  const inForce = [...calendars.values()]
  const latest = inForce.map(({ calendar }) => calendar)
  const writtenCalendars = inForce.map(({ calendar, layer }) => layer ?? calendar)
  const services = published.map(({ definition }) => definition)
  const common = { regency: facts, letters, messages, calendars: latest, services }
  return {
    pack: { ...common, writtenCalendars, crest, agencies, villages, servicePoints, kpis, people: [] },
    parts: {
      ...common,
      offices: { agencies, villages },
      points: { servicePoints },
      kpis: { kpis },
      people: undefined,
      unreadable: new Set(),
      regions,
    },
  }
}
