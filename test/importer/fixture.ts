import type { ImportRowInput } from '../../importer/rows/row.ts'

/** `2026-11-18 13:59` in WIB as an instant. */
export const wib = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+07:00`)

export const midwife: ImportRowInput['applicant'] = {
  name: 'Sri Rahayu',
  nik: '3510135408910001',
  village: '35.10.13.2013',
}

export const midwifeAnswers = {
  jenisPermohonan: 'baru',
  sipKe: 'pertama',
  tempatLahir: 'Banyuwangi',
  tanggalLahir: '1991-08-14',
  alamat: 'Dusun Krajan RT 1 RW 2, Rogojampi',
  pendidikan: 'd3',
  nomorStr: 'STR-000001',
  tanggalStr: '2020-01-05',
  jenisStr: 'seumur-hidup',
  jenisTempat: 'mandiri',
  namaTempat: 'Praktik Mandiri Bidan Sri',
  alamatPraktik: 'Jalan Raya 1, Rogojampi',
  desaPraktik: '35.10.13.2013',
  jadwal: 'Senin–Sabtu 16.00–20.00',
  benar: true,
}

/** A midwife's licence that was filed on Monday 2 November 2026 and went its whole way. */
export function licenceRow(changes: Partial<ImportRowInput> = {}): ImportRowInput {
  return {
    service: 'sip-bidan',
    reference: 'LAMA-1',
    applicant: midwife,
    filedAt: '2026-11-02 09:00',
    answers: midwifeAnswers,
    steps: [
      { act: 'approve', step: 'kelengkapan', at: '2026-11-02 11:00', officer: 'verifikator@demo.test' },
      { act: 'approve', step: 'verifikasi', at: '2026-11-03 10:00', officer: 'verifikator@demo.test' },
      { act: 'approve', step: 'rekomendasi', at: '2026-11-04 10:00', officer: 'teknis@demo.test' },
      { act: 'approve', step: 'validasi', at: '2026-11-05 09:00', officer: 'kabid@demo.test' },
      { act: 'sign', step: 'tanda-tangan', at: '2026-11-05 14:00', officer: 'kadis@demo.test' },
    ],
    status: 'approved',
    document: { number: '503/0012/SIPB/35.10/XI/2026' },
    ...changes,
  }
}
