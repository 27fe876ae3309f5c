import type { LocalText } from '../../contracts/common.ts'

/** How people call the fields of the API's requests; a field that is not here is named as it is written. */
const names: Record<string, LocalText> = {
  account: { id: 'Akun', en: 'Account' },
  agency: { id: 'Perangkat daerah', en: 'Agency' },
  answers: { id: 'Isian formulir', en: 'Form answers' },
  applicant: { id: 'Pemohon', en: 'Applicant' },
  channel: { id: 'Saluran', en: 'Channel' },
  code: { id: 'Kode', en: 'Code' },
  consent: { id: 'Persetujuan', en: 'Consent' },
  data: { id: 'Data keputusan', en: 'Decision data' },
  decision: { id: 'Keputusan', en: 'Decision' },
  deficiencies: { id: 'Daftar kekurangan', en: 'List of deficiencies' },
  documents: { id: 'Berkas persyaratan', en: 'Required documents' },
  email: { id: 'Alamat e-mail', en: 'E-mail address' },
  file: { id: 'Berkas', en: 'File' },
  filter: { id: 'Saringan', en: 'Filter' },
  manner: { id: 'Cara persetujuan', en: 'Manner of consent' },
  message: { id: 'Keterangan', en: 'Message' },
  name: { id: 'Nama', en: 'Name' },
  nik: { id: 'NIK', en: 'NIK' },
  note: { id: 'Catatan', en: 'Note' },
  number: { id: 'Nomor', en: 'Number' },
  officer: { id: 'Petugas', en: 'Officer' },
  passphrase: { id: 'Frasa sandi', en: 'Passphrase' },
  password: { id: 'Kata sandi', en: 'Password' },
  phone: { id: 'Nomor telepon', en: 'Phone number' },
  proxy: { id: 'Keterangan kuasa', en: 'Proxy' },
  purpose: { id: 'Keperluan', en: 'Purpose' },
  range: { id: 'Rentang', en: 'Range' },
  reason: { id: 'Alasan', en: 'Reason' },
  relation: { id: 'Hubungan', en: 'Relation' },
  service: { id: 'Layanan', en: 'Service' },
  servicePoint: { id: 'Titik layanan', en: 'Service point' },
  signing: { id: 'Penandatanganan', en: 'Signing' },
  sort: { id: 'Urutan', en: 'Sort order' },
  status: { id: 'Status', en: 'Status' },
  target: { id: 'Sasaran', en: 'Target' },
  village: { id: 'Desa/kelurahan', en: 'Village' },
  witness: { id: 'Saksi', en: 'Witness' },
}

/** The words for the last named part of a path: `applicant.nik` is the NIK, `documents.0.file` the file. */
export function fieldName(path: readonly PropertyKey[]): LocalText {
  const last = path.filter((part) => typeof part === 'string').at(-1)
  if (last === undefined) return { id: 'Isi permintaan', en: 'The request body' }
  return (Object.hasOwn(names, last) ? names[last] : undefined) ?? { id: `Isian "${last}"`, en: `Field "${last}"` }
}
