import { z } from 'zod'
import { checkNumbering } from '../../domain/numbering.ts'
import { Code, LongText, RegionCode, ShortText } from './common.ts'
import { Numbering } from './documents.ts'

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "20:00"')
const line = z.string().trim().min(1).max(200)

/** The regency's own face and facts, `regency.json`. */
export const Regency = z.strictObject({
  code: Code,
  name: line,
  region: RegionCode,
  /** Host names under which its portal and back office are reached; the first is the one in links. */
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]+$/, 'must be a host name, without https and port'))
    .min(1)
    .max(20),
  utcOffsetMinutes: z.int().min(-720).max(840),
  /** What people call the zone, "WIB". */
  timeZoneName: line,
  /** IANA name, for libraries. */
  timeZone: z.string().regex(/^[A-Za-z]+\/[A-Za-z_]+$/, 'must be an IANA zone such as "Asia/Jakarta"'),
  /** Working time of every office that names no calendar of its own. */
  calendar: Code.optional(),
  portalName: line,
  tagline: ShortText,
  /** An SVG file beside this one. */
  crest: z.string().regex(/^[a-z0-9-]+\.svg$/, 'must be the name of an .svg file in the pack'),
  crestNote: LongText,
  colour: z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour such as "#0b6e4f"'),
  contact: z.strictObject({ address: line, phone: line, email: line, hours: ShortText }),
  /** The footer of signed letters: what an electronic signature means. */
  legalNotes: z.array(line).min(1).max(4),
  /** Local times between which messages that a clock alone causes wait, `{"from": "20:00", "until": "06:00"}`. */
  quietHours: z.strictObject({ from: TimeOfDay, until: TimeOfDay }).optional(),
  /** Numbers of applications, `BWI-2026-000123`; unlike documents' numbers they may have gaps. */
  applicationNumbering: Numbering.superRefine((numbering, context) => {
    for (const message of checkNumbering(numbering)) context.addIssue({ code: 'custom', message })
  }),
})
export type Regency = z.infer<typeof Regency>
