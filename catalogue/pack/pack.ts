import type { z } from 'zod'
import type { LetterTemplate } from '../../domain/letter.ts'
import type { Calendar, WrittenCalendar } from '../../domain/working-time/index.ts'
import type { Kpi } from '../schema/kpis.ts'
import type { SharedMessages } from '../schema/messages.ts'
import type { Agency, ServicePoint, VillageOffices } from '../schema/offices.ts'
import type { DemoPerson } from '../schema/people.ts'
import type { Regency } from '../schema/regency.ts'
import type { ServiceDefinition } from '../service-schema.ts'

/** Everything one folder of `packs/` says, parsed. */
export type Pack = {
  regency: Regency
  /** The crest's SVG text. */
  crest: string
  agencies: Agency[]
  villages: VillageOffices
  servicePoints: ServicePoint[]
  /** Whole, as they are counted with. */
  calendars: Calendar[]
  /** As they are written: those that extend another say only what differs. */
  writtenCalendars: WrittenCalendar[]
  letters: LetterTemplate[]
  messages: z.infer<typeof SharedMessages>
  services: ServiceDefinition[]
  /** What the regency holds itself to; empty where the pack says nothing of it. */
  kpis: Kpi[]
  people: DemoPerson[]
}

/** A pack's file for each part; those in folders are one file an entry, named as its code. */
export const packFiles = {
  regency: 'regency.json',
  agencies: 'agencies.json',
  servicePoints: 'service-points.json',
  messages: 'messages.json',
  kpis: 'kpis.json',
  people: 'demo/people.json',
  calendars: 'calendars',
  letters: 'letters',
  services: 'services',
} as const
