import { expect, test } from 'vitest'
import type { ServiceSummary } from '../../contracts/services.ts'
import { categoriesOf, findServices } from '../../portal/src/pages/home/search.ts'

const service = (code: string, name: string, category: string, keywords: string[] = []): ServiceSummary => ({
  code,
  version: 1,
  name: { id: name, en: `${name} in English` },
  summary: { id: `Tentang ${name}`, en: '' },
  category: { id: category, en: category },
  agency: { code: 'dinas', name: 'Dinas Satu Pintu', short: 'DSP' },
  issuer: 'own',
  filedFrom: null,
  channels: ['portal'],
  term: null,
  fee: 0,
  keywords,
})

const all = [
  service('akta-kelahiran', 'Akta Kelahiran', 'Kependudukan', ['bayi', 'lahir']),
  service('ak-1', 'Kartu Pencari Kerja', 'Tenaga kerja', ['kartu kuning']),
  service('sip-bidan', 'Surat Izin Praktik Bidan', 'Kesehatan', ['midwife']),
]
const codes = (query: string, category: string | null = null) =>
  findServices(all, query, category).map(({ code }) => code)

test('finds by name, keyword and office, whatever the capitals and accents', () => {
  expect(codes('BIDAN')).toEqual(['sip-bidan'])
  expect(codes('bidán')).toEqual(['sip-bidan'])
  expect(codes('bayi')).toEqual(['akta-kelahiran'])
  expect(codes('kartu kuning')).toEqual(['ak-1'])
  expect(codes('satu pintu')).toHaveLength(3)
})

test('the name counts more than what is said about a service', () => {
  const about = { ...service('lain', 'Layanan Lain', 'Lain'), summary: { id: 'bukan akta', en: '' } }
  expect(findServices([about, ...all], 'akta', null).map(({ code }) => code)).toEqual(['akta-kelahiran', 'lain'])
})

test('every word has to be found; nothing typed shows everything in its own order', () => {
  expect(codes('bidan paspor')).toEqual([])
  expect(codes('  ')).toEqual(['akta-kelahiran', 'ak-1', 'sip-bidan'])
})

test('a field of business narrows what is searched', () => {
  expect(codes('', 'Kesehatan')).toEqual(['sip-bidan'])
  expect(codes('akta', 'Kesehatan')).toEqual([])
  expect(categoriesOf([...all, ...all]).map(({ id }) => id)).toEqual(['Kependudukan', 'Tenaga kerja', 'Kesehatan'])
})
