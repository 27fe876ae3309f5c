import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import { signed } from '../api/case-api-house.ts'
import {
  accessibilityFaults,
  desktop,
  openPortalHouse,
  overflow,
  type PortalHouse,
  phone,
  watchTroubles,
} from './portal-house.ts'
import { keepShot } from './shots.ts'

/** Every page, on a phone and on a desk: readable, reachable, no wider than the screen, and nothing goes wrong on it. */
let house: PortalHouse
let returned: ApplicationReceipt
let approved: ApplicationReceipt
let running: ApplicationReceipt
let document: string

beforeAll(async () => {
  house = await openPortalHouse()
  returned = await house.file('sip-bidan')
  await house.walk(returned, [
    [
      'verifikator',
      'kelengkapan',
      {
        decision: 'return',
        note: 'Mohon foto STR diulang.',
        deficiencies: [
          { target: 'document', name: 'str', message: 'Foto STR buram' },
          { target: 'field', name: 'nomorStr', message: 'Nomor STR tidak sama dengan berkasnya' },
          { target: 'other', name: 'umum', message: 'Bawa STR asli saat mengambil surat' },
        ],
      },
    ],
  ])
  running = await house.file('sip-bidan')
  await house.walk(running, [['verifikator', 'kelengkapan']])
  approved = await house.file('sip-bidan')
  await house.walk(approved, [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi'],
    ['teknis', 'rekomendasi'],
    ['kabid', 'validasi'],
    ['kadis', 'tanda-tangan', signed],
  ])
  document = (await house.detail('warga', approved.id)).documents[0]?.id ?? ''
})
afterAll(() => house?.close())

type Visit = { name: string; path: () => string; as?: string; see: string; after?: (page: Page) => Promise<void> }

const visits: Visit[] = [
  { name: 'find', path: () => '/', see: 'Mau mengurus apa hari ini?' },
  { name: 'find, signed in', path: () => '/', as: 'warga', see: 'Permohonan Anda' },
  {
    name: 'find nothing',
    path: () => '/',
    see: 'Belum ada layanan yang cocok',
    after: (page) => page.getByRole('searchbox').fill('paspor'),
  },
  {
    name: 'places with their opening days',
    path: () => '/',
    see: 'Kantor Desa Kemiren',
    after: async (page) => {
      await page.getByText('tempat lain').click()
      await page
        .getByText(/^Hari ini (buka|tutup|sudah tutup)/)
        .first()
        .waitFor()
      await page.getByText('Datang langsung').scrollIntoViewIfNeeded()
      await keepShot(page, `places-${page.viewportSize()?.width}`)
    },
  },
  { name: 'service standard', path: () => '/layanan/sip-bidan', see: 'dianggap disetujui' },
  {
    name: 'service of another office',
    path: () => '/layanan/akta-kelahiran',
    see: 'Diterbitkan oleh instansi pemilik',
  },
  { name: 'unknown service', path: () => '/layanan/sip-dukun', see: 'Layanan tidak ditemukan' },
  { name: 'sign in', path: () => '/masuk', see: 'Coba sebagai' },
  {
    name: 'sign up, empty',
    path: () => '/masuk',
    see: 'Kata sandi paling sedikit 8',
    after: async (page) => {
      await page.getByRole('button', { name: 'Buat akun' }).click()
      await page.locator('form').getByRole('button', { name: 'Buat akun' }).click()
    },
  },
  { name: 'track', path: () => '/lacak', see: 'Kode lacak' },
  {
    name: 'tracked',
    path: () => `/lacak#n=${running.number}`,
    see: 'Menunggu Dinas Penanaman Modal',
    after: async (page) => {
      await page.getByLabel('Kode lacak').fill(running.trackingCode.toLowerCase())
      await page.getByRole('button', { name: 'Lihat status' }).click()
    },
  },
  { name: 'verify', path: () => `/verifikasi/${document}`, see: 'CONTOH – tidak berlaku' },
  { name: 'verify a forgery', path: () => '/verifikasi/tidak-ada', see: 'Dokumen tidak dikenal' },
  { name: 'my applications', path: () => '/permohonan', as: 'warga', see: 'Sedang berjalan' },
  { name: 'a running case', path: () => `/permohonan/${running.id}`, as: 'warga', see: 'Batalkan permohonan' },
  { name: 'a returned case', path: () => `/permohonan/${returned.id}`, as: 'warga', see: 'Perbaiki sekarang' },
  { name: 'an approved case', path: () => `/permohonan/${approved.id}`, as: 'warga', see: 'Unduh' },
  { name: 'somebody else’s case', path: () => `/permohonan/${running.id}`, as: 'desa', see: 'Tidak ditemukan' },
  { name: 'correct', path: () => `/permohonan/${returned.id}/perbaiki`, as: 'warga', see: 'Foto STR buram' },
  { name: 'messages', path: () => '/pesan', as: 'warga', see: 'Buka permohonan' },
  { name: 'help', path: () => '/bantuan', see: 'Hubungi kami' },
  { name: 'no such page', path: () => '/entah-di-mana', see: 'Halaman tidak ada' },
  { name: 'apply: applicant', path: () => '/layanan/sip-bidan/ajukan', as: 'warga', see: 'Isi sesuai KTP Anda' },
  {
    name: 'apply: a page with errors',
    path: () => '/layanan/sip-bidan/ajukan#isian-data-diri',
    as: 'warga',
    see: 'hal yang perlu diperiksa',
    after: (page) => page.getByRole('button', { name: 'Lanjut' }).click(),
  },
  { name: 'apply: a group', path: () => '/layanan/akta-kelahiran/ajukan#isian-saksi', as: 'warga', see: 'Saksi 2' },
  { name: 'apply: papers', path: () => '/layanan/sip-bidan/ajukan#berkas', as: 'warga', see: 'Foto dengan terang' },
  { name: 'apply: review', path: () => '/layanan/sip-bidan/ajukan#kirim', as: 'warga', see: 'Periksa sekali lagi' },
  { name: 'apply: consent', path: () => '/layanan/sktm/ajukan', as: 'desa', see: 'Bacakan ini kepadanya' },
]

