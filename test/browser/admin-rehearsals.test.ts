import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLogger } from '../../infra/logger.ts'
import { startRehearser } from '../../rehearsal/rehearser/rehearser.ts'
import { type AdminHouse, openAdminHouse, openPage, phone } from './admin-house.ts'

const { SCREENSHOTS: shots } = process.env
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
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

/** What axe finds on the page, or what is wider than the screen; the page is photographed under the name. */
async function wrongWith(page: Page, name: string): Promise<string[]> {
  if (shots) await page.screenshot({ path: `${shots}/rehearsal-${name}.png`, fullPage: true })
  const { violations } = await new AxeBuilder({ page: page as never }).withTags(tags).analyze()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return [
    ...violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
    ...(overflow > 0 ? [`wider than the screen by ${overflow}`] : []),
  ]
}

const start = (page: Page) => page.getByRole('button', { name: 'Mulai gladi' }).click()

it('an editor has a service played across Lebaran, watches it, and reads what came out day by day', async () => {
  const editor = await house.officer('katalog')
  const { page, troubles } = await openPage(editor, '/services/ak-1')
  await page.getByRole('link', { name: 'Gladi', exact: true }).click()
  await page.getByRole('heading', { name: /^Gladi: / }).waitFor()
  await page.getByText('Belum ada yang memainkan gladi').waitFor()
  await page.getByRole('heading', { name: 'Belum ada gladi' }).waitFor()
  expect(await wrongWith(page, 'nobody')).toEqual([])

  rehearser = await startRehearser({ log: createLogger('rehearser', 'silent'), limitMs: playMs })
  await page.reload()
  await page.getByRole('heading', { name: /^Gladi: / }).waitFor()
  await expect.poll(() => page.getByText('Belum ada yang memainkan gladi').count()).toBe(0)
  await page.getByRole('radio', { name: /^Terlambat/ }).check()
  await page.getByRole('radio', { name: /^Memperbaiki/ }).check()
  await page.getByRole('button', { name: /^Hari Raya Idul Fitri, libur mulai/ }).click()
  expect(await wrongWith(page, 'ask')).toEqual([])
  await start(page)
  await page.getByText(/^Biasanya selesai dalam satu menit/).waitFor()
  expect(await wrongWith(page, 'under-way')).toEqual([])
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
  expect(await wrongWith(page, 'story')).toEqual([])
  await page.getByRole('link', { name: 'Atur gladi lain' }).click()
  const last = page.getByRole('region', { name: 'Gladi terakhir' })
  await last.getByText('Petugas terlambat, pemohon memperbaiki', { exact: false }).waitFor()
  expect(await wrongWith(page, 'last')).toEqual([])
  expect(troubles).toEqual([])
})

it('on a phone money and outside systems are asked for where a service has them, and a day that is past is refused at its field', async () => {
  const editor = await house.officer('katalog', phone)
  const { page, troubles } = await openPage(editor, '/services/pbg/rehearsals')
  await page.getByRole('radio', { name: /^Tidak pernah dibayar/ }).check()
  await page.getByRole('radio', { name: /^Pemeliharaan/ }).check()
  expect(await wrongWith(page, 'phone-money')).toEqual([])
  await page.goto('/admin/services/ak-1/rehearsals')
  await page.getByRole('radio', { name: /^Terlambat/ }).waitFor()
  expect(await page.getByRole('radio', { name: /^Pemeliharaan/ }).count()).toBe(0)
  await page.getByLabel('Permohonan masuk pada').fill('2026-01-05')
  await start(page)
  await page.getByText('Gladi hanya berjalan ke depan: pilih hari sesudah hari ini.').waitFor()
  expect(await wrongWith(page, 'phone-ask')).toEqual([])
  await page.getByRole('region', { name: 'Gladi terakhir' }).getByRole('link').first().click()
  await page.getByRole('region', { name: 'Ceritanya' }).waitFor()
  expect(await wrongWith(page, 'phone-story')).toEqual([])
  expect(troubles.filter((trouble) => !/422/.test(trouble))).toEqual([])
})
