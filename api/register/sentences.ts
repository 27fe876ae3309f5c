import type { LocalText } from '../../contracts/common.ts'
import { longDate } from '../../domain/indonesian-time.ts'
import type { EntryEvent } from '../../domain/register/events.ts'

const text = (id: string, en: string): LocalText => ({ id, en })

/** What happened to a licence, in a plain sentence; reasons lie beside it. */
export function entrySentence(event: EntryEvent, utcOffsetMinutes: number): LocalText {
  const idDate = (at: number) => longDate(at, utcOffsetMinutes)
  const enDate = (at: number) =>
    new Date(at + utcOffsetMinutes * 60_000).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
  switch (event.type) {
    case 'entered': {
      const { validUntil } = event.data
      return validUntil === null
        ? text('Dicatat dalam register, tanpa batas waktu.', 'Entered in the register, without an end.')
        : text(
            `Dicatat dalam register, berlaku sampai ${idDate(validUntil)}.`,
            `Entered in the register, valid until ${enDate(validUntil)}.`,
          )
    }
    case 'reminded':
      return text(
        `Pemegang diingatkan: masa berlaku tinggal ${event.data.days} hari.`,
        `The holder was reminded: ${event.data.days} days are left.`,
      )
    case 'suspended': {
      const { until } = event.data
      return until === null
        ? text('Dibekukan sampai pembekuannya dicabut.', 'Suspended until the suspension is lifted.')
        : text(`Dibekukan sampai ${idDate(until)}.`, `Suspended until ${enDate(until)}.`)
    }
    case 'reinstated':
      return event.data.actId
        ? text('Pembekuan dicabut; berlaku lagi.', 'The suspension was lifted; it is valid again.')
        : text('Masa pembekuan habis; berlaku lagi.', 'The suspension ran out; it is valid again.')
    case 'letter-prepared':
      return text(
        `Surat pencabutan disiapkan dengan nomor ${event.data.number}.`,
        `The letter of revocation was prepared as number ${event.data.number}.`,
      )
    case 'letter-failed':
      return text(
        'Surat pencabutan belum ditandatangani; izin tidak berubah.',
        'The letter of revocation was not signed; the licence is unchanged.',
      )
    case 'revoked':
      return text('Dicabut dengan surat pencabutan.', 'Revoked by a letter of revocation.')
    case 'expired':
      return text('Masa berlaku berakhir.', 'Its validity ended.')
    case 'renewed':
      return text('Digantikan oleh perpanjangannya.', 'Superseded by its renewal.')
    case 'report-due':
      return text(
        `Laporan ke-${event.data.period} jatuh tempo ${idDate(event.data.dueAt)}.`,
        `Report ${event.data.period} fell due on ${enDate(event.data.dueAt)}.`,
      )
    case 'report-received':
      return text(`Laporan ke-${event.data.period} diterima.`, `Report ${event.data.period} came in.`)
    case 'amended':
      return text('Dokumennya diganti.', 'Its document was replaced.')
  }
}
