import { z } from 'zod'
import { nikPattern } from '../domain/nik.ts'
import { Phone } from './applications.ts'
import { VillageCode } from './common.ts'

/** 16 digits with a birth date and a serial that can be; where somebody lives now is never read from it. */
export const PlausibleNik = z
  .string()
  .trim()
  .regex(/^\d{16}$/)
  .refine((nik) => !/^\d{16}$/.test(nik) || new RegExp(nikPattern).test(nik), {
    params: {
      id: 'memuat tanggal lahir atau nomor urut yang tidak mungkin; periksa sekali lagi pada KTP',
      en: 'holds a birth date or serial that cannot be; check it against the identity card',
    },
  })

/** `PUT /api/me/profile`: what is given is kept, null empties it, what is absent stays. */
export const ProfileChanges = z
  .strictObject({
    name: z.string().trim().min(2).max(120).nullable(),
    nik: PlausibleNik.nullable(),
    phone: Phone.nullable(),
    village: VillageCode.nullable(),
  })
  .partial()
  .meta({ id: 'ProfileChanges' })
export type ProfileChanges = z.infer<typeof ProfileChanges>

/** `GET /api/regions?parent=35.10`: the regions right below, in the order of their codes; the provinces without a parent. */
export const Region = z.object({ code: z.string(), name: z.string() }).meta({ id: 'Region' })
export type Region = z.infer<typeof Region>
