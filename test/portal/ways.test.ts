import { expect, test } from 'vitest'
import type { ApplicationDetail } from '../../contracts/applications.ts'
import { CallFailure, readProblem, readRetryAfter } from '../../portal/src/client/problem.ts'
import { codeAt, levelsToChoose } from '../../portal/src/components/region-levels.ts'
import type { DraftFile } from '../../portal/src/draft/draft.ts'
import { correctedDocuments, flawsOf } from '../../portal/src/pages/correct/flaws.ts'
import { returnPath, signInPath } from '../../portal/src/pages/sign-in/return-path.ts'
import { numberInHash } from '../../portal/src/pages/track/number-in-hash.ts'

test('after signing in one returns inside the portal, nowhere else', () => {
  expect(returnPath('/layanan/sip-bidan/ajukan')).toBe('/layanan/sip-bidan/ajukan')
  const renewal = '/layanan/sip-bidan/ajukan?perpanjang=BWI-2026-000001%3Asip-bidan#isi'
  expect(returnPath(renewal)).toBe(renewal)
  for (const trap of [
    'https://jahat.test',
    '//jahat.test',
    '/\\jahat.test',
    '/\t/jahat.test',
    '/\n//jahat.test',
    '/.//jahat.test',
    '/a/..//jahat.test',
    'javascript:alert(1)',
    null,
    '',
  ])
    expect(returnPath(trap), JSON.stringify(trap)).toBe('/')
  expect(signInPath('/a?b=c')).toBe('/masuk?lanjut=%2Fa%3Fb%3Dc')
})

test('a slip’s QR carries the number behind #', () => {
  expect(numberInHash('#n=BWI-2026-000123')).toBe('BWI-2026-000123')
  expect(numberInHash('#n=BWI%2F1')).toBe('BWI/1')
  expect(numberInHash('')).toBe('')
})

test('a failed call is told by kind, and says whether it may have been carried out', () => {
  const kind = (status: number) => new CallFailure(status, null, null).kind
  expect([0, 401, 403, 404, 409, 429, 422, 500, 503].map(kind)).toEqual([
    'offline',
    'signed-out',
    'forbidden',
    'missing',
    'conflict',
    'limited',
    'refused',
    'busy',
    'busy',
  ])
  expect(new CallFailure(503, null, 5).outcomeUnknown).toBe(true)
  expect(new CallFailure(422, null, null).outcomeUnknown).toBe(false)
})

test('problems and retry hints are read with care', () => {
  expect(readProblem('application/problem+json', '{"title":"x","status":400}')?.title).toBe('x')
  expect(readProblem('text/html', '<h1>')).toBeNull()
  expect(readProblem('application/json', '{')).toBeNull()
  expect(readRetryAfter('7')).toBe(7)
  expect(readRetryAfter('Sun, 22 Nov 2026 03:00:10 GMT', Date.parse('2026-11-22T03:00:00Z'))).toBe(10)
  expect(readRetryAfter('soon')).toBeNull()
})

test('a village is chosen by district; further off, from the province down', () => {
  expect(levelsToChoose('village', '35.10')).toEqual(['district', 'village'])
  expect(levelsToChoose('village', undefined)).toEqual(['province', 'regency', 'district', 'village'])
  expect(codeAt('35.10.16.1001', 'district')).toBe('35.10.16')
  expect(codeAt('35', 'district')).toBe('')
})

test('what the officer named is put where it is mended; nothing is lost', () => {
  const file = {
    form: { pages: [{ code: 'a', title: { id: '', en: '' }, fields: ['nama', 'saksi'] }] },
    attachments: [
      { code: 'ktp', name: { id: '', en: '' }, file: { id: 'old', name: '', type: 'application/pdf', size: 1 } },
    ],
    correction: {
      task: 't',
      note: null,
      since: '',
      deficiencies: [
        { target: 'field', name: 'saksi.1.nik', message: 'salah' },
        { target: 'field', name: 'hilang', message: 'tidak ada lagi' },
        { target: 'document', name: 'ktp', message: 'buram' },
        { target: 'document', name: 'skp', message: 'belum ada' },
        { target: 'other', name: 'x', message: 'datang' },
      ],
    },
  } as unknown as ApplicationDetail
  const flaws = flawsOf(file, ['skp'])
  expect(flaws.fields).toEqual(['saksi'])
  expect(flaws.remarks).toEqual([{ field: 'saksi.1.nik', message: 'salah' }])
  expect(flaws.documents.map(({ name }) => name)).toEqual(['ktp', 'skp'])
  expect(flaws.others.map(({ message }) => message)).toEqual(['tidak ada lagi', 'datang'])
  const stored = (id: string) => ({ phase: 'done', file: { stored: { id } } as unknown as DraftFile }) as const
  expect(correctedDocuments(file.attachments, { 'document:ktp': stored('new'), 'document:skp': stored('s') })).toEqual([
    { code: 'ktp', file: 'new' },
    { code: 'skp', file: 's' },
  ])
  expect(correctedDocuments(file.attachments, {})).toEqual([{ code: 'ktp', file: 'old' }])
})
