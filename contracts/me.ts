import { z } from 'zod'
import { mandateKinds } from '../domain/authority/mandate.ts'
import { roles } from '../domain/service.ts'
import { Code, Id, Instant, LocalText } from './common.ts'

/** Somebody else's office that the person stands in for at this moment. */
export const MyMandate = z.object({
  id: Id,
  kind: z.enum(mandateKinds),
  /** As it stands under a signature, "Plh. Kepala Dinas …". */
  position: z.string(),
  until: Instant,
  letter: z.object({ number: z.string(), date: z.iso.date() }),
})

export const Membership = z.object({
  role: z.enum(roles),
  agency: Code.nullable(),
  agencyName: z.string().nullable(),
  village: z.string().nullable(),
  servicePoint: Code.nullable(),
})

/** `GET /api/me`: who is signed in and what they may see; `abilities` are CASL's packed rules for hiding, never for trusting. */
export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    memberships: z.array(Membership),
    mandates: z.array(MyMandate),
    profile: z
      .object({ nik: z.string(), name: z.string(), phone: z.string(), email: z.string(), village: z.string() })
      .partial(),
    abilities: z.array(z.unknown()),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

/** `hours` such as `08:00-14:00`, empty where it is closed; `closed` what closes it, where that has a name. */
export const OpeningDay = z.object({ date: z.iso.date(), hours: z.array(z.string()), closed: LocalText.nullable() })
export type OpeningDay = z.infer<typeof OpeningDay>

/** `GET /api/regency`: public face of the tenant the host names. */
export const Regency = z
  .object({
    code: Code,
    name: z.string(),
    /** Region code, `35.10`. */
    region: z.string(),
    utcOffsetMinutes: z.int(),
    timeZoneName: z.string(),
    portalName: z.string(),
    tagline: LocalText,
    crest: z.string(),
    colour: z.string(),
    contact: z.object({ address: z.string(), phone: z.string(), email: z.string(), hours: LocalText }),
    demo: z.boolean(),
    servicePoints: z.array(
      z.object({
        code: Code,
        name: z.string(),
        kind: z.string(),
        address: z.string(),
        hours: LocalText,
        /** The calendar of its opening days, one of `openings`; null where it has only its words. */
        calendar: Code.nullable(),
      }),
    ),
    /** The next fortnight by each calendar that a service point names, from today in the regency's own day. */
    openings: z.array(z.object({ calendar: Code, days: z.array(OpeningDay) })),
  })
  .meta({ id: 'Regency' })
export type Regency = z.infer<typeof Regency>

/** `GET /api/demo/people`: one-click sign-in, only where DEMO is on. */
export const DemoPerson = z
  .object({
    email: z.string(),
    name: z.string(),
    title: LocalText,
    password: z.string(),
    home: z.enum(['portal', 'admin']),
  })
  .meta({ id: 'DemoPerson' })
export type DemoPerson = z.infer<typeof DemoPerson>
