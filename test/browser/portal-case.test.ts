import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signed } from '../api/case-api-house.ts'
import { jpeg } from '../api/sample-files.ts'
import { keptOnDevice } from './on-device.ts'
import { heading, takePhoto } from './portal-hands.ts'
import { openPortalHouse, type PortalHouse, watchTroubles } from './portal-house.ts'

/** What a citizen does with a case that is under way. */
let house: PortalHouse

beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house?.close())

const returnIt = (deficiencies: object[]) => ({ decision: 'return', note: 'Mohon diperbaiki sekaligus.', deficiencies })

test('everything the officer named is mended at its place and sent back at once', async () => {
  const receipt = await house.file('sip-bidan')
  await house.walk(receipt, [
    [
      'verifikator',
      'kelengkapan',
      returnIt([
        { target: 'document', name: 'str', message: 'Foto STR buram' },
        { target: 'field', name: 'nomorStr', message: 'Nomor STR tidak sama dengan berkasnya' },
        { target: 'other', name: 'umum', message: 'Sebutkan jam praktik yang baru' },
      ]),
    ],
  ])
  const before = await house.detail('warga', receipt.id)
  const page = await (await house.deviceOf('warga')).newPage()
  const troubles = watchTroubles(page)
  await page.goto('/permohonan')
  await page.getByRole('link', { name: new RegExp(receipt.number) }).click()
  await page.getByText('3 hal disebut petugas').waitFor()
  await page.getByRole('link', { name: 'Perbaiki sekarang' }).click()
  await heading(page, 'Perbaiki permohonan')
  const number = page.getByLabel('Nomor STR', { exact: true })
  await page.locator('.field', { has: number }).getByText('Nomor STR tidak sama').waitFor()
  expect(await page.getByText('Tempat lahir').count()).toBe(0)
  await number.fill('1')
  await page.getByLabel(/Pesan untuk petugas/).fill('Jam praktik kini 17.00–20.00.')
  const slot = page.locator('#paper-str')
  await slot.locator('input:not([capture])').setInputFiles({
    name: 'str.jpg',
    mimeType: 'image/jpeg',
    buffer: await takePhoto(page, 640, 480),
  })
  await slot.getByText('Terkirim').waitFor()
  await page.getByRole('button', { name: 'Kirim perbaikan' }).click()
  await page
    .locator('#root_nomorStr-error')
    .getByText(/paling sedikit 5/)
    .waitFor()
  await number.fill('ZZ00000987654321')
  await page.getByRole('button', { name: 'Kirim perbaikan' }).click()
  await page.getByText('Perbaikan sudah dikirim').waitFor()

  const after = await house.detail('warga', receipt.id)
  expect(after.answers).toEqual({ ...before.answers, nomorStr: 'ZZ00000987654321' })
  const changed = (code: string) =>
    after.attachments.find((one) => one.code === code)?.file.id !==
    before.attachments.find((one) => one.code === code)?.file.id
  expect(after.attachments.map(({ code }) => code)).toEqual(before.attachments.map(({ code }) => code))
  expect([changed('str'), changed('ktp')]).toEqual([true, false])
  expect(after.correction).toBeNull()
  expect(troubles.filter((trouble) => !/422/.test(trouble))).toEqual([])
})

test('a half-made correction waits on the device', async () => {
  const receipt = await house.file('sip-bidan')
  await house.walk(receipt, [
    ['verifikator', 'kelengkapan', returnIt([{ target: 'field', name: 'alamat', message: 'Tulis RT dan RW' }])],
  ])
  const device = await house.deviceOf('warga')
  const page = await device.newPage()
  await page.goto(`/permohonan/${receipt.id}/perbaiki`)
  await page.getByLabel('Alamat tempat tinggal').fill('Dusun Krajan RT 09 RW 09')
  await page.getByLabel(/Pesan untuk petugas/).fill('Sudah dilengkapi.')
  await expect.poll(async () => JSON.stringify(await keptOnDevice(page, 'drafts'))).toContain('Sudah dilengkapi.')
  await page.goto('/bantuan')
  await page.goto(`/permohonan/${receipt.id}/perbaiki`)
  await expect.poll(() => page.getByLabel(/Pesan untuk petugas/).inputValue()).toBe('Sudah dilengkapi.')
  expect(await page.getByLabel('Alamat tempat tinggal').inputValue()).toBe('Dusun Krajan RT 09 RW 09')
})

