import type { LocalText } from '../../contracts/common.ts'
import type { RowOutcome } from '../../models/job/lease.ts'
import { refusalProblem } from '../errors/refusals.ts'

/** Why the rest of a tray was left alone. */
export const stops = {
  'signing-wrong-secret': {
    id: 'Belum dicoba, karena frasa sandi ditolak pada dokumen sebelumnya.',
    en: 'Not attempted: the passphrase was refused on a document before.',
  },
  'signing-unregistered': {
    id: 'Belum dicoba, karena sertifikat elektronik Anda tidak ditemukan.',
    en: 'Not attempted: you have no electronic certificate.',
  },
  'signing-expired': {
    id: 'Belum dicoba, karena sertifikat elektronik Anda sudah habis masa berlakunya.',
    en: 'Not attempted: your electronic certificate has expired.',
  },
  'signing-revoked': {
    id: 'Belum dicoba, karena sertifikat elektronik Anda sudah dicabut.',
    en: 'Not attempted: your electronic certificate has been revoked.',
  },
  'signing-unavailable': {
    id: 'Belum dicoba, karena layanan tanda tangan elektronik sedang tidak melayani.',
    en: 'Not attempted: the electronic signing service is closed at the moment.',
  },
  'signing-silent': {
    id: 'Belum dicoba, karena layanan tanda tangan elektronik berulang kali tidak menjawab.',
    en: 'Not attempted: the electronic signing service did not answer several times.',
  },
  'signing-too-long': {
    id: 'Belum dicoba, karena frasa sandi hanya disimpan beberapa menit. Masukkan sekali lagi.',
    en: 'Not attempted: the passphrase is kept for a few minutes only. Enter it once more.',
  },
  'signing-interrupted': {
    id: 'Belum dicoba, karena server terhenti di tengah jalan. Tanda tangani sekali lagi.',
    en: 'Not attempted: the server stopped halfway. Sign once more.',
  },
} as const satisfies Record<string, LocalText>
export type Stop = keyof typeof stops

export const isStop = (code: string | null): code is Stop => code !== null && code in stops

/** A row that nothing was done about. */
export const skipped = (code: Stop): RowOutcome => ({ state: 'skipped', code, message: stops[code] })

/** A row whose signature may or may not have been made: the task is open again, under the same number. */
export const unknown = (): RowOutcome => attempted('signing-unknown')

/** A row whose attempt ended so, in the words of the single decision. */
export function attempted(code: string): RowOutcome {
  const problem = refusalProblem(code)
  if (!problem) throw new RangeError(`${code} is no refusal`)
  const message = problem.detail ?? problem.title
  return { state: code === 'signing-unknown' ? 'unknown' : 'refused', code, message }
}
