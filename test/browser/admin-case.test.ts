import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdminHouse, openAdminHouse, openPage, phone, taskPath } from './admin-house.ts'

const { SCREENSHOTS: shots } = process.env
let house: AdminHouse
let number: string
let id: string
beforeAll(async () => {
  house = await openAdminHouse()
  ;({ number, id } = await house.file('sip-bidan'))
})
afterAll(() => house?.close())

describe('the case page', () => {
  it('reads the answers in words, by the form’s pages', async () => {
    const { page, troubles } = await openPage(await house.officer('verifikator'), `/applications/${id}`)
    const part = (name: string) => page.getByRole('region', { name, exact: true })
    await part('Data bidan').getByText('14 Agustus 1991').waitFor()
    await part('Tempat praktik').getByText('Rogojampi, Rogojampi').waitFor()
    await part('Permohonan').getByText('SIP baru').waitFor()
    expect(
      await part('Pemohon')
        .getByText(/^3510\*+\d{2}$/)
        .count(),
    ).toBe(1)
    expect(await page.getByText('Nomor SIP yang diperpanjang').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  it('shows documents in place: next, previous, larger', async () => {
    const { page } = await openPage(await house.officer('verifikator'), taskPath(`${number}:kelengkapan`))
    const viewer = page.getByRole('region', { name: 'Penampil dokumen' })
    const image = viewer.getByRole('img', { name: 'KTP-el' })
    await image.waitFor()
    await expect.poll(() => loaded(image)).toBe(true)
    await viewer.getByRole('button', { name: 'Dokumen berikutnya' }).click()
    await viewer.getByText('2 dari 4').waitFor()
    await viewer.getByRole('button', { name: 'Dokumen sebelumnya' }).click()
    const before = (await image.boundingBox())?.width ?? 0
    await viewer.getByRole('button', { name: 'Perbesar' }).click()
    await expect.poll(async () => (await image.boundingBox())?.width ?? 0).toBeGreaterThan(before)
    expect(page.url()).toContain('/admin/tasks/')
  })

  it('covers the page with a document on a phone, and gives it back', async () => {
    const { page } = await openPage(await house.officer('verifikator', phone), taskPath(`${number}:kelengkapan`))
    await page.getByRole('button', { name: /^Surat Tanda Registrasi/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('img', { name: /Surat Tanda Registrasi/ }).waitFor()
    await dialog.getByRole('button', { name: 'Tutup dokumen' }).click()
    await page.getByRole('heading', { level: 1, name: number }).waitFor()
  })

  it('tells the story and the account of every clock', async () => {
    const returned = await house.file('sip-bidan')
    const body = {
      decision: 'return',
      deficiencies: [{ target: 'document', name: 'foto', message: 'Latar harus merah.' }],
    }
    await house.walk(returned, [['verifikator', 'kelengkapan', body]])
    const { page } = await openPage(await house.officer('verifikator'), `/applications/${returned.id}`)
    await page.getByText('Menunggu pemohon memperbaiki').waitFor()
    await page.getByRole('tab', { name: 'Riwayat' }).click()
    await page.getByText('Pemeriksaan kelengkapan: dikembalikan kepada pemohon untuk diperbaiki.').waitFor()
    await page.getByText('Latar harus merah.').waitFor()
    await page.getByRole('tab', { name: 'Jangka waktu' }).click()
    const ledger = page.getByRole('region', { name: 'Pemeriksaan kelengkapan', exact: true })
    await ledger.getByText('berhenti, 1 hari kerja tersisa').waitFor()
    await ledger.getByText(/masih dijeda/).waitFor()
    await ledger.getByText('Dasar hukum: UU 30/2014 pasal 53 ayat (2)').waitFor()
    expect(await ledger.getByRole('row').count()).toBe(4)
  })

  it('shows a masked number for a purpose, which is kept', async () => {
    const { page } = await openPage(await house.officer('verifikator'), `/applications/${id}`)
    await page.getByRole('button', { name: 'Buka nomor' }).click()
    const dialog = page.getByRole('dialog', { name: 'Buka nomor yang disamarkan' })
    await dialog.getByRole('button', { name: 'Buka' }).click()
    await dialog.getByText('Tulis keperluannya, sedikitnya 5 huruf.').waitFor()
    await dialog.getByLabel('Keperluan').fill('Mencocokkan dengan KTP yang dilampirkan')
    await dialog.getByRole('button', { name: 'Buka' }).click()
    await dialog.getByText('3510135408910001').waitFor()
    await dialog.getByRole('button', { name: 'Tutup' }).click()
    await expect.poll(() => page.getByText('3510135408910001').count()).toBe(0)
  })

  it('is handed over whole, for a purpose, by who answers for the agency', async () => {
    const { page, troubles } = await openPage(await house.officer('supervisor'), `/applications/${id}`)
    await page.getByRole('button', { name: 'Unduh berkas perkara' }).click()
    const dialog = page.getByRole('dialog', { name: 'Unduh berkas perkara' })
    await dialog.getByRole('button', { name: 'Unduh' }).click()
    await dialog.getByText('Tulis keperluannya, sedikitnya 5 huruf.').waitFor()
    if (shots) {
      await page.screenshot({ path: `${shots}/case-file.png` })
      await page.setViewportSize(phone)
      await page.screenshot({ path: `${shots}/case-file-phone.png` })
    }
    await dialog.getByLabel('Keperluan').fill('Permintaan Ombudsman, surat 12/2026')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Unduh' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe(`berkas-perkara-${number}.zip`)
    await dialog.waitFor({ state: 'detached' })
    expect(troubles).toEqual([])
    const { page: other } = await openPage(await house.officer('verifikator'), `/applications/${id}`)
    await other.getByRole('region', { name: 'Data bidan' }).waitFor()
    expect(await other.getByRole('button', { name: 'Unduh berkas perkara' }).count()).toBe(0)
  })

  it('goes on to its next mark in the demonstration', async () => {
    const running = await house.file('sip-bidan')
    const { page } = await openPage(await house.officer('verifikator'), taskPath(`${running.number}:kelengkapan`))
    await page.getByRole('button', { name: 'Lompat ke tahap berikutnya' }).click()
    await page.getByText('Waktu berkas ini dimajukan.').waitFor()
    await expect
      .poll(async () => (await house.task('verifikator', `${running.number}:kelengkapan`)).clock.spentPercent)
      .toBeGreaterThanOrEqual(50)
  })

  it('is found by name without the name standing in an address', async () => {
    const own = await house.officer('verifikator')
    const { page } = await openPage(own, '/applications')
    const addresses: string[] = []
    page.on('request', (request) => addresses.push(request.url()))
    await page.getByLabel('Cari nomor, nama, atau NIK').fill('Ningtyas')
    await page.getByRole('button', { name: 'Cari', exact: true }).click()
    await page.getByText(/permohonan ditemukan/).waitFor()
    await page.getByRole('link', { name: number }).click()
    await page.getByRole('heading', { level: 1, name: number }).waitFor()
    expect(addresses.some((address) => address.includes('Ningtyas'))).toBe(false)
    expect(page.url()).not.toContain('Ningtyas')
  })

  it('opens from its row in the list, whole', async () => {
    const { page, troubles } = await openPage(await house.officer('kabid'), '/applications')
    await page.getByRole('cell', { name: new RegExp(number) }).click()
    await page.getByRole('region', { name: 'Data bidan' }).getByText('14 Agustus 1991').waitFor()
    expect(troubles).toEqual([])
  })

  it('is not found for who has nothing to do with it', async () => {
    const { page } = await openPage(await house.officer('disnaker'), `/applications/${id}`)
    await page.getByRole('heading', { name: 'Tidak ditemukan' }).waitFor()
  })
})

const loaded = (image: Locator) => image.evaluate((element) => (element as HTMLImageElement).naturalWidth > 0)
