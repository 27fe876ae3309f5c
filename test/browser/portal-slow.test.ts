import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import { openPortalHouse, type PortalHouse } from './portal-house.ts'

/** A cheap phone on a thin line: 400 kbit/s, 400 ms there and back, a processor four times slower, nothing kept yet. */
let house: PortalHouse
let receipt: ApplicationReceipt

beforeAll(async () => {
  house = await openPortalHouse({ worker: false })
  receipt = await house.file('ak-1')
})
afterAll(() => house?.close())

const bytesPerSecond = (400 * 1000) / 8
const usableMs = 5_000

async function slowPage(signedIn: boolean): Promise<Page> {
  const device = signedIn ? await house.deviceOf('warga') : await house.device()
  const page = await device.newPage()
  const tools = await device.newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return page
}

/** From the press on the link until the person can do what they came for, in milliseconds. */
async function timeUntil(page: Page, path: string, usable: (page: Page) => Promise<void>): Promise<number> {
  const started = performance.now()
  await page.goto(path, { waitUntil: 'commit' })
  await usable(page)
  return performance.now() - started
}

const cases: [string, () => string, boolean, (page: Page) => Promise<void>][] = [
  ['find', () => '/', false, (page: Page) => page.getByText('Kartu Pencari Kerja').waitFor()],
  ['a service', () => '/layanan/ak-1', false, (page: Page) => page.getByRole('link', { name: 'Ajukan' }).waitFor()],
  ['track', () => `/lacak#n=${receipt.number}`, false, (page: Page) => page.getByLabel('Kode lacak').fill('AB')],
  ['verify', () => '/verifikasi/tidak-ada', false, (page: Page) => page.getByText('Dokumen tidak dikenal').waitFor()],
  ['apply', () => '/layanan/ak-1/ajukan', true, (page: Page) => page.getByLabel('NIK').fill('35')],
]

test.each(cases)('%s is usable within five seconds', async (_, path, signedIn, usable) => {
  const page = await slowPage(signedIn)
  const taken = await timeUntil(page, path(), usable)
  expect(taken).toBeLessThan(usableMs)
})
