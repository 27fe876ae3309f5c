import type { Logger } from 'pino'
import type { ServiceDefinition } from '../catalogue/service-schema.ts'
import type { Lookups } from '../documents/format-value.ts'
import type { Letterhead } from '../documents/letterhead.ts'
import type { Asked } from '../domain/authority/authority-at.ts'
import type { Actor } from '../domain/case/events.ts'
import type { LetterTemplate } from '../domain/letter.ts'
import type { AnyTrigger } from '../domain/service.ts'
import type { CompiledCalendar } from '../domain/working-time/index.ts'
import type { OutsideSystems } from '../integrations/outside/systems.ts'
import type { SigningProvider } from '../integrations/signing/signing.ts'
import type { MoneyDeps } from './payment/deps.ts'

type LocalText = { id: string; en: string }

/** A published service version with all it needs from the pack; immutable. */
export type PinnedService = {
  definition: ServiceDefinition
  letters: Record<string, LetterTemplate>
  messages: Partial<Record<AnyTrigger, { subject: LocalText; text: LocalText }>>
}

export type Office = {
  code: string
  name: string
  short: string
  /** Town its letters are dated at. */
  place: string
  head: string | null
  letterhead: Letterhead
}

export type Village = { code: string; name: string; district: string }

export type Regency = {
  code: string
  name: string
  portalName: string
  utcOffsetMinutes: number
  /** IANA name. */
  timeZone: string
  /** What a letter's footer says of electronic signatures. */
  legalNotes: string[]
}

/** The regency's data as published, within the regency of the context. */
export type Catalogue = {
  /** The version in force: as it was at most a second ago, or `fresh`. */
  calendar(code: string, how?: 'fresh'): Promise<CompiledCalendar>
  /** Who put this version of it in force. */
  calendarBy(code: string, version: number): Promise<Actor>
  service(code: string, version: number): Promise<PinnedService>
  /** The version in force; null for a service that is closed. */
  current(code: string): Promise<PinnedService | null>
  office(code: string): Promise<Office>
  villageOffice(village: string): Promise<Office>
  village(code: string): Promise<Village>
  regency(): Promise<Regency>
  /** Names of regions and of the form's choices, for letters. */
  lookups(definition: ServiceDefinition): Lookups
}

/**
 * `nik`: what the officer has told of themselves; BSrE knows signers by it. `position` begins with "Plh." or "Plt." where
 * they stand in for somebody, and `mandate` then says by which letter, as the document states it.
 */
export type Officer = {
  id: string
  name: string
  position: string
  nip: string | null
  nik: string | null
  rank: string | null
  mandate?: { id: string; text: string } | null
}

/** What activities say to the workflows of licences; Temporal's client lies above them, so it is brought along. */
export type Licences = {
  /** Starts its workflow; "already started" is success. Within the regency's context. */
  start(entry: string): Promise<void>
  /** Tells `entry` that another has taken its place; said twice it is heard once. */
  renewed(entry: string, renewal: string): Promise<void>
}

/** What activities say to the workflows of cases. */
export type Cases = {
  /** Has the case's workflow read its timeline up to `seq`; one that runs no more has nothing to read. */
  readOn(number: string, seq: number): Promise<void>
}

/** What the activities stand on; made once per process. */
export type CaseDeps = {
  catalogue: Catalogue
  /**
   * The officer as they sign so at this instant (UTC epoch ms).
   * @throws NoAuthority where they may not
   */
  officer(id: string, asked: Asked, at: number): Promise<Officer>
  /** An uploaded file's bytes; null when it is gone. */
  file(id: string): Promise<{ type: string; bytes: Uint8Array } | null>
  signing: SigningProvider
  /** Absent in a process that runs no cases: the sweeper then starts what it enters. */
  licences?: Licences
  /** Absent in a process that runs no cases. */
  cases?: Cases
  /** The systems that are not Lontar's, by the codes of `call` steps. */
  outside: OutsideSystems
  /** Where citizens reach the portal, without a slash at the end. */
  publicUrl: string
  /** Absent where no payment gateway is configured. */
  money?: MoneyDeps | null
  log: Logger
}
