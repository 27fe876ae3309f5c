import { toFlow } from '../../catalogue/compile/flow.ts'
import { choiceLabel, regionTitle } from '../../catalogue/compile/labels.ts'
import { type Village, villageNamed, villageOffice } from '../../catalogue/compile/village-office.ts'
import type { PublishedService } from '../../catalogue/pack/publish.ts'
import { loadRegions } from '../../catalogue/regions.ts'
import type { Kpi } from '../../catalogue/schema/kpis.ts'
import type { Letterhead, ServicePoint } from '../../catalogue/schema/offices.ts'
import type { Regency } from '../../catalogue/schema/regency.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { type Actor, system } from '../../domain/case/events.ts'
import { plainDay } from '../../domain/indonesian-time.ts'
import type { Flow } from '../../domain/service.ts'
import { type CompiledCalendar, compileCalendar } from '../../domain/working-time/index.ts'
import { AgencyModel } from './agency.ts'
import { remembered } from './cache.ts'
import { CalendarVersion } from './calendar-version.ts'
import { inForceOn } from './in-force.ts'
import { RegencyModel, type RegencyRecord } from './regency.ts'
import { Service, type ServiceRecord } from './service.ts'
import { ServicePointModel } from './service-point.ts'
import { ServiceVersion } from './service-version.ts'

export type VersionedService = PublishedService & { version: number }

/** The version new applications are filed under; null for a service that is unknown or closed. Within a regency's context. */
export async function currentVersion(code: string): Promise<VersionedService | null> {
  const version = await remembered(`current/${code}`, 'current', async () => {
    const service = await Service.findOne({ code, open: true }).select({ code: 1, current: 1 }).lean()
    return service ? ((await inForce([service])).get(code) ?? null) : null
  })
  return version === null ? null : versionOf(code, version)
}

/** Of services, in the order asked for, the version that holds today. */
async function inForce(services: readonly Pick<ServiceRecord, 'code' | 'current'>[]): Promise<Map<string, number>> {
  if (services.length === 0) return new Map()
  const { utcOffsetMinutes } = (await regencyRecord()).facts
  return inForceOn(plainDay(Date.now(), utcOffsetMinutes), services)
}

/** The version published last, also of a service that is closed; null for a code that no service has. */
export async function latestVersion(code: string): Promise<VersionedService | null> {
  const version = (await latestNumbers()).get(code)
  return version === undefined ? null : versionOf(code, version)
}

/** Of all services at once: a table names hundreds of them. */
function latestNumbers(): Promise<Map<string, number>> {
  return remembered('latest', 'current', async () => {
    const services = await Service.find().select({ code: 1, current: 1 }).lean()
    return new Map(services.map(({ code, current }) => [code, current]))
  })
}

/** A published version, for ever the same. Throws RangeError when there is none. */
export function versionOf(code: string, version: number): Promise<VersionedService> {
  return remembered(`service/${code}/${version}`, 'forever', async () => {
    const found = await ServiceVersion.findOne({ code, version }).lean()
    if (!found) throw new RangeError(`no service ${code} version ${version} is published`)
    const { definition, letters, messages } = found
    return { definition, letters, messages, version }
  })
}

/** Every service that takes applications, in the order of their codes. */
export async function openServices(): Promise<VersionedService[]> {
  const versions = await remembered('open', 'current', async () => {
    return inForce(await Service.find({ open: true }).sort({ code: 1 }).select({ code: 1, current: 1 }).lean())
  })
  return Promise.all([...versions].map(([code, version]) => versionOf(code, version)))
}

/** What a case of this version walks. */
export function flowOf(code: string, version: number): Promise<Flow> {
  return remembered(`flow/${code}/${version}`, 'forever', async () =>
    toFlow((await versionOf(code, version)).definition, version),
  )
}

/** The calendar in force, as it was at most a second ago, or `fresh`. Throws RangeError for a code that no calendar has. */
export async function calendarOf(code: string, how?: 'fresh'): Promise<CompiledCalendar> {
  const read = async () => {
    const latest = await CalendarVersion.findOne({ code }).sort({ version: -1 }).select({ version: 1 }).lean()
    return latest?.version ?? null
  }
  const version = await (how === 'fresh' ? read() : remembered(`calendar/${code}`, 'current', read))
  if (version === null) throw new RangeError(`no calendar ${code} is published`)
  return remembered(`calendar/${code}/${version}`, 'forever', async () => {
    const { calendar } = await CalendarVersion.findOne({ code, version }).orFail().lean()
    return compileCalendar(calendar)
  })
}

