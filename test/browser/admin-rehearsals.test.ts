import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLogger } from '../../infra/logger.ts'
import { startRehearser } from '../../rehearsal/rehearser/rehearser.ts'
import { type AdminHouse, openAdminHouse, openPage, phone } from './admin-house.ts'
import { keepShot } from './shots.ts'
import { wrongWith } from './wrong-with.ts'

const playMs = 240_000

let house: AdminHouse
let rehearser: Awaited<ReturnType<typeof startRehearser>> | undefined
beforeAll(async () => {
  house = await openAdminHouse({ worker: false })
})
afterAll(async () => {
  await rehearser?.stop()
  await house?.close()
})

const start = (page: Page) => page.getByRole('button', { name: 'Mulai gladi' }).click()

it('an editor has a service played across Lebaran, watches it, and reads what came out day by day', async () => {
  const editor = await house.officer('katalog')
  const { page, troubles } = await openPage(editor, '/services/ak-1')
  await page.getByRole('link', { name: 'Gladi', exact: true }).click()
  await page.getByRole('heading', { name: /^Gladi: / }).waitFor()
  await page.getByText('Belum ada yang memainkan gladi').waitFor()
  await page.getByRole('heading', { name: 'Belum ada gladi' }).waitFor()
  await keepShot(page, 'rehearsal-nobody', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])

  rehearser = await startRehearser({ log: createLogger('rehearser', 'silent'), limitMs: playMs })
  await page.reload()
  await page.getByRole('heading', { name: /^Gladi: / }).waitFor()
  await expect.poll(() => page.getByText('Belum ada yang memainkan gladi').count()).toBe(0)
  await page.getByRole('radio', { name: /^Terlambat/ }).check()
  await page.getByRole('radio', { name: /^Memperbaiki/ }).check()
  await page.getByRole('button', { name: /^Hari Raya Idul Fitri, libur mulai/ }).click()
  await keepShot(page, 'rehearsal-ask', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  await start(page)
  await page.getByText(/^Biasanya selesai dalam satu menit/).waitFor()
  await keepShot(page, 'rehearsal-under-way', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  const result = page.getByRole('region', { name: 'Hasilnya' })
  await result.waitFor({ timeout: playMs })
  await result.getByText('Disetujui', { exact: true }).waitFor()
  expect(await result.textContent()).toMatch(/Masuk\S+, \d+ \S+ 20\d\d, \d\d\.\d\d WIB/)
  const story = page.getByRole('region', { name: 'Ceritanya' })
  await story.getByText('Perbaikan dikirim oleh pemohon.').waitFor()
  expect(await story.getByText(/^Diberitahukan kepada /).count()).toBeGreaterThan(1)
  await page
    .getByText(/^Dijeda .* sampai /)
    .first()
    .waitFor()
  await keepShot(page, 'rehearsal-story', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  await page.getByRole('link', { name: 'Atur gladi lain' }).click()
  const last = page.getByRole('region', { name: 'Gladi terakhir' })
  await last.getByText('Petugas terlambat, pemohon memperbaiki', { exact: false }).waitFor()
  await keepShot(page, 'rehearsal-last', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  expect(troubles).toEqual([])
})

it('on a phone money and outside systems are asked for where a service has them, and a day that is past is refused at its field', async () => {
  const editor = await house.officer('katalog', phone)
  const { page, troubles } = await openPage(editor, '/services/pbg/rehearsals')
  await page.getByRole('radio', { name: /^Tidak pernah dibayar/ }).check()
  await page.getByRole('radio', { name: /^Pemeliharaan/ }).check()
  await keepShot(page, 'rehearsal-phone-money', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  await page.goto('/admin/services/ak-1/rehearsals')
  await page.getByRole('radio', { name: /^Terlambat/ }).waitFor()
  expect(await page.getByRole('radio', { name: /^Pemeliharaan/ }).count()).toBe(0)
  await page.getByLabel('Permohonan masuk pada').fill('2026-01-05')
  await start(page)
  await page.getByText('Gladi hanya berjalan ke depan: pilih hari sesudah hari ini.').waitFor()
  await keepShot(page, 'rehearsal-phone-ask', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  await page.getByRole('region', { name: 'Gladi terakhir' }).getByRole('link').first().click()
  await page.getByRole('region', { name: 'Ceritanya' }).waitFor()
  await keepShot(page, 'rehearsal-phone-story', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  expect(troubles.filter((trouble) => !/422/.test(trouble))).toEqual([])
})
