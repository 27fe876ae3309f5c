import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApplicationDetail, ApplicationRow } from '../../contracts/applications.ts'
import { fixtureDefinition } from '../catalogue/fixture.ts'
import { sampleAnswers } from '../catalogue/sample-answers.ts'
import { attachAll, cameraName, fillPage, heading, next, pickRegion, takePhoto } from './portal-hands.ts'
import { desktop, openPortalHouse, type PortalHouse, watchTroubles } from './portal-house.ts'

let house: PortalHouse

beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house?.close())

const filedBy = async (name: string) => (await house.getAs(name, '/api/applications')).json as ApplicationRow[]

test.each(['akta-kelahiran', 'ak-1'] as const)('%s is filled in, reviewed and filed on a phone', async (code) => {
  const page = await (await house.deviceOf('warga')).newPage()
  const troubles = watchTroubles(page)
  const definition = await fixtureDefinition(code)
  await page.goto(`/layanan/${code}`)
  await page.getByRole('link', { name: 'Ajukan' }).click()
  await heading(page, 'Pemohon')
  await next(page)
  for (const { title, fields } of definition.form) {
    await heading(page, title.id)
    const names = fields.map(({ name }) => name)
    const answers = sampleAnswers[code]
    await fillPage(page, Object.fromEntries(names.flatMap((name) => (name in answers ? [[name, answers[name]]] : []))))
    await next(page)
  }
  await heading(page, 'Berkas')
  await attachAll(page, await takePhoto(page, 800, 600))
  await next(page)
  await heading(page, 'Periksa dan kirim')
  await page.getByLabel(/Isian dan berkas ini benar/).check()
  await page.getByRole('button', { name: 'Kirim permohonan' }).click()
  await heading(page, 'Permohonan sudah diterima')

  const [row] = await filedBy('warga')
  expect(row?.service).toBe(code)
  expect(await page.locator('.slip-number').textContent()).toBe(row?.number)
  const detail = await house.detail('warga', row?.id ?? '')
  expect(detail.answers).toMatchObject(sampleAnswers[code])
  expect(troubles).toEqual([])
})

test('no question answers itself', async () => {
  const page = await (await house.deviceOf('warga')).newPage()
  await page.goto('/layanan/ak-1/ajukan')
  await heading(page, 'Pemohon')
  await next(page)
  await page.getByText('Apakah Anda penyandang disabilitas?').waitFor()
  expect(await page.locator('.fields input:checked').count()).toBe(0)
})

test('a photo is stood upright, made smaller and rid of what the camera wrote; a PDF goes as it is', async () => {
  const device = await house.deviceOf('warga')
  const page = await device.newPage()
  await page.goto('/layanan/sip-bidan/ajukan#berkas')
  await heading(page, 'Berkas')
  const photo = await takePhoto(page, 3200, 2400)
  expect(photo.includes(cameraName)).toBe(true)
  const slot = page.locator('#document-ktp')
  const [answer] = await Promise.all([
    page.waitForResponse(/\/api\/files$/),
    slot.locator('input[capture]').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo }),
  ])
  await slot.getByText('Terkirim').waitFor()
  const size = await slot.locator('.thumbnail img').evaluate((image) => {
    const { naturalWidth, naturalHeight } = image as HTMLImageElement
    return [naturalWidth, naturalHeight]
  })
  expect(size).toEqual([1200, 1600])
  const { id, type } = await answer.json()
  expect(type).toBe('image/jpeg')
  const stored = await (await device.request.get(`/api/files/${id}`)).body()
  expect(stored.length).toBeLessThan(photo.length)
  expect(stored.includes(cameraName)).toBe(false)
  expect(stored.includes('Exif')).toBe(false)

  await page
    .locator('#document-str input:not([capture])')
    .setInputFiles({ name: 'str.txt', mimeType: 'text/plain', buffer: Buffer.from('bukan berkas yang diminta') })
  await page.locator('#document-str').getByText('Berkas ini bukan PDF, JPG, PNG, atau WebP').waitFor()
})

test('the file’s content is what counts: a false photo is refused in plain words, and can be sent again', async () => {
  const page = await (await house.deviceOf('warga')).newPage()
  await page.goto('/layanan/sip-bidan/ajukan#berkas')
  const slot = page.locator('#document-str')
  const choose = (buffer: Buffer, mimeType: string) =>
    slot.locator('input:not([capture])').setInputFiles({ name: 'str', mimeType, buffer })
  await choose(Buffer.from('ini bukan gambar'), 'image/jpeg')
  await slot.getByText('Foto ini tidak bisa dibaca').waitFor()
  await choose(Buffer.from('<html>ini bukan PDF</html>'), 'application/pdf')
  await slot.getByRole('button', { name: 'Kirim ulang' }).waitFor()
  await choose(Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF\n'), 'application/pdf')
  await slot.getByText('Terkirim').waitFor()
})

test('a village operator files for a farmer without a phone, whose consent comes first', async () => {
  const page = await (await house.deviceOf('desa', desktop)).newPage()
  const troubles = watchTroubles(page)
  await page.goto('/layanan/sktm')
  await page.getByRole('link', { name: 'Ajukan untuk warga' }).click()
  await heading(page, 'Persetujuan warga')
  await next(page)
  await page.getByRole('heading', { name: 'Ada 2 hal yang perlu diperiksa' }).waitFor()
  await page.getByLabel('Warga sudah mendengar dan menyetujuinya').check()
  await page.getByLabel('Lisan di depan saksi').check()
  await page.getByLabel('Nama saksi').fill('Siti Aminah')
  await next(page)
  await heading(page, 'Pemohon')
  expect(await page.getByLabel('Nama lengkap').inputValue()).toBe('')
  await page.getByLabel('Nama lengkap').fill('Slamet Riyadi')
  await page.getByLabel('NIK').fill('3510 1302 0368 0002')
  await pickRegion(page.locator('#applicant-village-picker'), '35.10.13.2013')
  await next(page)
  for (const { title, fields } of (await fixtureDefinition('sktm')).form) {
    await heading(page, title.id)
    const answers = sampleAnswers.sktm
    await fillPage(
      page,
      Object.fromEntries(fields.flatMap(({ name }) => (name in answers ? [[name, answers[name]]] : []))),
    )
    await next(page)
  }
  await attachAll(page, await takePhoto(page, 800, 600))
  await next(page)
  await page.getByLabel(/sudah dibacakan kepada warga/).check()
  await page.getByRole('button', { name: 'Kirim permohonan' }).click()
  await page.locator('.slip.large').waitFor()
  const slip = await page.locator('.slip').textContent()
  expect(slip).toContain('Surat Keterangan Tidak Mampu')
  expect(slip).not.toContain('Slamet')
  const scale = await page.locator('.slip-number').evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
  expect(scale).toBeGreaterThan(30)

  const [row] = await filedBy('desa')
  const detail = (await house.getAs('desa', `/api/applications/${row?.id}`)).json as ApplicationDetail
  expect(detail.proxy).toEqual({ consent: true, manner: 'spoken-before-witness', witness: 'Siti Aminah' })
  expect(detail.channel).toBe('village')
  expect(detail.village).toBe('35.10.13.2013')
  await page.getByRole('button', { name: 'Ajukan untuk warga lain' }).click()
  await heading(page, 'Persetujuan warga')
  expect(await page.getByLabel('Warga sudah mendengar dan menyetujuinya').isChecked()).toBe(false)
  expect(troubles).toEqual([])
})
