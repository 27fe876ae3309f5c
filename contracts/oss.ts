import { z } from 'zod'
import { isOssStatus } from '../domain/outside/oss-status.ts'

const text = (max: number) => z.string().trim().max(max)
export const Nib = z.string().regex(/^\d{13}$/, 'must be 13 digits')
const OssDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}([ T].*)?$/, 'must begin with a date, YYYY-MM-DD')
  .transform((value) => value.slice(0, 10))
  .pipe(z.iso.date())

/**
 * What is read of OSS's `dataNIB`, in its own words (oss-rba.github.io, receiveNIB 4.3.22). The documented message has some
 * two hundred fields more; they are let through and not kept.
 */
export const DataNib = z
  .object({
    nib: Nib,
    tgl_terbit_nib: OssDate,
    oss_id: text(25).min(1),
    /** Of the NIB itself: by it OSS gives the signed file. */
    id_izin: text(25).optional(),
    /** Region code in ten digits, `3510000000`. */
    kd_daerah: z.string().regex(/^\d{10}$/, 'must be 10 digits'),
    flag_umk: text(1).optional(),
    skala_usaha: text(2).optional(),
    penanggung_jwb: z
      .array(z.object({ no_identitas_penanggung_jwb: text(100) }))
      .max(50)
      .optional(),
    data_proyek: z
      .array(
        z.object({
          id_proyek: text(25).min(1),
          kbli: z.string().regex(/^\d{5}$/, 'must be 5 digits'),
          skala_resiko: text(2).optional(),
          no_identitas_pj: text(100).optional(),
        }),
      )
      .min(1)
      .max(500),
    data_checklist: z
      .array(z.object({ id_izin: text(25).min(1), kd_izin: text(12).min(1), id_proyek: text(25).optional() }))
      .max(2000)
      .optional(),
  })
  .meta({ id: 'OssDataNib' })
export type DataNib = z.infer<typeof DataNib>

export const ReceiveNib = z.strictObject({ dataNIB: DataNib }).meta({ id: 'OssReceiveNib' })

/** OSS reads `status`: "1" kept, "2" not. */
export const ReceiveNibReply = z
  .object({ responreceiveNIB: z.object({ status: z.enum(['1', '2']), keterangan: z.string() }) })
  .meta({ id: 'OssReceiveNibReply' })
export type ReceiveNibReply = z.infer<typeof ReceiveNibReply>

/** Local time of the region, as in `IZINSTATUS`. */
const OssInstant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, 'must be YYYY-MM-DD HH:MM:SS')
  .refine((value) => !Number.isNaN(Date.parse(`${value.replace(' ', 'T')}Z`)), 'must be an instant')

/**
 * A change of status that OSS tells a region. OSS documents none (oss-rba.github.io, June 2024): a region tells it by
 * `receiveLicenseStatus` and asks by `checkLicenseStatus` for an `id_izin`, which whoever still waits for a NIB has not got.
 * This is the documented `IZINSTATUS` the other way round, with the holder and the field of business by which `receiveNIB`
 * names its subject. Further fields are let through and not kept.
 */
export const IzinStatusTold = DataNib.pick({ kd_daerah: true, penanggung_jwb: true, data_proyek: true })
  .extend({ kd_status: z.string().refine(isOssStatus, 'must be a status of OSS'), tgl_status: OssInstant })
  .meta({ id: 'OssIzinStatus' })
export type IzinStatusTold = z.infer<typeof IzinStatusTold>

export const ReceiveStatus = z.strictObject({ IZINSTATUS: IzinStatusTold }).meta({ id: 'OssReceiveStatus' })

/** The documented reply of `receiveLicenseStatus`. */
export const ReceiveStatusReply = z
  .object({ responreceiveLicenseStatus: z.object({ kode: z.int(), keterangan: z.string() }) })
  .meta({ id: 'OssReceiveStatusReply' })
export type ReceiveStatusReply = z.infer<typeof ReceiveStatusReply>