const devices = new Map<string, Promise<BrowserContext>>()

/** Signing in takes a second: people keep their devices. */
function deviceFor(name: string | undefined, size: BrowserContextOptions): Promise<BrowserContext> {
  const key = `${name} ${size.viewport?.width}`
  const known = devices.get(key) ?? (name ? house.deviceOf(name, size) : house.device(size))
  devices.set(key, known)
  return known
}

/** Answers that a page is meant to be given. */
const expected = /404 \(Not Found\)/

describe.each([
  ['a phone', phone],
  ['a desk', desktop],
])('on %s', (_, size) => {
  test.each(visits)('$name', async ({ path, as, see, after }) => {
    const page = await (await deviceFor(as, size)).newPage()
    const troubles = watchTroubles(page)
    await page.goto(path())
    await after?.(page)
    await page.getByText(see).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await overflow(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(troubles.filter((trouble) => !expected.test(trouble))).toEqual([])
    await page.close()
  })
})

test('in English, every word of ours', async () => {
  const page = await (await house.deviceOf('warga')).newPage()
  await page.goto('/')
  await page.getByRole('button', { name: /English/ }).click()
  await page.getByText('What do you need today?').waitFor()
  const seen = [
    ['/layanan/sip-bidan', 'What you need'],
    [`/permohonan/${running.id}`, 'Waiting on'],
    [`/permohonan/${returned.id}/perbaiki`, 'STR number'],
    ['/layanan/sip-bidan/ajukan', 'Step 1 of'],
    ['/bantuan', 'Who sees my data?'],
  ] as const
  for (const [path, words] of seen) {
    await page.goto(path)
    await page.getByText(words).first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await accessibilityFaults(page)).toEqual([])
  }
})

test('the keyboard reaches everything: skip link first, then the way to the service', async () => {
  const page = await (await house.device(desktop)).newPage()
  await page.goto('/')
  await page.getByText('Surat Izin Praktik Bidan').first().waitFor()
  await page.keyboard.press('Tab')
  await expect.poll(() => page.evaluate(() => window.document.activeElement?.className)).toBe('skip-link')
  await page.keyboard.press('Enter')
  await page.getByRole('searchbox').focus()
  await page.keyboard.type('bidan')
  await expect.poll(() => page.locator('.service-card').count()).toBe(1)
  await page.locator('.service-card').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Surat Izin Praktik Bidan' }).waitFor()
  await expect.poll(() => page.evaluate(() => window.document.activeElement?.tagName)).toBe('H1')
})