test('a case is withdrawn after a reason and a second thought', async () => {
  const receipt = await house.file('ak-1')
  const page = await (await house.deviceOf('warga')).newPage()
  await page.goto(`/permohonan/${receipt.id}`)
  await page.getByRole('button', { name: 'Batalkan permohonan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Ya, batalkan' }).click()
  await dialog.getByText('Tulis alasannya').waitFor()
  await dialog.getByRole('button', { name: 'Tidak jadi' }).click()
  expect((await house.detail('warga', receipt.id)).outcome).toBeNull()
  await page.getByRole('button', { name: 'Batalkan permohonan' }).click()
  await dialog.getByLabel('Alasan').fill('Sudah bekerja')
  await dialog.getByRole('button', { name: 'Ya, batalkan' }).click()
  await page.getByText('Permohonan Anda dibatalkan').waitFor()
  expect(await page.getByRole('button', { name: 'Batalkan permohonan' }).count()).toBe(0)
  expect((await house.detail('warga', receipt.id)).outcome?.kind).toBe('withdrawn')
})

test('a signed document is taken home, shown to anyone, and compared without being sent', async () => {
  const receipt = await house.file('sip-bidan')
  await house.walk(receipt, [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi'],
    ['teknis', 'rekomendasi'],
    ['kabid', 'validasi'],
    ['kadis', 'tanda-tangan', signed],
  ])
  const page = await (await house.deviceOf('warga')).newPage()
  await page.goto(`/permohonan/${receipt.id}`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh' }).click(),
  ])
  const file = await readFile(await download.path())
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')

  const stranger = await (await house.device()).newPage()
  const asked: string[] = []
  stranger.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await stranger.goto(`/lacak#n=${receipt.number}`)
  expect(await stranger.getByLabel('Nomor permohonan').inputValue()).toBe(receipt.number)
  await stranger.getByLabel('Kode lacak').fill('SALAH123')
  await stranger.getByRole('button', { name: 'Lihat status' }).click()
  await stranger.getByText('Nomor dan kode ini tidak cocok').waitFor()
  await stranger.getByLabel('Kode lacak').fill(receipt.trackingCode)
  await stranger.getByRole('button', { name: 'Lihat status' }).click()
  await stranger.getByText('Permohonan disetujui').first().waitFor()
  const shown = (await stranger.locator('main').textContent()) ?? ''
  expect(shown).not.toContain('Sri Rahayu')
  expect(asked.filter((one) => one.includes(receipt.number) || one.includes(receipt.trackingCode))).toEqual([])
  expect(asked).toContain('POST /api/track')

  await stranger.getByRole('link', { name: 'Periksa keaslian' }).click()
  await stranger.getByText('CONTOH – tidak berlaku').waitFor()
  await stranger.getByText('S. R. N.').waitFor()
  const sent = asked.length
  const compare = (name: string, buffer: Buffer) =>
    stranger.locator('#compare-file').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await compare('sip.pdf', file)
  await stranger.getByText('Cocok: berkas ini sama persis').waitFor()
  await compare('palsu.pdf', Buffer.concat([file, Buffer.from('\n')]))
  await stranger.getByText('Tidak cocok').waitFor()
  await compare('lain.pdf', jpeg)
  expect(asked.slice(sent)).toEqual([])
})

test('messages are read once', async () => {
  await house.file('ak-1')
  const page = await (await house.deviceOf('warga')).newPage()
  await expect
    .poll(async () => ((await house.getAs('warga', '/api/me/messages')).json as unknown[]).length)
    .toBeGreaterThan(0)
  await page.goto('/pesan')
  await page.getByText('Baru', { exact: true }).first().waitFor()
  await expect
    .poll(async () =>
      ((await house.getAs('warga', '/api/me/messages')).json as { read: boolean }[]).every(({ read }) => read),
    )
    .toBe(true)
  await page.reload()
  await page
    .getByText(/Buka permohonan/)
    .first()
    .waitFor()
  expect(await page.getByText('Baru', { exact: true }).count()).toBe(0)
})

test('a new citizen makes an account and comes back to what they wanted', async () => {
  const page = await (await house.device()).newPage()
  await page.goto('/layanan/ak-1')
  await page.getByRole('link', { name: 'Ajukan' }).click()
  await heading(page, 'Masuk')
  await page.getByLabel('Surel (email)').fill('baru@contoh.test')
  await page.getByLabel('Kata sandi').fill('salah-sekali')
  await page.locator('form').getByRole('button', { name: 'Masuk' }).click()
  await page.getByText('Surel atau kata sandi tidak cocok').waitFor()
  await page.getByRole('button', { name: 'Buat akun' }).click()
  await page.getByLabel('Nama lengkap').fill('Warga Baru')
  await page.getByLabel('Surel (email)').fill('baru@contoh.test')
  await page.getByLabel('Kata sandi').fill('kata-sandi-baru')
  await page.locator('form').getByRole('button', { name: 'Buat akun' }).click()
  await heading(page, 'Pemohon')
  expect(await page.getByLabel('Nama lengkap').inputValue()).toBe('Warga Baru')
  expect(await page.getByLabel('NIK').inputValue()).toBe('')
})
