import { toFlow } from '../catalogue/compile/flow.ts'
import { loadRegions, type Regions } from '../catalogue/regions.ts'
import type { ServiceDefinition } from '../catalogue/service-schema.ts'
import { type LetterTemplate, placeholdersOf } from '../domain/letter.ts'
import type { Numbering } from '../domain/numbering.ts'
import { clocksIn, type Flow } from '../domain/service.ts'
import type { CompiledCalendar } from '../domain/working-time/index.ts'

/** A service as cases are taken over into it: its current version. */
export type ServiceWorld = {
  definition: ServiceDefinition
  version: number
  /** Without messages: nobody is told of what lies behind. */
  silent: Flow
  /** Code of the document that the owner's system issues. */
  external: string | null
  /** Required documents that a letter of the service shows, and cannot be written without. */
  shown: Set<string>
}

/** Everything rows are checked against, read once, so that checking them asks nobody. */
export type ImportWorld = {
  regency: { region: string; utcOffsetMinutes: number; applicationNumbering: Numbering }
  services: Map<string, ServiceWorld>
  calendars: Map<string, CompiledCalendar>
  points: Set<string>
  /** Accounts by e-mail in small letters. */
  accounts: Map<string, string>
  regions: Regions
  now: number
}

type Versioned = { definition: ServiceDefinition; letters: Record<string, LetterTemplate>; version: number }

export type WorldSource = {
  regency(): Promise<ImportWorld['regency']>
  /** Every service that takes applications, in its current version. */
  services(): Promise<Versioned[]>
  calendar(code: string): Promise<CompiledCalendar>
  points(): Promise<{ code: string }[]>
  /** Accounts of these e-mails; unknown ones are absent. */
  accounts(emails: string[]): Promise<Map<string, string>>
}

/** The world of the regency in whose context it is called. */
export async function readWorld(source: WorldSource, emails: string[], now = Date.now()): Promise<ImportWorld> {
  const services = new Map((await source.services()).map((each) => [each.definition.code, serviceWorld(each)]))
  const codes = new Set(
    [...services.values()].flatMap(({ silent }) => clocksIn(silent).map(({ calendar }) => calendar)),
  )
  const calendars = new Map<string, CompiledCalendar>()
  for (const code of codes) calendars.set(code, await source.calendar(code))
  const [regency, points, accounts, regions] = await Promise.all([
    source.regency(),
    source.points(),
    source.accounts(emails),
    loadRegions(),
  ])
  return { regency, services, calendars, points: new Set(points.map(({ code }) => code)), accounts, regions, now }
}

function serviceWorld({ definition, letters, version }: Versioned): ServiceWorld {
  const external = definition.documents.find(({ kind }) => kind === 'external')?.code ?? null
  const own = definition.documents.flatMap((document) => ('letter' in document ? [letters[document.letter]] : []))
  const shown = own
    .flatMap((letter) => (letter ? placeholdersOf(letter) : []))
    .filter((path) => path.startsWith('documents.'))
  const silent = { ...toFlow(definition, version), messages: [] }
  return { definition, version, silent, external, shown: new Set(shown.map((path) => path.slice('documents.'.length))) }
}
