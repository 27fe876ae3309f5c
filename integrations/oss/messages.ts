import { z } from 'zod'
import type { OssStatus } from '../../domain/outside/oss-status.ts'

/** A licence as OSS knows it; ids are OSS's own. */
export type OssLicence = { nib: string; id_proyek: string; oss_id: string; id_izin: string; kd_izin: string }

/** A change of status, `receiveLicenseStatus`. `tgl_status` is local time, `YYYY-MM-DD HH:MM:SS`. */
export type IzinStatus = OssLicence & {
  kd_instansi: string
  kd_status: OssStatus
  tgl_status: string
  nip_status: string
  nama_status: string
  keterangan: string
}

/** A licence as issued, `receiveLicense`. `jenis_perizinan`: 02 izin, 04 sertifikat standar, K03 PB-UMKU. */
export type IzinFinal = OssLicence & {
  kd_daerah: string
  nomor_izin: string
  tgl_terbit_izin: string
  tgl_berlaku_izin: string
  nama_ttd: string
  nip_ttd: string
  jabatan_ttd: string
  status_izin: OssStatus
  file_izin: string
  keterangan: string
  jenis_perizinan: '02' | '04' | 'K03'
}

/** OSS says 200 as a number here and as a string there. */
const kode = z.union([z.number(), z.string()]).transform(Number)

/** Every reply lies in an envelope of its own name; some carry the code as `kode`, others as `status`. */
export const Envelope = z
  .object({
    kode: kode.optional(),
    status: kode.optional(),
    keterangan: z.string().default(''),
    dataNIB: z.unknown().optional(),
    dataIZIN: z.unknown().optional(),
    url_file_ds: z.unknown().optional(),
  })
  .transform(({ kode, status, ...rest }) => ({ ...rest, kode: kode ?? status ?? 0 }))
export type Envelope = z.output<typeof Envelope>

/** Not found comes as code 400 with these words. */
export const saysNotFound = ({ kode, keterangan }: Envelope) =>
  kode === 404 || (kode === 400 && /tidak ditemukan/i.test(keterangan))
