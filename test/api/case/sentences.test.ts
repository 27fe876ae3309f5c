import { describe, expect, test } from 'vitest'
import { isTold, sentenceOf, type Words } from '../../../api/case/sentences.ts'
import type { EventBody, EventType, Proposal } from '../../../domain/case/events.ts'

const named = (id: string, en: string) => ({ id, en })
const words: Words = {
  step: () => named('Verifikasi', 'Verification'),
  office: () => 'Dinas Kesehatan',
  document: () => named('Izin', 'Licence'),
  stepOfTask: (task) => (task === 't' ? named('Verifikasi', 'Verification') : null),
  basis: () => 'SKB Lima Menteri, diktum kelima',
  calendar: {
    utcOffsetMinutes: 420,
    changes: () => [{ reason: 'Cuti bersama Idulfitri ditambah', source: 'SKB 3/2026 tanggal 2 Maret 2026' }],
  },
}
const by = { kind: 'officer', id: 'Bagus Prasetyo' } as const
const clock = {
  id: 'term',
  rule: { budget: { unit: 'working-days' as const, amount: 5 }, calendar: 'c', rungs: [] },
  startedAt: 0,
  pauses: [],
}
const step = { track: 'main' as const, step: 's' }
const desk = { role: 'technical' as const, agency: 'dinkes' }

type DataOf<Type extends EventType> = EventBody extends infer Body
  ? Body extends { type: infer Types; data: infer Data }
    ? Type extends Types
      ? Data
      : never
    : never
  : never

/** One of every kind of event. */
const bodies: { [Type in EventType]: DataOf<Type> } = {
  received: { service: 's', version: 1, channel: 'portal', place: { village: null, servicePoint: null } },
  'step-started': step,
  'step-ended': { ...step, outcome: 'superseded' },
  'task-opened': { task: 't', ...step, desk, decisions: ['approve'] },
  'task-claimed': { task: 't', officer: 'o' },
  'task-released': { task: 't', officer: 'o' },
  'task-assigned': { task: 't', officer: 'o', from: null },
  'task-decided': { task: 't', decision: 'return', decisionId: 'd', digest: 'x' },
  'task-closed': { task: 't', reason: 'deemed' },
  'declared-complete': { task: 't' },
  corrected: { task: 't', correctionId: 'c', digest: 'x' },
  withdrawn: { withdrawalId: 'w' },
  'track-changed': { track: 'deemed', basis: 'skb' },
  'clock-started': { clock },
  'clock-paused': { clock: { ...clock, id: 't' } },
  'clock-resumed': { clock },
  'clock-reprojected': { clock: { ...clock, id: 'unknown' } },
  'clock-stopped': { clock: 'term' },
  'rung-reached': { clock: 'term', percent: 80, actions: [], calendarVersion: 1 },
  'latch-taken': { latch: 'signing', ref: 'd' },
  'latch-released': { latch: 'signing', ref: 'd', reason: 'orphaned' },
  'document-prepared': { document: 'd', code: 'izin', ordinal: 1, number: '503/1', digest: 'x' },
  'document-signed': { document: 'd', provider: 'p', serial: '1', by: 'o', digest: 'x' },
  'signing-failed': { document: 'd', code: 'unknown-outcome' },
  'document-received': { document: 'd', code: 'akta', ordinal: 1, decisionId: 'd' },
  'register-entered': { entry: 'e', register: 'r', document: 'd', validFrom: 0 },
  'register-amended': { entry: 'e', document: 'd' },
  'step-added': {
    addId: 'a',
    digest: 'x',
    track: 'main',
    after: 's',
    step: {
      kind: 'review',
      code: 'x',
      desk,
      decisions: ['approve'],
      clock: { budget: { unit: 'working-days', amount: 1 }, calendar: 'k', rungs: [] },
    },
  },
  merged: { mergeId: 'm', digest: 'x', into: 'BWI-2' },
  reopened: { reopenId: 'r', digest: 'x', purpose: 'review', from: 's', clears: ['s'] },
  'visit-scheduled': { task: 't', visitId: 'v', digest: 'x', appointment: 0 },
  'visit-departed': { task: 't' },
  'visit-arrived': { task: 't', arrivalId: 'a', digest: 'x' },
  'bill-opened': { bill: 'b', step: 's', amount: 150_000 },
  'bill-paid': { bill: 'b', payment: 'p', amount: 150_000 },
  'bill-cancelled': { bill: 'b', reason: 'withdrawn' },
  'refund-due': { bill: 'b', refund: 'r', amount: 150_000, reason: 'withdrawn' },
  'call-opened': { call: 'c', step: 's', system: 'simbg', operation: 'file', agency: 'dpu' },
  'call-answered': { call: 'c', outcome: 'done', answer: 'a', digest: 'x' },
  'call-status': { call: 'c', system: 'oss', news: 'n', code: '43', saidAt: 0, clock: 'pause', resets: true },
  'message-queued': { trigger: 'warned' },
  closed: { outcome: 'deemed-approved' },
}
const events = Object.entries(bodies).map(([type, data]) => ({ type, data, at: 0, by }) as Proposal)

