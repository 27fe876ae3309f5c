import { z } from 'zod'
import { roles } from '../../domain/service.ts'
import { Code, LongText, limits, RegionCode, ShortText } from './common.ts'
import { WrittenStandard } from './standard.ts'

const line = z.string().trim().min(1).max(200)

/** Kop surat: lines above the office's name, the name, and its address. */
export const Letterhead = z.strictObject({
  above: z.array(line).max(4),
  name: line,
  address: z.array(line).min(1).max(4),
})
export type Letterhead = z.infer<typeof Letterhead>

const office = {
  name: line,
  short: z.string().trim().min(1).max(40),
  /** Roles that are staffed here: a step may wait on no other. */
  desks: z.array(z.enum(roles).exclude(['citizen'])).min(1),
  standard: WrittenStandard,
  /** Its working time; without one, the regency's. */
  calendar: Code.optional(),
}

export const Agency = z.strictObject({
  code: Code,
  ...office,
  /** Town its letters are dated at. */
  place: line,
  letterhead: Letterhead,
  /** Position of its head as it stands on letters. */
  head: line,
})
export type Agency = z.infer<typeof Agency>

const VillageKind = z.strictObject({
  /** "Desa", "Kelurahan". */
  title: line,
  head: line,
  /** `{name}` and `{district}` stand for the village's and its district's; in capitals they are written so. */
  letterhead: Letterhead,
})

/** All village offices of the regency at once; the villages come from the library of regions. */
export const VillageOffices = z.strictObject({
  code: Code,
  ...office,
  within: RegionCode,
  desa: VillageKind,
  kelurahan: VillageKind,
})
export type VillageOffices = z.infer<typeof VillageOffices>

export const Agencies = z.strictObject({
  agencies: z.array(Agency).min(1).max(200),
  villages: VillageOffices,
})

export const servicePointKinds = ['mpp', 'public-market', 'lounge', 'village-office', 'kiosk', 'outreach'] as const

export const ServicePoint = z.strictObject({
  code: Code,
  name: line,
  kind: z.enum(servicePointKinds),
  address: line,
  /** In words, as a sign at its door. */
  hours: ShortText,
  /** Says on which days it opens, and when not; it counts no clock. */
  calendar: Code.optional(),
  /** Region code of the village it stands in. */
  village: RegionCode,
  note: LongText.optional(),
})
export type ServicePoint = z.infer<typeof ServicePoint>

export const ServicePoints = z.strictObject({ servicePoints: z.array(ServicePoint).max(limits.choices) })
