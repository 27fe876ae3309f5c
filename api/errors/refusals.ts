import type { LocalText } from '../../contracts/common.ts'
import type { RefusalCode } from '../../domain/case/actions.ts'
import { refusals } from '../../domain/case/actions.ts'
import { type ApiProblem, conflict, invalidField } from './problems.ts'

/** What a case says to an act it cannot take now. */
const texts: Record<RefusalCode, LocalText> = {
  'case-closed': { id: 'Permohonan ini sudah selesai.', en: 'This application is closed.' },
  'case-busy': {
    id: 'Permohonan ini sedang ditandatangani atau diterbitkan. Coba lagi sebentar lagi.',
    en: 'This application is being signed or issued. Try again shortly.',
  },
  'not-returned': { id: 'Permohonan ini tidak menunggu perbaikan.', en: 'This application awaits no correction.' },
  'not-allowed-now': {
    id: 'Tindakan ini tidak tersedia pada tahap sekarang.',
    en: 'This cannot be done at the present stage.',
  },
  'task-unknown': { id: 'Tugas ini tidak ada.', en: 'There is no such task.' },
  'task-not-open': {
    id: 'Tugas ini sudah diputuskan atau ditutup.',
    en: 'This task has been decided or closed already.',
  },
  'task-assigned-to-other': { id: 'Tugas ini sedang dipegang petugas lain.', en: 'Another officer holds this task.' },
  'task-not-claimed': { id: 'Ambil tugas ini dahulu.', en: 'Claim this task first.' },
  'decision-not-offered': {
    id: 'Keputusan ini tidak tersedia untuk tugas ini.',
    en: 'This task does not offer that decision.',
  },
  'case-open': { id: 'Permohonan ini masih berjalan.', en: 'This application is still under way.' },
  'signature-missing': {
    id: 'Keputusan ini harus ditandatangani.',
    en: 'This decision has to be signed.',
  },
  'step-unknown': { id: 'Langkah ini tidak ada pada permohonan ini.', en: 'This application has no such step.' },
  'step-known': { id: 'Langkah dengan kode ini sudah ada.', en: 'There is a step of that code already.' },
  'step-passed': {
    id: 'Permohonan sudah melewati langkah ini.',
    en: 'The application is past that step already.',
  },
  'visit-not-scheduled': {
    id: 'Jadwalkan kunjungan pemeriksaan dahulu.',
    en: 'Schedule the inspection first.',
  },
  'visit-not-arrived': {
    id: 'Catat dahulu kedatangan Anda di lokasi pemeriksaan.',
    en: 'Record your arrival at the place first.',
  },
  'visit-over': { id: 'Kunjungan ini sudah dilakukan.', en: 'This visit has taken place already.' },
  'bill-unknown': { id: 'Tagihan ini tidak ada.', en: 'There is no such bill.' },
  'bill-not-open': {
    id: 'Tagihan ini sudah dibayar atau dibatalkan.',
    en: 'This bill has been paid or cancelled already.',
  },
  'document-not-ready': {
    id: 'Dokumen tidak dapat dibuat dari data ini. Periksa isian dan fotonya, lalu coba lagi.',
    en: 'The document cannot be made of this data. Check answers and photos, then try again.',
  },
  'entry-not-valid': {
    id: 'Izin ini sedang tidak dapat diubah dengan tindakan ini.',
    en: 'This licence does not take this act as it stands.',
  },
  'entry-not-suspended': { id: 'Izin ini tidak sedang dibekukan.', en: 'This licence is not suspended.' },
  'entry-ended': {
    id: 'Izin ini sudah berakhir, dicabut, atau digantikan.',
    en: 'This licence has expired, was revoked, or was superseded.',
  },
  'entry-busy': {
    id: 'Pencabutan izin ini sedang ditandatangani. Coba lagi sebentar lagi.',
    en: 'The revocation of this licence is being signed. Try again shortly.',
  },
  'entry-asks-no-report': { id: 'Izin ini tidak mewajibkan laporan.', en: 'This licence asks for no reports.' },
  'entry-no-report-due': {
    id: 'Semua laporan sudah diterima. Laporan berikutnya belum ditunggu.',
    en: 'Every report has come in. The next one is not awaited yet.',
  },
  'entry-until-passed': {
    id: 'Tanggal akhir pembekuan harus di masa depan.',
    en: 'The suspension must end in the future.',
  },
}