/** Who put a version of a calendar in force: an editor, or a pack that was loaded. */
export async function calendarBy(code: string, version: number): Promise<Actor> {
  const found = await CalendarVersion.findOne({ code, version }).select({ publishedBy: 1 }).orFail().lean()
  return found.publishedBy ? { kind: 'officer', id: found.publishedBy } : system
}

export type Office = {
  code: string
  name: string
  short: string
  place: string
  head: string
  letterhead: Letterhead & { crest: { svg: string } }
}

/** An agency, the village offices as a whole, or one of them by its region code. Throws RangeError for any other code. */
export async function officeOf(code: string): Promise<Office> {
  if (/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(code)) return villageOfficeOf(code)
  const { villages, facts, crest } = await regencyRecord()
  if (code === villages.code) {
    const { name, short, desa } = villages
    return {
      code,
      name,
      short,
      place: facts.name,
      head: desa.head,
      letterhead: { above: [], name, address: [facts.name], crest: { svg: crest } },
    }
  }
  const agency = await remembered(`agency/${code}`, 'current', () => AgencyModel.findOne({ code }).lean())
  if (!agency) throw new RangeError(`no agency ${code} is published`)
  const { name, short, place, head, letterhead } = agency
  return { code, name, short, place, head, letterhead: { ...letterhead, crest: { svg: crest } } }
}

/** What every agency is called, by code; the village offices as a whole among them. */
export function agencyNames(): Promise<Map<string, string>> {
  return remembered('agency-names', 'current', async () => namesBy(({ name }) => name))
}

/** The same in short, where there is a short name. */
export function shortAgencyNames(): Promise<Map<string, string>> {
  return remembered('short-agency-names', 'current', async () => namesBy(({ name, short }) => short || name))
}

async function namesBy(pick: (office: { name: string; short: string }) => string): Promise<Map<string, string>> {
  const { villages } = await regencyRecord()
  const agencies = await AgencyModel.find().select({ code: 1, name: 1, short: 1 }).lean()
  return new Map([villages, ...agencies].map((office) => [office.code, pick(office)]))
}

/** The office of a village, by its region code. Throws RangeError for one outside the regency. */
export async function villageOfficeOf(code: string): Promise<Office> {
  const { villages, crest } = await regencyRecord()
  const office = villageOffice(villages, await loadRegions(), code)
  return { code, ...office, letterhead: { ...office.letterhead, crest: { svg: crest } } }
}

/** Throws RangeError for a code that no village has. */
export async function village(code: string): Promise<Village> {
  return villageNamed(await loadRegions(), code)
}

/** The regency's own facts with its crest's SVG. Throws RangeError before a pack was loaded. */
export async function regencyFacts(): Promise<Regency & { crestSvg: string }> {
  const { facts, crest } = await regencyRecord()
  return { ...facts, crestSvg: crest }
}

/** What the regency holds itself to, in the pack's order. */
export async function keyFigures(): Promise<Kpi[]> {
  return (await regencyRecord()).kpis ?? []
}

async function regencyRecord(): Promise<RegencyRecord> {
  const record = await remembered('regency', 'current', () => RegencyModel.findOne().select({ shared: 0 }).lean())
  if (!record) throw new RangeError('no pack was loaded for this regency')
  return record
}

export async function servicePoints(): Promise<ServicePoint[]> {
  const all = await remembered('points', 'current', () =>
    ServicePointModel.find({ active: true }).sort({ code: 1 }).lean(),
  )
  return all.map(({ code, name, kind, address, hours, calendar, village: at, note }) => ({
    code,
    name,
    kind,
    address,
    hours,
    village: at,
    ...(calendar && { calendar }),
    ...(note && { note }),
  }))
}

/** What the activities ask of the catalogue (`Catalogue` in activities/deps.ts). Resolves once the regions are read. */
export async function publishedCatalogue() {
  const regions = await loadRegions()
  return {
    calendar: calendarOf,
    calendarBy,
    service: versionOf,
    current: currentVersion,
    office: officeOf,
    villageOffice: villageOfficeOf,
    village,
    regency: regencyFacts,
    lookups: (definition: ServiceDefinition) => ({
      region: (code: string) => regionTitle(regions, code),
      choice: (path: string, value: string) => choiceLabel(definition, path, value, 'id'),
    }),
  }
}
