import Polyglot from 'node-polyglot'
import { expect, test } from 'vitest'
import type { WaitingOn } from '../../contracts/applications.ts'
import { workingTime } from '../../portal/src/format/duration.ts'
import { fileKinds } from '../../portal/src/format/file-kinds.ts'
import { rupiah } from '../../portal/src/format/money.ts'
import { fileSize } from '../../portal/src/format/size.ts'
import { createTimes } from '../../portal/src/format/time.ts'
import { isOverdue, waitingSentence } from '../../portal/src/format/waiting.ts'
import { en } from '../../portal/src/i18n/en/index.ts'
import { id } from '../../portal/src/i18n/id/index.ts'
import type { Translate } from '../../portal/src/i18n/texts.tsx'

const now = new Date('2026-11-22T03:00:00Z')
const times = createTimes('id', 420, 'WIB', now)
const indonesian = new Polyglot({ locale: 'id', phrases: id })
const english = new Polyglot({ locale: 'en', phrases: en })
const t: Translate = (key, variables) => indonesian.t(key, variables)
const say: Translate = (key, variables) => english.t(key, variables)

test('times as Indonesians write them, in the regency’s own zone', () => {
  expect(times.dayTime('2026-11-25T07:00:00Z')).toBe('Rabu 25 November 14.00')
  expect(times.dayTime('2027-01-04T01:05:00Z')).toBe('Senin 4 Januari 2027 08.05')
  expect(times.full('2026-11-25T18:30:00Z')).toBe('26 November 2026 01.30 WIB')
  expect(createTimes('id', 540, 'WIT', now).clock('2026-11-25T07:00:00Z')).toBe('16.00')
  expect(createTimes('en', 420, 'WIB', now).dayTime('2026-11-25T07:00:00Z')).toBe('Wednesday 25 November 14:00')
})

test('amounts, sizes and lists', () => {
  expect(rupiah(1_500_000, 'id')).toBe('Rp\u00a01.500.000')
  expect(fileSize(1_258_291, 'id')).toBe('1,2\u00a0MB')
  expect(fileSize(300, 'en')).toBe('1\u00a0KB')
  expect(fileKinds(['application/pdf', 'image/jpeg', 'image/png'], 'id')).toBe('PDF, JPG, atau PNG')
})

test('terms in words', () => {
  expect(workingTime({ unit: 'working-days', amount: 5 }, t)).toBe('5 hari kerja')
  expect(workingTime({ unit: 'working-minutes', amount: 30 }, t)).toBe('30 menit kerja')
  expect(workingTime({ unit: 'working-minutes', amount: 240 }, t)).toBe('4 jam kerja')
  expect(workingTime({ unit: 'working-days', amount: 1 }, say)).toBe('1 working day')
})

const words = { t, times, local: (text: { id: string }) => text.id, mine: true }
const on = (patch: Partial<WaitingOn>): WaitingOn => ({
  kind: 'office',
  who: { id: 'Dinas Kesehatan', en: 'Health Office' },
  step: null,
  until: '2026-11-25T07:00:00Z',
  since: null,
  timeOf: null,
  ...patch,
})

test('whom a case waits on, and until when', () => {
  const asOf = now.toISOString()
  const sentence = (patch: Partial<WaitingOn>, mine = true) =>
    waitingSentence({ status: 'in-progress', waitingOn: on(patch), asOf }, { ...words, mine })
  expect(sentence({})).toBe('Menunggu Dinas Kesehatan sampai Rabu 25 November 14.00')
  expect(sentence({ until: null })).toBe('Menunggu Dinas Kesehatan')
  const simbg = {
    kind: 'outside',
    who: { id: 'SIMBG', en: 'SIMBG' },
    until: null,
    since: '2026-11-12T03:00:00Z',
  } as const
  expect(sentence({ ...simbg, timeOf: 'Kementerian PU' })).toMatch(
    /^Menunggu SIMBG sejak .*12 November.* \(waktu Kementerian PU\)$/,
  )
  expect(sentence({ kind: 'applicant', until: null })).toBe('Menunggu perbaikan dari Anda')
  expect(sentence({ kind: 'applicant', until: null }, false)).toBe('Menunggu perbaikan dari pemohon')
  expect(waitingSentence({ status: 'rejected', waitingOn: on({ kind: 'nobody' }) }, words)).toBe('Permohonan ditolak')
})

test('a promise that has passed is not repeated as one', () => {
  const late = {
    status: 'in-progress' as const,
    waitingOn: on({ until: '2026-11-20T07:00:00Z' }),
    asOf: now.toISOString(),
  }
  expect(isOverdue(late)).toBe(true)
  expect(waitingSentence(late, words)).toBe('Menunggu Dinas Kesehatan')
  expect(isOverdue({ ...late, asOf: '2026-11-19T07:00:00Z' })).toBe(false)
})
