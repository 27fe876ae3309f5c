import type { BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ApplicationRow } from '../../contracts/applications.ts'
import { fixtureDefinition } from '../catalogue/fixture.ts'
import { sampleAnswers } from '../catalogue/sample-answers.ts'
import { keptOnDevice } from './on-device.ts'
import { attachAll, fillPage, heading, next, takePhoto } from './portal-hands.ts'
import { openPortalHouse, type PortalHouse } from './portal-house.ts'

/** Whatever happens between the thumb and the office: what was filled in stays, and one application is one. */
let house: PortalHouse
let device: BrowserContext

beforeAll(async () => {
  house = await openPortalHouse({ worker: false })
})
beforeEach(async () => {
  device = await house.deviceOf('warga')
})
afterAll(() => house?.close())

const filed = async () => ((await house.getAs('warga', '/api/applications')).json as ApplicationRow[]).length
const submit = /\/api\/applications$/
const send = (page: Page) => page.getByRole('button', { name: /^Kirim/ }).click()

async function fillEverything(page: Page): Promise<void> {
  const definition = await fixtureDefinition('ak-1')
  const answers = sampleAnswers['ak-1']
  await page.goto('/layanan/ak-1/ajukan')
  await heading(page, 'Pemohon')
  await next(page)
  for (const { title, fields } of definition.form) {
    await heading(page, title.id)
    await fillPage(
      page,
      Object.fromEntries(fields.flatMap(({ name }) => (name in answers ? [[name, answers[name]]] : []))),
    )
    await next(page)
  }
  await attachAll(page, await takePhoto(page, 400, 300))
  await next(page)
  await page.getByLabel(/Isian dan berkas ini benar/).check()
}

/** How much of a kind this device keeps. */
const count = async (page: Page, store: 'drafts' | 'files') => (await keptOnDevice(page, store)).length

test('the answer is lost: sending again files nothing twice', async () => {
  const page = await device.newPage()
  await fillEverything(page)
  const before = await filed()
  const keys: (string | undefined)[] = []
  const lose = async (route: Route) => {
    keys.push(route.request().headers()['idempotency-key'])
    if (keys.length > 1) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  }
  await page.route(submit, lose)
  await send(page)
  await page.getByText('Pengiriman terakhir belum terjawab').waitFor()
  expect(await filed()).toBe(before + 1)
  await page.getByRole('button', { name: 'Kirim lagi' }).click()
  await heading(page, 'Permohonan sudah diterima')
  expect(await filed()).toBe(before + 1)
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
})

test('the tab is killed while sending: everything is there again, and it is filed once', async () => {
  const page = await device.newPage()
  await fillEverything(page)
  const before = await filed()
  const arrived = new Promise<void>((resolve) => {
    page.route(submit, async (route) => {
      await route.fetch()
      resolve()
    })
  })
  await send(page)
  await arrived
  await page.close({ runBeforeUnload: false })

  const again = await device.newPage()
  await again.goto('/layanan/ak-1/ajukan')
  await heading(again, 'Periksa dan kirim')
  await again.getByText('Pengiriman terakhir belum terjawab').waitFor()
  await again.getByRole('button', { name: 'Kirim lagi' }).click()
  await heading(again, 'Permohonan sudah diterima')
  expect(await filed()).toBe(before + 1)
})

test('two impatient presses are one application', async () => {
  const page = await device.newPage()
  await fillEverything(page)
  const before = await filed()
  await page.getByRole('button', { name: 'Kirim permohonan' }).evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
  })
  await heading(page, 'Permohonan sudah diterima')
  expect(await filed()).toBe(before + 1)
  await page.goto('/layanan/ak-1/ajukan')
  await heading(page, 'Pemohon')
})

test('busy for a while: the same key goes out again', async () => {
  const page = await device.newPage()
  await fillEverything(page)
  const keys: (string | undefined)[] = []
  await page.route(submit, (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    const problem = { type: 'about:blank', title: 'Layanan sedang terganggu', status: 503, code: 'unavailable' }
    return keys.length > 2
      ? route.continue()
      : route.fulfill({
          status: 503,
          headers: { 'Retry-After': '5' },
          contentType: 'application/problem+json',
          body: JSON.stringify(problem),
        })
  })
  await send(page)
  await page.getByText('Layanan sedang sibuk').waitFor()
  await send(page)
  await expect.poll(() => keys.length).toBe(2)
  await page.getByText('Layanan sedang sibuk').waitFor()
  await send(page)
  await heading(page, 'Permohonan sudah diterima')
  expect(new Set(keys).size).toBe(1)
})

test('a refusal leads to its field, and what is sent after mending has a key of its own', async () => {
  const page = await device.newPage()
  await fillEverything(page)
  const keys: (string | undefined)[] = []
  await page.route(submit, (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    return route.continue()
  })
  await page.getByRole('button', { name: 'Ubah Pemohon' }).click()
  await page.getByLabel('NIK').fill('3510130203680002')
  await page.goBack()
  await page.getByLabel(/Isian dan berkas ini benar/).check()
  await send(page)
  await heading(page, 'Pemohon')
  const summary = page.locator('.error-summary')
  await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true)
  expect(await page.locator('#applicant-nik-error').textContent()).toMatch(/NIK/)
  await page.getByLabel('NIK').fill('3510135408910001')
  expect(await summary.count()).toBe(0)
  await page.evaluate(() => {
    window.location.hash = 'kirim'
  })
  await send(page)
  await heading(page, 'Permohonan sudah diterima')
  expect(new Set(keys).size).toBe(2)
})

test('a draft comes back with its answers and files, and can be thrown away', async () => {
  const page = await device.newPage()
  await fillEverything(page)
  await expect.poll(() => count(page, 'files')).toBeGreaterThan(2)
  await page.close()
  const again = await device.newPage()
  await again.goto('/layanan/ak-1')
  await again.getByRole('link', { name: 'Lanjutkan isian Anda' }).click()
  await heading(again, 'Periksa dan kirim')
  await again.getByText('Melanjutkan isian Anda').waitFor()
  await again.getByText(String(sampleAnswers['ak-1'].jabatanDicari)).first().waitFor()
  await again.goto('/layanan/ak-1/ajukan#berkas')
  expect(await again.getByText('Terkirim').count()).toBeGreaterThan(2)
  await again.getByRole('button', { name: 'Mulai dari awal' }).click()
  await again.getByRole('button', { name: 'Hapus isian' }).click()
  await heading(again, 'Pemohon')
  await expect.poll(() => count(again, 'files')).toBe(0)
})

test('who signs out on a shared device can leave nothing behind', async () => {
  const page = await device.newPage()
  await page.goto('/layanan/ak-1/ajukan')
  await heading(page, 'Pemohon')
  await expect.poll(() => page.getByText(/Tersimpan di perangkat ini/).count()).toBe(1)
  await expect.poll(() => count(page, 'drafts')).toBe(1)
  await page.goto('/')
  await page.locator('.account-menu summary').click()
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.getByRole('button', { name: 'Hapus lalu keluar' }).click()
  await page.getByRole('link', { name: 'Masuk' }).waitFor()
  const kept = await page.evaluate(() => Object.keys(localStorage))
  expect(kept).not.toContain('lontar.person')
})
