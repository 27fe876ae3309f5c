import type { Proposal } from '../case/events.ts'
import type { CaseState } from '../case/state.ts'

/** What a status does to the clock of whoever has to act. */
export type ClockEffect = 'none' | 'pause' | 'resume'

/**
 * Codes of OSS RBA (its public description for ministries and regions, June 2024). OSS knows a stop that also resets the
 * clock (43) and a restart (44): Lontar's clocks cannot be reset, so both only pause and resume, and that a reset was asked
 * for is kept.
 */
export const ossStatuses = {
  '10': { name: { id: 'Berkas lengkap', en: 'Complete' }, clock: 'none' },
  '11': { name: { id: 'Berkas belum lengkap', en: 'Incomplete' }, clock: 'none' },
  '20': { name: { id: 'Validasi', en: 'Being validated' }, clock: 'none' },
  '40': { name: { id: 'Pemeriksaan lapangan', en: 'Inspection' }, clock: 'none' },
  '41': { name: { id: 'Waktu berhenti', en: 'Clock stopped' }, clock: 'pause' },
  '42': { name: { id: 'Waktu berjalan lagi', en: 'Clock resumed' }, clock: 'resume' },
  '43': { name: { id: 'Waktu berhenti dan diulang', en: 'Clock stopped and reset' }, clock: 'pause', resets: true },
  '44': { name: { id: 'Waktu dimulai lagi', en: 'Clock restarted' }, clock: 'resume', resets: true },
  '45': { name: { id: 'Terverifikasi', en: 'Verified' }, clock: 'none' },
  '50': { name: { id: 'Disetujui', en: 'Approved' }, clock: 'none' },
  '57': { name: { id: 'Disetujui secara fiktif positif', en: 'Deemed approved' }, clock: 'none' },
  '60': { name: { id: 'Peringatan', en: 'Warning' }, clock: 'none' },
  '70': { name: { id: 'Pembekuan', en: 'Suspended' }, clock: 'none' },
  '90': { name: { id: 'Ditolak', en: 'Rejected' }, clock: 'none' },
} as const satisfies Record<string, { name: { id: string; en: string }; clock: ClockEffect; resets?: true }>

export type OssStatus = keyof typeof ossStatuses

const codes: ReadonlySet<string> = new Set(Object.keys(ossStatuses))

export const isOssStatus = (code: string): code is OssStatus => codes.has(code)

/** What a status heard from OSS does to our clock; null for a code that OSS does not document. */
export const clockEffectOf = (code: string): ClockEffect | null => (isOssStatus(code) ? ossStatuses[code].clock : null)

/** What a code says of our clock, and whether OSS begins its own anew by it; null where it says nothing of a clock. */
export function clockSaidBy(code: string): { clock: 'pause' | 'resume'; resets: boolean } | null {
  const clock = clockEffectOf(code)
  if (!isOssStatus(code) || clock === null || clock === 'none') return null
  return { clock, resets: 'resets' in ossStatuses[code] }
}

/**
 * What OSS is told of a kept event; null where it is the office's own affair. A return before complete receipt stops no
 * clock, for none runs yet (UU 30/2014 art 53(2)); nor does its correction resume one.
 */
export function ossStatusOf(event: Proposal, { completeAt }: Pick<CaseState, 'completeAt'>): OssStatus | null {
  const isComplete = completeAt !== null && completeAt <= event.at
  switch (event.type) {
    case 'declared-complete':
      return '10'
    case 'task-decided':
      return event.data.decision === 'return' ? (isComplete ? '41' : '11') : null
    case 'corrected':
      return isComplete ? '42' : null
    case 'visit-scheduled':
      return '40'
    case 'closed':
      return closing[event.data.outcome] ?? null
    default:
      return null
  }
}

const closing: Partial<Record<string, OssStatus>> = { approved: '50', 'deemed-approved': '57', rejected: '90' }
