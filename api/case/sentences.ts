import type { LocalText } from '../../contracts/common.ts'
import { archive, type ClockLedger, type EventType, type Outcome, type Proposal } from '../../domain/case/events.ts'
import { isCorrectionClock, termClock } from '../../domain/case/state.ts'
import type { Decision, Desk, MessageTrigger, Track } from '../../domain/service.ts'
import { type CalendarWords, calendarSentence, tellsOfMove } from './calendar-sentence.ts'
import { handOverSentence } from './hand-over-sentences.ts'
import { outsideSentence, turnSentence } from './turn-sentences.ts'

/** What the codes of an event are called in the case's service version. */
export type Words = {
  step(track: Track, code: string): LocalText
  office(desk: Desk): string
  document(code: string): LocalText
  /** Step of a task's id, null for one that is not known. */
  stepOfTask(task: string): LocalText | null
  /** The article that deemed, as the pack names it. */
  basis(code: string): string
  calendar: CalendarWords
}

const text = (id: string, en: string): LocalText => ({ id, en })

/** The lines of a case that are told to whoever has number and code: no acts inside the office, no technicalities. */
const told: readonly EventType[] = [
  'received',
  'declared-complete',
  'task-opened',
  'task-decided',
  'corrected',
  'withdrawn',
  'merged',
  'reopened',
  'visit-scheduled',
  'visit-arrived',
  'bill-opened',
  'bill-paid',
  'call-opened',
  'call-answered',
  'call-status',
  'track-changed',
  'document-signed',
  'document-received',
  'register-entered',
  'closed',
]
export const isTold = (event: Proposal) =>
  event.type === 'clock-reprojected' ? tellsOfMove(event) : told.includes(event.type)

/** One event as a plain sentence, without names: who did it stands beside it. */
export function sentenceOf(event: Proposal, words: Words): LocalText {
  switch (event.type) {
    case 'received':
      return text('Permohonan diterima.', 'The application was received.')
    case 'step-started':
    case 'step-ended':
      return stepSentence(event, words)
    case 'task-opened': {
      const step = words.step(event.data.track, event.data.step)
      const office = words.office(event.data.desk)
      return text(`Diteruskan ke ${office}: ${step.id}.`, `Passed to ${office}: ${step.en}.`)
    }
    case 'task-claimed':
      return onTask(event.data.task, words, 'diambil petugas', 'was taken up by an officer')
    case 'task-released':
      return onTask(event.data.task, words, 'dilepas kembali', 'was given back')
    case 'task-assigned':
      return handOverSentence(event, words)
    case 'task-decided':
      return decisionSentence(event.data.task, event.data.decision, words)
    case 'task-closed':
      return closedTaskSentence(event.data.task, event.data.reason, words)
    case 'declared-complete':
      return text(
        'Berkas dinyatakan lengkap dan benar; tanda terima diberikan.',
        'The application was declared complete; a receipt was given.',
      )
    case 'corrected':
      return text('Perbaikan dikirim oleh pemohon.', 'The applicant sent the corrections.')
    case 'withdrawn':
      return text('Permohonan dicabut oleh pemohon.', 'The applicant withdrew the application.')
    case 'track-changed':
      return trackSentence(event.data.track, event.data.basis, words)
    case 'clock-started':
    case 'clock-paused':
    case 'clock-resumed':
      if (event.type === 'clock-resumed' && event.data.cap)
        return cappedSentence(event.data.clock, event.data.cap.reason, words)
      return clockSentence(event.type, event.data.clock.id, words)
    case 'clock-reprojected':
      return calendarSentence(event, clockName(event.data.clock.id, words), words.calendar)
    case 'clock-stopped':
      return clockSentence(event.type, event.data.clock, words)
    case 'rung-reached': {
      const clock = clockName(event.data.clock, words)
      const { percent } = event.data
      return text(`${percent}% dari ${clock.id} terpakai.`, `${percent}% of ${clock.en} is spent.`)
    }
    case 'latch-taken':
      return event.data.latch === 'signing'
        ? text('Penandatanganan dimulai.', 'Signing began.')
        : text('Penerbitan dimulai.', 'Issuing began.')
    case 'latch-released':
      return latchSentence(event.data.reason)
    case 'document-prepared': {
      const { id, en } = words.document(event.data.code)
      return text(`${id} disiapkan dengan nomor ${event.data.number}.`, `${en} prepared, number ${event.data.number}.`)
    }
    case 'document-signed':
      if (event.data.provider === archive)
        return text(
          'Dokumen terbit sebelum permohonan ini diambil alih (arsip lama).',
          'The document was issued before this case was taken over (old archive).',
        )
      return event.data.by === 'seal'
        ? text('Dokumen dibubuhi segel elektronik dan terbit.', 'The document was sealed electronically and issued.')
        : text(
            'Dokumen ditandatangani secara elektronik dan terbit.',
            'The document was signed electronically and issued.',
          )
    case 'signing-failed':
      return text(
        'Penandatanganan belum berhasil; tugas terbuka kembali.',
        'Signing did not succeed; the task is open again.',
      )
    case 'document-received': {
      const { id, en } = words.document(event.data.code)
      return text(`${id} diterima dari instansi penerbit.`, `${en} was brought from its issuer.`)
    }
    case 'register-entered':
      return text('Dicatat dalam register.', 'Entered in the register.')
    case 'register-amended':
      return text('Register memuat dokumen yang baru.', 'The register names the new document.')
    case 'step-added':
    case 'merged':
    case 'reopened':
    case 'visit-scheduled':
    case 'visit-departed':
    case 'visit-arrived':
      return turnSentence(event, words)
    case 'bill-opened':
    case 'bill-paid':
    case 'bill-cancelled':
    case 'refund-due':
    case 'call-opened':
    case 'call-answered':
    case 'call-status':
      return outsideSentence(event)
    case 'message-queued':
      return messageSentence(event.data.trigger)
    case 'closed':
      return closings[event.data.outcome]
  }
}

