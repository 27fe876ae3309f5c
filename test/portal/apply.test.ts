import { expect, test } from 'vitest'
import type { ServiceDetail } from '../../contracts/services.ts'
import type { DraftFile } from '../../portal/src/draft/draft.ts'
import type { Slots } from '../../portal/src/draft/uploads.ts'
import { checkApplicant, checkConsent, checkDocuments } from '../../portal/src/pages/apply/check-step.ts'
import { requestBody } from '../../portal/src/pages/apply/request-body.ts'
import { placeErrors } from '../../portal/src/pages/apply/server-errors.ts'
import { dueDocuments, stepsOf } from '../../portal/src/pages/apply/steps.ts'

const text = (id: string) => ({ id, en: id })
const paper = (code: string, when: string | null = null, required = true) => ({
  code,
  name: text(code),
  hint: null,
  required,
  when,
  types: ['image/jpeg'],
  maxBytes: 1000,
})
const service = {
  code: 'izin',
  requiredDocuments: [paper('ktp'), paper('skp', 'lama'), paper('foto', null, false)],
  conditions: { lama: { field: 'jenis', is: 'lama' } },
  form: { pages: [{ code: 'satu', title: text('Satu'), fields: ['jenis', 'saksi'] }] },
} as unknown as ServiceDetail

const done = (slot: string, id: string): Slots[string] => ({
  phase: 'done',
  file: { slot, stored: { id } } as unknown as DraftFile,
})
const t = (key: string) => key

test('one page after another: consent only where one files for another', () => {
  expect(stepsOf(service, false).map(({ kind }) => kind)).toEqual(['applicant', 'form', 'documents', 'review'])
  expect(stepsOf(service, true)[0]?.kind).toBe('consent')
})

test('papers are asked for while their condition holds; an unknown condition asks', () => {
  const due = (answers: Record<string, unknown>) => dueDocuments(service, answers).map(({ code }) => code)
  expect(due({ jenis: 'baru' })).toEqual(['ktp', 'foto'])
  expect(due({ jenis: 'lama' })).toEqual(['ktp', 'skp', 'foto'])
  expect(dueDocuments({ ...service, conditions: {} }, {}).map(({ code }) => code)).toContain('skp')
})

test('what is sent holds no empty answers, and only papers that are with the office and still asked for', () => {
  const slots: Slots = { 'document:ktp': done('document:ktp', 'f1'), 'document:skp': done('document:skp', 'f2') }
  const filled = {
    applicant: { name: ' Siti ', nik: '3510165203900001', phone: '', email: ' ' },
    proxy: null,
    answers: { jenis: 'baru' },
  }
  expect(requestBody(service, filled, slots, null)).toEqual({
    service: 'izin',
    applicant: { name: 'Siti', nik: '3510165203900001' },
    answers: { jenis: 'baru' },
    documents: [{ code: 'ktp', file: 'f1' }],
    channel: 'portal',
  })
  const proxy = { consent: true, manner: 'thumbprint' as const, witness: '' }
  expect(requestBody(service, { ...filled, proxy }, slots, { channel: 'village', servicePoint: 'desa' })).toMatchObject(
    {
      channel: 'village',
      servicePoint: 'desa',
      proxy: { consent: true, manner: 'thumbprint' },
    },
  )
})

test('the office’s errors land at their fields, on the first page that has one', () => {
  const problem = {
    type: 'about:blank',
    title: '',
    status: 422,
    code: 'invalid-fields',
    errors: [
      { field: 'documents.0.file', message: 'rusak' },
      { field: 'documents.skp', message: 'kurang' },
      { field: 'answers.saksi.0.nik', message: 'keliru' },
      { field: 'applicant.nik', message: 'bukan milik Anda' },
      { field: 'service', message: 'tutup' },
    ],
  }
  const placed = placeErrors(problem, stepsOf(service, false), ['ktp'])
  expect(placed.page).toBe('pemohon')
  expect(placed.problems.pemohon).toEqual([{ id: 'applicant-nik', message: 'bukan milik Anda' }])
  expect(placed.answers).toEqual([{ field: 'saksi.0.nik', message: 'keliru' }])
  expect(placed.problems.berkas?.map(({ id }) => id)).toEqual(['document-ktp', 'document-skp'])
  expect(placed.documents).toEqual(['ktp', 'skp'])
  expect(placed.others).toEqual(['tutup'])
  expect(placeErrors(null, [], []).page).toBeNull()
})

test('consent, applicant and papers are looked over before one goes on', () => {
  const ids = (problems: { id: string }[]) => problems.map(({ id }) => id)
  expect(ids(checkConsent({ consent: false }, t))).toEqual(['proxy-consent', 'proxy-manner'])
  expect(ids(checkConsent({ consent: true, manner: 'spoken-before-witness', witness: ' ' }, t))).toEqual([
    'proxy-witness',
  ])
  const good = { name: 'Siti Aminah', nik: '3510165203900001', village: '35.10.16.1001' }
  expect(checkApplicant(good, true, t)).toEqual([])
  expect(ids(checkApplicant({ ...good, nik: '3510163213900001', phone: '0333', email: 'x' }, true, t))).toEqual([
    'applicant-nik',
    'applicant-phone',
    'applicant-email',
  ])
  expect(ids(checkApplicant({ name: 'S' }, true, t))).toEqual(['applicant-name', 'applicant-nik', 'applicant-village'])
  const due = [
    { code: 'ktp', required: true, label: 'KTP' },
    { code: 'foto', required: false, label: 'Foto' },
  ]
  expect(ids(checkDocuments(due, {}, false, t))).toEqual(['document-ktp'])
  const waiting = { 'document:ktp': { phase: 'waiting', file: {} as DraftFile } } satisfies Slots
  expect(checkDocuments(due, waiting, false, t)).toEqual([])
  expect(ids(checkDocuments(due, waiting, true, t))).toEqual(['document-ktp'])
})
