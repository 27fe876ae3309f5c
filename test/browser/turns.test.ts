import { afterAll, beforeAll, expect, test } from 'vitest'
import { signed } from '../api/case-api-house.ts'
import { heading } from './portal-hands.ts'
import { accessibilityFaults, desktop, openPortalHouse, type PortalHouse, watchTroubles } from './portal-house.ts'

/** What becomes of a decision: the applicant objects, a superior gives the case another course. */
let house: PortalHouse

beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house?.close())

const reject = { decision: 'reject', note: 'STR belum dapat dibuktikan keabsahannya.' }

async function rejected() {
  const receipt = await house.file('sip-bidan')
  await house.walk(receipt, [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi', reject],
    ['kadis', 'rejection-tanda-tangan-penolakan', signed],
  ])
  return receipt
}

test('a citizen objects to a rejection on a phone', async () => {
  const receipt = await rejected()
  const page = await (await house.deviceOf('warga')).newPage()
  const troubles = watchTroubles(page)
  await page.goto(`/permohonan/${receipt.id}`)
  await page.getByText('Tidak setuju dengan keputusan ini?').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('link', { name: 'Ajukan keberatan' }).click()
  await heading(page, 'Keberatan Anda')
  await page.getByText(`Keberatan atas permohonan ${receipt.number}`).waitFor()
  await page.getByLabel('Mengapa Anda tidak setuju?').fill('STR saya sah, dan salinannya sudah saya lampirkan.')
  await page.getByLabel('Apa yang Anda minta?').fill('Mohon diperiksa kembali.')
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.getByRole('heading', { level: 1, name: 'Berkas' }).waitFor()
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Kirim permohonan' }).click()
  await heading(page, 'Permohonan sudah diterima')
  await page.goto(`/permohonan/${receipt.id}`)
  await page.getByText('Keberatan Anda').waitFor()
  expect(await page.getByRole('link', { name: 'Ajukan keberatan' }).count()).toBe(0)
  expect(troubles).toEqual([])
})

test('a section head opens a rejected case again', async () => {
  const receipt = await rejected()
  const page = await (await house.deviceOf('kabid', desktop)).newPage()
  const troubles = watchTroubles(page)
  await page.goto(`/admin/applications/${receipt.id}`)
  await page.getByRole('button', { name: 'Tindakan lain' }).click()
  await page.getByRole('menuitem', { name: 'Buka kembali' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Buka kembali' }).click()
  await dialog.getByText('Pilih dahulu.').waitFor()
  await dialog.getByLabel(/Mulai dari langkah/).click()
  await page.getByRole('option', { name: 'Verifikasi' }).first().click()
  await page.locator('[role=listbox]').waitFor({ state: 'detached' })
  await dialog.getByLabel(/Alasan/).fill('Keabsahan STR sudah dipastikan lewat konsil.')
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Buka kembali' }).click()
  await page.getByText('Sudah dicatat.').waitFor()
  await expect.poll(async () => (await house.read(receipt.id)).status).toBe('in-progress')
  await page.getByText('Diproses').first().waitFor()
  expect(troubles).toEqual([])
})