const closedTasks = {
  deemed: text('ditutup karena jangka waktu habis', 'was closed because the term ran out'),
  withdrawn: text('ditutup karena permohonan dicabut', 'was closed because of the withdrawal'),
  rejected: text('ditutup karena permohonan ditolak', 'was closed because of the rejection'),
  lapsed: text('ditutup karena batas waktu pemohon habis', "was closed because the applicant's time ran out"),
  merged: text('ditutup karena permohonan digabungkan', 'was closed because the application was merged'),
  quorum: text('tidak diperlukan lagi', 'is no longer needed'),
} as const

function closedTaskSentence(task: string, reason: keyof typeof closedTasks, words: Words): LocalText {
  return onTask(task, words, closedTasks[reason].id, closedTasks[reason].en)
}

function stepSentence(event: Extract<Proposal, { type: 'step-started' | 'step-ended' }>, words: Words): LocalText {
  const { id, en } = words.step(event.data.track, event.data.step)
  if (event.type === 'step-started') return text(`${id} dimulai.`, `${en} began.`)
  if (event.data.outcome === 'superseded') return text(`${id} tidak dilanjutkan.`, `${en} was not continued.`)
  return text(`${id} selesai.`, `${en} is done.`)
}

function onTask(task: string, words: Words, id: string, en: string): LocalText {
  const step = words.stepOfTask(task)
  return text(`${step?.id ?? 'Tugas'} ${id}.`, `${step?.en ?? 'The task'} ${en}.`)
}

const decided = {
  approve: text('disetujui', 'approved'),
  return: text('dikembalikan kepada pemohon untuk diperbaiki', 'returned to the applicant for correction'),
  reject: text('ditolak', 'rejected'),
  sign: text('ditandatangani', 'signed'),
  acknowledge: text('dicatat', 'acknowledged'),
  agree: text('setuju', 'agreed'),
  object: text('keberatan', 'objected'),
} as const satisfies Record<Decision, LocalText>

function decisionSentence(task: string, decision: Decision, words: Words): LocalText {
  const step = words.stepOfTask(task)
  const { id, en } = decided[decision]
  return text(`${step?.id ?? 'Tugas'}: ${id}.`, `${step?.en ?? 'The task'}: ${en}.`)
}

function trackSentence(track: Track, basis: string | undefined, words: Words): LocalText {
  if (track === 'lapse')
    return text(
      'Batas waktu pemohon habis: surat penutupan disiapkan.',
      "The applicant's time ran out: the closing letter is being prepared.",
    )
  if (track !== 'deemed') return text('Surat penolakan disiapkan.', 'The letter of rejection is being prepared.')
  const law = basis === undefined ? '' : ` (${words.basis(basis)})`
  return text(
    `Jangka waktu habis tanpa keputusan: permohonan dianggap dikabulkan${law}.`,
    `The term ran out without a decision: the application is deemed approved${law}.`,
  )
}

