import { z } from 'zod'

/**
 * SIMBG has no public API. This is the narrow interface that a regency's own adapter to it speaks with Lontar, HTTP and
 * JSON, bearer key; see docs/how-to/connect-an-outside-system.md. `kunci` is Lontar's key of the filing.
 */
export const Permohonan = z.strictObject({
  kunci: z.string().min(1).max(160),
  jenis: z.literal('terbit-pbg'),
  nomor_permohonan: z.string().min(1).max(80),
  pemohon: z.strictObject({
    nama: z.string(),
    nik: z.string().regex(/^\d{16}$/),
    telepon: z.string().optional(),
    surel: z.string().optional(),
  }),
  /** The answers of the form, by the names of its fields. */
  data_teknis: z.record(z.string(), z.unknown()),
  /** Each was sent before, under its digest. */
  berkas: z.array(
    z.strictObject({
      kode: z.string(),
      nama: z.string(),
      jenis: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})
export type Permohonan = z.infer<typeof Permohonan>

/** Whole rupiah that the applicant has paid. */
export const Retribusi = z.strictObject({ jumlah: z.int().min(0) })

export const Keadaan = z.object({
  nomor_registrasi: z.string().min(1).max(80),
  status: z.enum(['diproses', 'terbit', 'ditolak']),
  nomor_pbg: z.string().min(1).max(80).optional(),
  tanggal_terbit: z.iso.date().optional(),
  alasan: z.string().max(2000).optional(),
})
export type Keadaan = z.infer<typeof Keadaan>