const isRefusal = (code: string): code is RefusalCode => (refusals as readonly string[]).includes(code)

/** The problem for a code that came back from a workflow; undefined for codes that are not refusals. */
export function refusalProblem(code: string): ApiProblem | undefined {
  if (isRefusal(code)) return conflict(code, texts[code])
  if (code.startsWith('signing-')) return signingProblem(code)
  return undefined
}

/** Signing gave the task back (design rule 5): the same number waits for the next attempt. */
function signingProblem(code: string): ApiProblem {
  switch (code) {
    case 'signing-missing':
      return invalidField('signing', code, { id: 'Frasa sandi wajib diisi.', en: 'The passphrase is required.' })
    case 'signing-wrong-secret':
      return invalidField('signing.passphrase', code, { id: 'Frasa sandi salah.', en: 'The passphrase is wrong.' })
    case 'signing-unregistered':
      return conflict(code, {
        id: 'Anda belum memiliki sertifikat elektronik untuk NIK di profil Anda. Periksa NIK Anda, lalu hubungi pengelola tanda tangan elektronik di kantor Anda.',
        en: "There is no electronic certificate for the NIK in your profile. Check your NIK, then turn to your office's administrator of electronic signatures.",
      })
    case 'signing-expired':
      return conflict(code, {
        id: 'Masa berlaku sertifikat elektronik Anda sudah habis. Perbarui dahulu; dokumen ini menunggu dengan nomor yang sama.',
        en: 'Your electronic certificate has expired. Renew it first; this document waits under the same number.',
      })
    case 'signing-revoked':
      return conflict(code, {
        id: 'Sertifikat elektronik Anda sudah dicabut. Hubungi pengelola tanda tangan elektronik di kantor Anda.',
        en: "Your electronic certificate has been revoked. Turn to your office's administrator of electronic signatures.",
      })
    case 'signing-mandate-ended':
      return conflict(code, {
        id: 'Mandat Plh/Plt Anda sudah berakhir. Dokumen ini tidak Anda tandatangani; nomornya tetap menunggu pejabat yang berwenang.',
        en: 'Your mandate as a stand-in has ended. You did not sign this document; its number waits for whoever has authority.',
      })
    case 'signing-mandate-not-begun':
      return conflict(code, {
        id: 'Mandat Plh/Plt Anda belum mulai berlaku. Tandatangani pada atau setelah tanggal mulainya.',
        en: 'Your mandate as a stand-in has not begun. Sign on or after the day it begins.',
      })
    case 'signing-outside-mandate':
      return conflict(code, {
        id: 'Surat perintah Plh/Plt Anda tidak mencakup tindakan ini untuk layanan ini. Tindakan ini tetap pada pejabat definitif.',
        en: 'The letter of your mandate does not cover this act for this service. It stays with the official.',
      })
    case 'signing-no-authority':
      return conflict(code, {
        id: 'Pada saat ini Anda tidak memegang jabatan yang menandatangani dokumen ini. Tidak ada yang ditandatangani.',
        en: 'At this moment you hold no office that signs this document. Nothing was signed.',
      })
    case 'signing-unavailable':
      return conflict(code, {
        id: 'Layanan tanda tangan elektronik sedang tidak melayani. Belum ada yang ditandatangani; nomornya tetap. Coba lagi nanti.',
        en: 'The electronic signing service is closed at the moment. Nothing was signed; the number stays. Try again later.',
      })
    default:
      return conflict(code, {
        id: 'Hasil penandatanganan belum diketahui. Nomornya tetap; tanda tangani sekali lagi.',
        en: 'The outcome of signing is unknown. The number stays; sign again.',
      })
  }
}