export function clockName(clock: string, words: Words): LocalText {
  if (clock === termClock) return text('jangka waktu layanan', "the service's term")
  if (isCorrectionClock(clock)) return text('batas waktu perbaikan', 'the time to correct')
  const step = words.stepOfTask(clock)
  return step ? text(`jangka waktu ${step.id}`, `the term of ${step.en}`) : text('jangka waktu', 'the term')
}

const clockVerbs = {
  'clock-started': text('mulai berjalan', 'began to run'),
  'clock-paused': text('berhenti sementara', 'is paused'),
  'clock-resumed': text('berjalan kembali', 'runs again'),
  'clock-stopped': text('berhenti', 'stopped'),
} as const

function clockSentence(type: keyof typeof clockVerbs, clock: string, words: Words): LocalText {
  const name = clockName(clock, words)
  return text(capital(`${name.id} ${clockVerbs[type].id}.`), capital(`${name.en} ${clockVerbs[type].en}.`))
}

/** Nobody resumed the clock: the pause had lasted as long as it may. */
function cappedSentence({ id, pauses }: ClockLedger, reason: string, words: Words): LocalText {
  const name = clockName(id, words)
  const cap = pauses.findLast((pause) => pause.reason === reason)?.cap ?? 0
  return text(
    capital(`${name.id} berjalan kembali dengan sendirinya: jeda sudah mencapai batas ${cap} hari kerja.`),
    capital(`${name.en} runs again by itself: the pause reached its limit of ${cap} working days.`),
  )
}

function latchSentence(reason: 'done' | 'failed' | 'orphaned'): LocalText {
  if (reason === 'done') return text('Penerbitan selesai.', 'Issuing is done.')
  return reason === 'failed'
    ? text('Penerbitan belum berhasil.', 'Issuing did not succeed.')
    : text(
        'Hasil penandatanganan tidak diketahui; silakan ulangi.',
        'The outcome of signing is unknown; please sign again.',
      )
}

const occasions = {
  received: text('permohonan diterima', 'the application was received'),
  complete: text('berkas lengkap', 'the application is complete'),
  returned: text('berkas perlu diperbaiki', 'corrections are needed'),
  corrected: text('perbaikan masuk', 'corrections arrived'),
  approved: text('permohonan disetujui', 'the application was approved'),
  rejected: text('permohonan ditolak', 'the application was rejected'),
  deemed: text('permohonan dianggap dikabulkan', 'the application is deemed approved'),
  withdrawn: text('permohonan dicabut', 'the application was withdrawn'),
  warned: text('jangka waktu hampir habis', 'the term is running out'),
  reminded: text('batas waktu Anda hampir habis', 'your time is running out'),
  lapsed: text('permohonan ditutup karena batas waktu habis', 'the application lapsed'),
  inspection: text('jadwal pemeriksaan', 'an inspection was scheduled'),
  bill: text('tagihan', 'a bill'),
  paid: text('pembayaran diterima', 'the payment arrived'),
  merged: text('permohonan digabungkan', 'the application was merged'),
  reopened: text('permohonan dibuka kembali', 'the application was reopened'),
} as const satisfies Record<MessageTrigger, LocalText>

function messageSentence(trigger: MessageTrigger): LocalText {
  const { id, en } = occasions[trigger]
  return text(`Pemberitahuan dikirim: ${id}.`, `A message was sent: ${en}.`)
}

const closings = {
  approved: text('Permohonan selesai: disetujui.', 'The case is closed: approved.'),
  'deemed-approved': text('Permohonan selesai: dianggap dikabulkan.', 'The case is closed: deemed approved.'),
  rejected: text('Permohonan selesai: ditolak.', 'The case is closed: rejected.'),
  withdrawn: text('Permohonan selesai: dicabut.', 'The case is closed: withdrawn.'),
  lapsed: text('Permohonan selesai: batas waktu pemohon habis.', "The case is closed: the applicant's time ran out."),
  merged: text('Permohonan selesai: digabungkan.', 'The case is closed: merged.'),
} as const satisfies Record<Outcome, LocalText>

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)
