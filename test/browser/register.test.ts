import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { RegisterDetail } from '../../contracts/register.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { citizen, signed } from '../api/case-api-house.ts'
import {
  accessibilityFaults,
  desktop,
  openPortalHouse,
  overflow,
  type PortalHouse,
  phone,
  watchTroubles,
} from './portal-house.ts'

const { SCREENSHOTS: shots } = process.env
let house: PortalHouse
let entry: string
let number: string

beforeAll(async () => {
  house = await openPortalHouse()
  const filed = await house.file('sip-bidan')
  await house.walk(filed, [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi'],
    ['teknis', 'rekomendasi'],
    ['kabid', 'validasi'],
    ['kadis', 'tanda-tangan', signed],
  ])
  entry = `${filed.number}:sip-bidan`
  await vi.waitFor(
    async () => expect(await house.inside(() => RegisterEntry.exists({ entry, 'state.seq': 1 }))).toBeTruthy(),
    { timeout: 30_000, interval: 100 },
  )
  number = ((await house.getAs('kabid', `/api/register/${encodeURIComponent(entry)}`)).json as RegisterDetail).number
})
afterAll(() => house?.close())

it('an officer suspends a licence with a reason; the screen then offers to lift it, and nothing else', async () => {
  const page = await (await house.deviceOf('kabid', desktop)).newPage()
  const troubles = watchTroubles(page)
  await page.goto('/admin/register')
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('heading', { name: number }).waitFor()
  const acts = page.getByRole('group', { name: 'Tindakan' })
  await acts.waitFor()
  expect(await acts.getByRole('button').allTextContents()).toEqual(['Bekukan'])
  await acts.getByRole('button', { name: 'Bekukan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Bekukan' }).click()
  await dialog.getByText('Isi paling sedikit sepuluh huruf').waitFor()
  await dialog.getByLabel('Alasan').fill('Praktik di luar tempat yang diizinkan')
  await dialog.getByLabel('Dasar hukum').fill('UU 17/2023 Pasal 264')
  if (shots) await page.screenshot({ path: `${shots}/admin-suspend.png` })
  await dialog.getByRole('button', { name: 'Bekukan' }).click()
  await acts.getByRole('button', { name: 'Cabut pembekuan' }).waitFor()
  await page.getByText('Praktik di luar tempat yang diizinkan').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  if (shots) await page.screenshot({ path: `${shots}/admin-register.png` })
  expect(troubles).toEqual([])
})

it('anybody sees in the public register that it is suspended, on a phone, and verifies the document from there', async () => {
  const page = await (await house.device(phone)).newPage()
  const troubles = watchTroubles(page)
  await page.goto('/register')
  await page.getByLabel('Nomor izin atau nama pemegang').fill('rahayu ningtyas')
  await page.getByRole('button', { name: 'Cari' }).click()
  await page.getByRole('heading', { name: '1 izin ditemukan' }).waitFor()
  expect(new URL(page.url()).search).toBe('')
  const found = page.getByRole('article')
  expect(await found.textContent()).toContain(citizen.name)
  expect(await found.textContent()).toContain('Dibekukan')
  expect(await page.content()).not.toContain(citizen.nik)
  expect(await overflow(page)).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])
  if (shots) await page.screenshot({ path: `${shots}/portal-register.png`, fullPage: true })
  await page.getByRole('link', { name: 'Lihat keaslian dokumen' }).click()
  await page.getByRole('heading', { name: 'Dokumen ini asli, tetapi sedang dibekukan' }).waitFor()
  await page.goto('/register')
  await page.getByLabel('Nomor izin atau nama pemegang').fill('tidak ada orangnya')
  await page.getByRole('button', { name: 'Cari' }).click()
  await page.getByText('Tidak ada izin yang cocok').waitFor()
  expect(troubles).toEqual([])
})

it('its holder sees how it stands, and renews it once the window is open: the form is filled in', async () => {
  const soon = Date.now() + 20 * 86_400_000
  await house.inside(() =>
    RegisterEntry.updateOne(
      { entry },
      {
        $set: { validUntil: new Date(soon), 'state.validUntil': soon, 'state.upkeep.reminders': [{ days: 90, at: 0 }] },
      },
    ),
  )
  const page = await (await house.deviceOf('warga', phone)).newPage()
  const troubles = watchTroubles(page)
  await page.goto('/izin-saya')
  const licence = page.getByRole('article').filter({ hasText: number })
  await licence.getByText('Tinggal 19 hari').or(licence.getByText('Tinggal 20 hari')).waitFor()
  await licence.getByRole('link', { name: 'Perpanjang' }).waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])
  if (shots) await page.screenshot({ path: `${shots}/portal-licences.png`, fullPage: true })
  await licence.getByRole('link', { name: 'Perpanjang' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForURL(/perpanjang=/)
  await expect.poll(() => page.getByLabel('NIK').count(), { timeout: 20_000 }).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.getByLabel('Nomor SIP yang diperpanjang').waitFor()
  expect(await page.getByLabel('Nomor SIP yang diperpanjang').inputValue()).toBe(number)
  if (shots) await page.screenshot({ path: `${shots}/portal-renew.png`, fullPage: true })
  expect(troubles).toEqual([])

  const { pathname, search } = new URL(page.url())
  const other = await (await house.device(phone)).newPage()
  await other.goto(`${pathname}${search}`)
  await other.getByLabel('Surel').fill('warga@demo.test')
  await other.getByLabel('Kata sandi').fill('lontar-demo')
  await other.getByRole('button', { name: 'Masuk', exact: true }).click()
  await other.waitForURL((url) => url.pathname === pathname && url.search === search)
  await expect.poll(() => other.getByLabel('NIK').count(), { timeout: 20_000 }).toBeGreaterThan(0)
  await other.goto('/masuk?lanjut=/%09/jahat.test')
  await other.waitForURL(`${house.url}/`)
})