describe.each(events.map((event) => [event.type, event] as const))('%s', (_, event) => {
  test('is one whole sentence in each language, without a name', () => {
    const { id, en } = sentenceOf(event, words)
    for (const sentence of [id, en]) {
      expect(sentence).toMatch(/^[A-Z0-9].+\.$/)
      expect(sentence).not.toContain('Bagus')
      expect(sentence).not.toMatch(/undefined|null|\[object/)
    }
    expect(id).not.toBe(en)
  })
})

test('what the public is told holds no act inside the office', () => {
  const inside = ['task-claimed', 'task-assigned', 'latch-taken', 'signing-failed', 'message-queued', 'rung-reached']
  for (const type of inside) expect(events.filter(isTold).some((event) => event.type === type)).toBe(false)
  expect(events.filter(isTold).map(({ type }) => type)).toEqual(
    expect.arrayContaining(['received', 'task-decided', 'closed']),
  )
})

test('silence names its article', () => {
  const [deemed] = events.filter(({ type }) => type === 'track-changed')
  if (!deemed) throw new Error('no such event')
  expect(sentenceOf(deemed, words).en).toContain('SKB Lima Menteri, diktum kelima')
})

test('a change of the calendar says why, by which letter, and what was due when', () => {
  const [was, now] = [Date.parse('2026-03-13T08:30:00Z'), Date.parse('2026-03-16T08:00:00Z')]
  const moved = (id: string, dueAt: number | null): Proposal => ({
    type: 'clock-reprojected',
    at: 0,
    by,
    data: {
      clock: { ...clock, id },
      instants: { calendarVersion: 2, dueAt, rungs: [] },
      was: { calendarVersion: 1, dueAt: dueAt === null ? null : was },
    },
  })
  expect(sentenceOf(moved('term', now), words)).toEqual({
    id: 'Jangka waktu layanan dihitung ulang menurut kalender baru: Cuti bersama Idulfitri ditambah (SKB 3/2026 tanggal 2 Maret 2026). Jatuh tempo Senin, 16 Maret 2026 pukul 15.00, semula Jumat, 13 Maret 2026 pukul 15.30.',
    en: "The service's term was counted again by the new calendar: Cuti bersama Idulfitri ditambah (SKB 3/2026 tanggal 2 Maret 2026). Due Monday 16 March 2026 at 15:00, before that Friday 13 March 2026 at 15:30.",
  })
  expect(sentenceOf(moved('term', null), words).en).toMatch(/2026\)\.$/)
  expect([moved('term', now), moved('term', was), moved('term', null), moved('t', now)].map(isTold)).toEqual([
    true,
    false,
    false,
    false,
  ])
})
