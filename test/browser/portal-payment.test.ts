import { readFile } from 'node:fs/promises'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../integrations/payment/simulator/simulator.ts'
import { paidPack } from '../setup/paid-pack.ts'
import {
  accessibilityFaults,
  desktop,
  openPortalHouse,
  overflow,
  type PortalHouse,
  watchTroubles,
} from './portal-house.ts'

/** A citizen pays, sees what happens with the money, and takes the receipt home; the office sees the same. */
let house: PortalHouse
let simulator: Simulator

beforeAll(async () => {
  const serverKey = 'SB-Mid-server-browser-test'
  simulator = await startSimulator({ serverKey, notifyUrl: null })
  house = await openPortalHouse({
    pack: await paidPack(),
    env: { PAYMENT_URL: simulator.url, PAYMENT_SERVER_KEY: serverKey },
  })
  simulator.notifyAt(`${house.url}/api/payments/notifications`)
})
afterAll(async () => {
  await house?.close()
  await simulator?.close()
})

const shots = process.env.SCREENSHOTS

async function toPay() {
  const receipt = await house.file('ak-1')
  await house.walk(receipt, [['disnaker', 'pemeriksaan']])
  return receipt
}

test('a bill is paid at the bank, the page changes by itself, and the receipt is taken home', async () => {
  const receipt = await toPay()
  const device = await house.deviceOf('warga')
  const page = await device.newPage()
  const troubles = watchTroubles(page)
  await page.goto(`/permohonan/${receipt.id}`)
  await page.getByRole('heading', { name: 'Bayar' }).waitFor()
  await page
    .locator('.pay-total')
    .getByText(/Rp\s?50\.000/)
    .waitFor()
  await page.getByText(/hari lagi|jam lagi/).waitFor()
  const account = (await page.locator('.pay-account .number').textContent())?.replaceAll(' ', '') ?? ''
  const scanned = await readQr(await page.locator('.pay-qr').getAttribute('src'))
  expect(scanned).toMatch(/\/bayar\/b[0-9a-f]{20}-qris-1$/)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  if (shots) await page.screenshot({ path: `${shots}/pay-phone.png`, fullPage: true })

  const bank = await (await house.device()).newPage()
  await bank.goto(simulator.url)
  await bank.getByLabel('Nomor virtual account').fill(account)
  await bank.getByRole('button', { name: 'Cari tagihan' }).click()
  await bank
    .getByText(/Rp\s?50\.000/)
    .first()
    .waitFor()
  expect(await accessibilityFaults(bank)).toEqual([])
  await bank.getByRole('button', { name: 'Bayar', exact: true }).click()
  await bank.getByText('Pembayaran berhasil').waitFor()
  if (shots) await bank.screenshot({ path: `${shots}/pay-bank.png`, fullPage: true })

  await page.getByText('Sudah dibayar').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh kuitansi' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^KW-\d{4}-\d{6}\.pdf$/)
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await page.getByText('Virtual account').count()).toBe(0)
  if (shots) await page.screenshot({ path: `${shots}/paid-phone.png`, fullPage: true })
  if (shots) await download.saveAs(`${shots}/receipt.pdf`)
  expect(troubles).toEqual([])

  await bank.reload()
  await bank.getByRole('button', { name: 'Bayar sekali lagi' }).click()
  await bank.getByText('Pembayaran berhasil').waitFor()
  const givenBack = page.getByText(/Rp\s?50\.000 dibayar dua kali: sudah dikembalikan/)
  await expect
    .poll(() => page.reload({ waitUntil: 'networkidle' }).then(() => givenBack.isVisible()), { timeout: 20_000 })
    .toBe(true)
})

test('who withdraws is told what goes back; what has to be done by hand stands first in the office', async () => {
  const receipt = await toPay()
  const page = await (await house.deviceOf('warga', desktop)).newPage()
  await page.goto(`/permohonan/${receipt.id}`)
  await page.getByRole('button', { name: 'Salin nomor' }).waitFor()
  if (shots) await page.screenshot({ path: `${shots}/pay-desk.png`, fullPage: true })
  const { bills } = await house.detail('warga', receipt.id)
  await simulator.pay(`${bills[0]?.id}-va-1`)
  await page.getByText('Sudah dibayar').waitFor()
  simulator.faults.add({ on: 'refund', how: 'refuse' })
  await page.getByRole('button', { name: 'Batalkan permohonan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Alasan').fill('Sudah bekerja')
  await dialog.getByRole('button', { name: 'Ya, batalkan' }).click()
  await page.getByText('Permohonan Anda dibatalkan').waitFor()
  await page.getByText(/Rp\s?40\.000 karena permohonan dibatalkan: akan ditransfer oleh bendahara/).waitFor()

  const office = await (await house.deviceOf('supervisor', desktop)).newPage()
  const troubles = watchTroubles(office)
  await office.goto('/admin/bills')
  const first = office.getByRole('row').nth(1)
  await first.getByText('Kembalikan manual').waitFor()
  expect(await accessibilityFaults(office)).toEqual([])
  if (shots) await office.screenshot({ path: `${shots}/bills-desk.png`, fullPage: true })
  await first.getByRole('link', { name: receipt.number }).click()
  await office.getByText('menunggu transfer manual').waitFor()
  await office.getByRole('button', { name: 'Sudah ditransfer' }).click()
  await office.getByText('Isi nomor transfer').waitFor()
  await office.getByLabel('Nomor transfer atau SP2D').fill('SP2D-2026-0017')
  if (shots) await office.screenshot({ path: `${shots}/bill-desk.png`, fullPage: true })
  expect(await accessibilityFaults(office)).toEqual([])
  await office.getByRole('button', { name: 'Sudah ditransfer' }).click()
  await office.getByText('sudah kembali').waitFor()
  expect(troubles).toEqual([])
  await page.reload()
  await page.getByText(/Rp\s?40\.000 karena permohonan dibatalkan: sudah dikembalikan/).waitFor()
})

async function readQr(address: string | null): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(Buffer.from(address?.split(',')[1] ?? '', 'base64'))
  const decode = 'default' in jsqr ? jsqr.default : jsqr
  return decode(new Uint8ClampedArray(data), width, height)?.data
}
