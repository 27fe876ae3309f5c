import type { LocalText } from '../../contracts/common.ts'
import type { Proposal } from '../../domain/case/events.ts'
import { rupiah } from '../../domain/payment/rupiah.ts'
import type { Words } from './sentences.ts'

const text = (id: string, en: string): LocalText => ({ id, en })
type Of<Type extends Proposal['type']> = Extract<Proposal, { type: Type }>

type Turn = Of<'step-added' | 'merged' | 'reopened' | 'visit-scheduled' | 'visit-departed' | 'visit-arrived'>
type Outside = Of<
  'bill-opened' | 'bill-paid' | 'bill-cancelled' | 'refund-due' | 'call-opened' | 'call-answered' | 'call-status'
>

/** A case that takes another course than its service foresaw, and officers who travel. */
export function turnSentence(event: Turn, words: Words): LocalText {
  switch (event.type) {
    case 'step-added': {
      const office = words.office(event.data.step.desk)
      return text(`Satu langkah ditambahkan: pemeriksaan oleh ${office}.`, `A step was added: a review by ${office}.`)
    }
    case 'merged':
      return text(`Digabungkan ke permohonan ${event.data.into}.`, `Merged into application ${event.data.into}.`)
    case 'reopened':
      return event.data.purpose === 'amend'
        ? text('Dokumen terbit akan diperbaiki.', 'The issued document is to be corrected.')
        : text('Permohonan dibuka kembali untuk diputuskan ulang.', 'The case was reopened to be decided anew.')
    case 'visit-scheduled':
      return text('Kunjungan pemeriksaan dijadwalkan.', 'An inspection was scheduled.')
    case 'visit-departed':
      return text('Petugas berangkat ke lokasi.', 'The officer is on the way.')
    case 'visit-arrived':
      return text('Petugas tiba di lokasi pemeriksaan.', 'The officer arrived at the place.')
  }
}

/** Money and other systems. */
export function outsideSentence(event: Outside): LocalText {
  switch (event.type) {
    case 'bill-opened':
      return text(`Tagihan ${rupiah(event.data.amount)} dibuat.`, `A bill of ${rupiah(event.data.amount)} was made.`)
    case 'bill-paid':
      return text(`Pembayaran ${rupiah(event.data.amount)} diterima.`, `${rupiah(event.data.amount)} was paid.`)
    case 'bill-cancelled':
      return text('Tagihan dibatalkan.', 'The bill was cancelled.')
    case 'refund-due':
      return text(
        `Pengembalian dana ${rupiah(event.data.amount)} diproses.`,
        `${rupiah(event.data.amount)} will be paid back.`,
      )
    case 'call-opened': {
      const name = event.data.system.toUpperCase()
      return text(`Diteruskan ke sistem ${name}.`, `Passed to the system ${name}.`)
    }
    case 'call-answered':
      return event.data.outcome === 'done'
        ? text('Jawaban dari sistem luar diterima.', 'The outside system answered.')
        : text('Sistem luar menolak permohonan ini.', 'The outside system refused this application.')
    case 'call-status':
      return statusSentence(event)
  }
}

/** That a reset was asked for is said, and that it erased nothing. */
function statusSentence({ data: { system, code, clock, resets } }: Of<'call-status'>): LocalText {
  const name = system.toUpperCase()
  const [did, done] =
    clock === 'pause' ? ['menghentikan waktu', 'stopped the clock'] : ['menjalankan waktu lagi', 'let the clock run on']
  if (!resets) return text(`${name} ${did} (status ${code}).`, `${name} ${done} (status ${code}).`)
  return text(
    `${name} ${did} dan meminta hitungan diulang dari awal (status ${code}). Waktu yang sudah terpakai tetap dihitung.`,
    `${name} ${done} and asked that it start again from zero (status ${code}). The time already spent still counts.`,
  )
}
