import { z } from 'zod'
import { isPlausibleNik } from '../../domain/nik.ts'
import { roles } from '../../domain/service.ts'
import { Code, RegionCode, ShortText } from './common.ts'

/** Where a role is held: at an agency or in a village; catalogue editors and admins serve the whole regency. */
export const Membership = z.strictObject({
  role: z.enum(roles).exclude(['citizen']),
  agency: Code.optional(),
  village: RegionCode.optional(),
  servicePoint: Code.optional(),
})

/** Somebody for demonstrations; none of them is a real person. */
export const DemoPerson = z.strictObject({
  email: z.email(),
  name: z.string().trim().min(2).max(120),
  title: ShortText,
  home: z.enum(['portal', 'admin']),
  nik: z.string().refine(isPlausibleNik, 'must be a plausible NIK').optional(),
  phone: z
    .string()
    .regex(/^(\+62|62|0)8\d{8,11}$/, 'must be a mobile number')
    .optional(),
  village: RegionCode.optional(),
  /** None for a citizen. */
  memberships: z.array(Membership).max(10),
  /** As it stands under a signature. */
  position: z.string().trim().min(2).max(160).optional(),
  rank: z.string().trim().min(2).max(80).optional(),
  nip: z
    .string()
    .regex(/^\d{18}$/, 'must be 18 digits')
    .optional(),
})
export type DemoPerson = z.infer<typeof DemoPerson>

export const DemoPeople = z.strictObject({ people: z.array(DemoPerson).max(100) })
