import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import { citizen } from '../api/case-api-house.ts'
import { takePhoto } from './portal-hands.ts'
import { accessibilityFaults, openPortalHouse, type PortalHouse, phone, watchTroubles } from './portal-house.ts'

const { SCREENSHOTS: shots } = process.env

/** An inspector with a phone: appointment, arrival, checklist, photo, signed report. */
let house: PortalHouse

beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house?.close())

const answers = {
  nib: '1234567890123',
  namaUsaha: 'Warung Bu Sri',
  jenisUsaha: 'rumah-makan',
  alamatUsaha: 'Jalan Raya Rogojampi 12',
  desaUsaha: '35.10.13.2013',
  penjamah: 4,
}

async function filed(): Promise<ApplicationReceipt> {
  const file = await house.upload('warga')
  const documents = ['ktp', 'nib', 'denah'].map((code) => ({ code, file }))
  const body = { service: 'slhs', applicant: citizen, channel: 'portal', answers, documents }
  const receipt = (await house.postAs('warga', '/api/applications', body)).json as ApplicationReceipt
  await house.until(receipt.id, { waiting: { step: 'kelengkapan' } })
  await house.walk(receipt, [['verifikator', 'kelengkapan']])
  return receipt
}

/** A Wednesday some weeks ahead that is no holiday of the pack's calendar. */
const workingDay = '2027-01-13'

test('an inspector does the whole visit on a phone', async () => {
  const receipt = await filed()
  const device = await house.deviceOf('teknis', {
    ...phone,
    permissions: ['geolocation'],
    geolocation: { latitude: -8.219, longitude: 114.369, accuracy: 12 },
  })
  const page = await device.newPage()
  const troubles = watchTroubles(page)
  await page.goto(`/admin/tasks/${encodeURIComponent(`${receipt.number}:inspeksi`)}`)
  await page.getByLabel(/Tanggal/).fill(workingDay)
  await page.getByLabel('Pesan untuk pemohon').fill('Mohon dapur dapat dilihat.')
  await page.getByRole('button', { name: 'Jadwalkan', exact: true }).click()
  await page.getByText('Jadwal disimpan').waitFor()
  expect(await page.getByRole('button', { name: 'Setujui' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Berangkat' }).click()
  await page.getByText('Keberangkatan dicatat').waitFor()
  await page.getByRole('button', { name: 'Tiba di lokasi' }).click()
  await page.getByText('Kedatangan dicatat').waitFor()
  await page.getByRole('button', { name: 'Setujui', exact: true }).click()
  for (const question of [/bebas dari sumber pencemaran/, /Air bersih cukup/, /tempat cuci tangan/, /penjamah/i]) {
    await page.getByRole('radiogroup', { name: question }).getByLabel('Ya').check()
  }
  await page
    .getByRole('radiogroup', { name: /disimpan terpisah/ })
    .getByLabel('Tidak')
    .check()
  await page.getByLabel(/Suhu lemari pendingin/).fill('4')
  await page.getByLabel(/Pengelolaan sampah/).click()
  await page.getByRole('option', { name: 'Baik' }).click()
  const photo = { name: 'dapur.jpg', mimeType: 'image/jpeg', buffer: await takePhoto(page, 800, 600) }
  await page.locator('input[type=file]').setInputFiles(photo)
  await page.getByText('dapur.jpg').waitFor()
  await page.getByLabel(/Frasa sandi/).fill('lontar-demo')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Setujui', exact: true }).last().click()
  await expect.poll(async () => (await house.read(receipt.id)).waiting.step, { timeout: 20_000 }).toBe('laboratorium')
  const { state } = await house.read(receipt.id)
  expect(Object.values(state.documents)).toMatchObject([{ code: 'bap', status: 'signed' }])
  expect(troubles).toEqual([])
})

test('a report begun without a line outlives a killed tab; its photo goes small once there is a line', async () => {
  const receipt = await filed()
  const task = `${receipt.number}:inspeksi`
  const act = async (what: string, body: object = {}) => {
    const { status, text } = await house.postAs('teknis', `/api/tasks/${encodeURIComponent(task)}/${what}`, body)
    expect(status, text).toBe(200)
  }
  await act('schedule', { at: `${workingDay}T03:00:00.000Z` })
  await act('depart')
  await act('arrive', { position: { latitude: -8.219, longitude: 114.369, accuracy: 12 } })
  const device = await house.deviceOf('teknis', phone)
  const page = await device.newPage()
  await page.goto(`/admin/tasks/${encodeURIComponent(task)}`)
  await page.getByRole('button', { name: 'Setujui', exact: true }).click()
  const buffer = await takePhoto(page, 4000, 3000)
  await device.setOffline(true)
  await page
    .getByRole('radiogroup', { name: /Air bersih cukup/ })
    .getByLabel('Ya')
    .check()
  await page.getByLabel(/^Catatan untuk berkas/).fill('Dapur bersih, gudang lembap.')
  await page.locator('input[type=file]').setInputFiles({ name: 'gudang.png', mimeType: 'image/jpeg', buffer })
  await page.getByText('gudang.jpg').waitFor()
  await page.getByText('1 foto tersimpan di perangkat ini, dikirim bila ada sinyal.').waitFor()
  if (shots) await page.screenshot({ path: `${shots}/inspection-offline.png`, fullPage: true })
  await page.close()

  await device.setOffline(false)
  const again = await device.newPage()
  const sent: number[] = []
  again.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/files'))
      sent.push(request.postDataBuffer()?.length ?? 0)
  })
  await again.goto(`/admin/tasks/${encodeURIComponent(task)}`)
  await again.getByText('Dilanjutkan dari yang tersimpan di perangkat ini.').waitFor()
  await again.getByText(/^1 foto; diperlukan/).waitFor()
  expect(await again.getByLabel(/^Catatan untuk berkas/).inputValue()).toBe('Dapur bersih, gudang lembap.')
  expect(
    await again
      .getByRole('radiogroup', { name: /Air bersih cukup/ })
      .getByLabel('Ya')
      .isChecked(),
  ).toBe(true)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toBeLessThan(Math.min(buffer.length, 1_500_000))
  if (shots) await again.screenshot({ path: `${shots}/inspection-again.png`, fullPage: true })
  expect(await accessibilityFaults(again)).toEqual([])
  for (const question of [/bebas dari sumber pencemaran/, /tempat cuci tangan/, /penjamah/i, /disimpan terpisah/]) {
    await again.getByRole('radiogroup', { name: question }).getByLabel('Ya').check()
  }
  await again.getByLabel(/Suhu lemari pendingin/).fill('4')
  await again.getByLabel(/Pengelolaan sampah/).click()
  await again.getByRole('option', { name: 'Baik' }).click()
  await again.getByLabel(/Frasa sandi/).fill('lontar-demo')
  await again.getByRole('button', { name: 'Setujui', exact: true }).last().click()
  await expect.poll(async () => (await house.read(receipt.id)).waiting.step, { timeout: 20_000 }).toBe('laboratorium')
  const left = () =>
    again.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const asked = indexedDB.open('lontar-office')
          asked.onerror = () => reject(asked.error)
          asked.onsuccess = () => {
            const count = asked.result.transaction('reports').objectStore('reports').count()
            count.onsuccess = () => resolve(count.result)
          }
        }),
    )
  await expect.poll(left).toBe(0)
})
