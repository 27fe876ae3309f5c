import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AdminHouse, openAdminHouse, openPage, phone } from './admin-house.ts'
import { keepShot } from './shots.ts'
import { wrongWith } from './wrong-with.ts'

let house: AdminHouse
beforeAll(async () => {
  house = await openAdminHouse()
})
afterAll(() => house?.close())

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Simpan rancangan' }).click()
  await page.getByRole('status').filter({ hasText: 'Tersimpan sebagai revisi' }).waitFor()
}

it('an editor changes a name and a term, reads what differs and what it means, and publishes: new cases take it, old ones go on', async () => {
  const before = await house.file('sip-bidan')
  const editor = await house.officer('katalog')
  const { page, troubles } = await openPage(editor, '/services/sip-bidan')
  await page.getByRole('heading', { name: 'Riwayat versi' }).waitFor()
  await page.getByText('1 berjalan').waitFor()
  await keepShot(page, 'editor-service', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  await page.getByRole('link', { name: 'Ubah layanan ini' }).click()

  await page.getByLabel('Nama (Indonesia)').fill('Izin Praktik Bidan')
  await keepShot(page, 'editor-texts', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  await tab(page, 'Jangka waktu')
  await page.getByLabel('Jumlah').first().fill('7')
  await keepShot(page, 'editor-terms', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  for (const [name, file] of [
    ['Biaya', 'fees'],
    ['Dokumen', 'documents'],
    ['Formulir', 'form'],
    ['JSON', 'json'],
  ] as const) {
    await tab(page, name)
    await keepShot(page, `editor-${file}`, { fullPage: true })
    expect(await wrongWith(page), file).toEqual([])
  }
  await save(page)
  await tab(page, 'Perubahan')
  const changed = page.getByRole('region', { name: 'Yang berubah dari versi 1' })
  await changed.getByText('Jangka waktu › Lama').waitFor()
  expect(await changed.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/^Nama \(Indonesia\)\s+Surat Izin Praktik Bidan\s+→\s+menjadi\s+Izin Praktik Bidan$/),
    expect.stringMatching(/^Jangka waktu › Lama\s+5 hari kerja\s+→\s+menjadi\s+7 hari kerja$/),
  ])
  await page.getByText('1 permohonan berjalan tetap memakai versi 1.').waitFor()
  await keepShot(page, 'editor-changes', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])

  await page.getByRole('button', { name: 'Terbitkan…' }).click()
  await page.getByRole('button', { name: 'Ya, terbitkan versi 2' }).click()
  await page.getByText('Tulis sedikitnya beberapa kata.').waitFor()
  await page.getByLabel(/^Catatan: apa yang berubah/).fill('Perbup 12/2026 tentang jangka waktu')
  await keepShot(page, 'editor-publish', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  await page.getByRole('button', { name: 'Ya, terbitkan versi 2' }).click()
  await page.getByText('Perbup 12/2026 tentang jangka waktu').waitFor()
  await page.getByRole('heading', { name: 'Izin Praktik Bidan', level: 1, exact: true }).waitFor()
  await keepShot(page, 'editor-history', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])

  const after = await house.file('sip-bidan')
  expect(await house.read(after.id)).toMatchObject({ serviceVersion: 2 })
  await house.walk(before, [['verifikator', 'kelengkapan']])
  expect(await house.read(before.id)).toMatchObject({ serviceVersion: 1, waiting: { step: 'verifikasi' } })

  await page.getByRole('link', { name: 'Lihat versi 2' }).click()
  await page.getByRole('heading', { name: 'Beda dengan versi 1' }).waitFor()
  await page.getByText('7 hari kerja', { exact: true }).waitFor()
  await keepShot(page, 'editor-version', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  await page.goBack()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh versi 2 sebagai berkas paket' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('sip-bidan.json')
  expect(troubles).toEqual([])
})

it('what is wrong is said in Indonesian at its place; a draft is left only when that is meant', async () => {
  const editor = await house.officer('katalog', phone)
  const { page, troubles } = await openPage(editor, '/services/slhs/draft')
  await tab(page, 'Biaya')
  await page.getByLabel('Nama (Indonesia)').first().fill('')
  await save(page)
  const list = page.getByRole('alert').filter({ hasText: 'perlu dibenahi sebelum terbit' })
  await list.getByText(/^Biaya › .* › Nama \(Indonesia\)$/).waitFor()
  expect(await page.getByLabel('Nama (Indonesia)').first().getAttribute('aria-invalid')).toBe('true')
  await keepShot(page, 'editor-phone-problem', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  await tab(page, 'Jangka waktu')
  await list.getByRole('button', { name: 'Buka bagiannya' }).click()
  await page.getByLabel('Nama (Indonesia)').first().fill('Retribusi')
  await page
    .getByRole('link', { name: /Sertifikat/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Tetap di sini' }).click()
  await save(page)
  await tab(page, 'Perubahan')
  await page.getByText(/› Nama \(Indonesia\)$/).waitFor()
  await keepShot(page, 'editor-phone-changes', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  await page.getByRole('button', { name: 'Buang rancangan' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Buang rancangan' }).click()
  await page.getByRole('link', { name: 'Ubah layanan ini' }).waitFor()
  await keepShot(page, 'editor-phone-service', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  expect(troubles).toEqual([])
})

it('of two editors the second is told who was there first and with what, and both keep their changes', async () => {
  const [first, second] = await Promise.all([house.officer('katalog'), house.officer('admin')])
  const [one, two] = await Promise.all([first, second].map((each) => openPage(each, '/services/ak-1/draft')))
  if (!one || !two) throw new Error('both pages are open')
  await one.page.getByLabel('Nama (Indonesia)').fill('Kartu Pencari Kerja')
  await save(one.page)
  await two.page.getByLabel('Produk (Indonesia)').fill('Kartu AK-1 baru')
  await two.page.getByRole('button', { name: 'Simpan rancangan' }).click()
  const told = two.page.getByRole('alert').filter({ hasText: 'Orang lain menyimpan lebih dulu' })
  await told.getByText(/menyimpan revisi 1 pada .* Perubahan Anda masih ada di layar ini/).waitFor()
  await told.getByText('Kartu Pencari Kerja', { exact: true }).waitFor()
  await keepShot(two.page, 'editor-conflict', { fullPage: true })
  expect(await wrongWith(two.page)).toEqual([])
  await told.getByRole('button', { name: 'Gabungkan dengan perubahan saya' }).click()
  await save(two.page)
  expect(await two.page.getByLabel('Nama (Indonesia)').inputValue()).toBe('Kartu Pencari Kerja')
  expect(await two.page.getByLabel('Produk (Indonesia)').inputValue()).toBe('Kartu AK-1 baru')
  const refused = /409/
  expect([...one.troubles, ...two.troubles].filter((trouble) => !refused.test(trouble))).toEqual([])
})
