import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../contracts/applications.ts'
import { pdf } from '../api/sample-files.ts'
import { type AdminHouse, openAdminHouse, openPage, taskPath } from './admin-house.ts'

let house: AdminHouse
beforeAll(async () => {
  house = await openAdminHouse()
})
afterAll(() => house?.close())

const approve = { decision: 'approve' }

async function decisionsOf(id: string): Promise<string[]> {
  const { json } = await house.getAs('verifikator', `/api/applications/${id}/timeline`)
  return (json as TimelineEntry[]).flatMap(({ decision }) => decision ?? [])
}

describe('a decision', () => {
  it('offers only what the step allows, and nothing once it is decided', async () => {
    const { number } = await house.file('sip-bidan')
    const task = taskPath(`${number}:kelengkapan`)
    const { page } = await openPage(await house.officer('verifikator'), task)
    const choices = page.getByRole('group', { name: 'Pilih putusan' })
    await choices.waitFor()
    expect(await choices.getByRole('button').allInnerTexts()).toEqual(['Setujui', 'Kembalikan', 'Tolak'])
    const { page: elsewhere } = await openPage(await house.officer('teknis'), task)
    await elsewhere.getByRole('heading', { name: 'Tidak ditemukan' }).waitFor()
    await house.walk({ number }, [['verifikator', 'kelengkapan']])
    await page.getByText('Tugas ini sudah diputus.').waitFor()
    expect(await choices.count()).toBe(0)
  })

  it('returns everything that is missing at once', async () => {
    const { number, id } = await house.file('sip-bidan')
    const { page, troubles } = await openPage(await house.officer('verifikator'), taskPath(`${number}:kelengkapan`))
    await page.getByRole('button', { name: 'Tandai perlu diperbaiki: Pasfoto berlatar merah' }).first().click()
    await page.getByRole('button', { name: 'Tandai perlu diperbaiki: Nomor STR' }).click()
    await page.getByRole('button', { name: 'Kembalikan (2)' }).click()
    await page.getByRole('button', { name: 'Kembalikan ke pemohon' }).click()
    expect(await page.getByText('Tulis apa yang harus diperbaiki, sedikitnya 3 huruf.').count()).toBe(2)
    await page.getByRole('textbox', { name: 'Pasfoto berlatar merah' }).fill('Latar harus merah.')
    await page.getByRole('textbox', { name: 'Nomor STR' }).fill('Nomor tidak sama dengan STR yang dilampirkan.')
    await page.getByLabel('Tambah isian atau lampiran').fill('Hal lain')
    await page.getByRole('option', { name: 'Hal lain' }).click()
    await page.getByRole('textbox', { name: 'Hal lain' }).fill('Sertakan jadwal praktik.')
    await page.getByRole('button', { name: 'Kembalikan ke pemohon' }).click()
    await page.getByText(`${number} dikembalikan.`).waitFor()
    const { correction } = await house.detail('warga', id)
    expect(correction?.deficiencies.map(({ target, name }) => [target, name])).toEqual([
      ['document', 'foto'],
      ['field', 'nomorStr'],
      ['other', 'other'],
    ])
    expect(troubles).toEqual([])
  })

  it('rejects only with a reason', async () => {
    const { number, id } = await house.file('sip-bidan')
    const { page } = await openPage(await house.officer('verifikator'), taskPath(`${number}:kelengkapan`))
    await page.getByRole('button', { name: 'Tolak', exact: true }).click()
    await page.getByRole('button', { name: 'Tolak permohonan' }).click()
    await page.getByText('Tulis alasannya, sedikitnya 10 huruf.').waitFor()
    await page.getByLabel('Alasan penolakan').fill('STR pemohon sudah dicabut organisasi profesi.')
    await page.getByRole('button', { name: 'Tolak permohonan' }).click()
    await page.getByText(`${number} ditolak.`).waitFor()
    expect(await decisionsOf(id)).toEqual(['reject'])
  })

  it('is taken once, however often it is clicked, and the next task opens', async () => {
    const [first, second] = [await house.file('sip-bidan'), await house.file('sip-bidan')]
    await house.postAs('verifikator', `/api/tasks/${second.number}%3Akelengkapan/claim`, {})
    const { page } = await openPage(await house.officer('verifikator'), taskPath(`${first.number}:kelengkapan`))
    await page.getByRole('button', { name: 'Setujui' }).click()
    const asked: string[] = []
    page.on('request', (request) => request.url().endsWith('/decide') && asked.push(request.url()))
    await page.getByRole('button', { name: 'Setujui' }).last().dblclick()
    await page.getByRole('heading', { level: 1, name: second.number }).waitFor()
    await page.getByText(`${first.number} disetujui. Tugas berikutnya dibuka.`).waitFor()
    expect(asked).toHaveLength(1)
    expect(await decisionsOf(first.id)).toEqual(['approve'])
  })

  it('is asked again under the same key when its answer was lost', async () => {
    const { number, id } = await house.file('sip-bidan')
    const { page } = await openPage(await house.officer('verifikator'), taskPath(`${number}:kelengkapan`))
    const keys: (string | undefined)[] = []
    await page.route('**/decide', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      if (keys.length > 1) return route.continue()
      await route.fetch()
      await route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'x', title: 'Hasil belum diketahui', status: 503, code: 'outcome-unknown' }),
      })
    })
    await page.getByRole('button', { name: 'Setujui' }).click()
    await page.getByRole('button', { name: 'Setujui' }).last().click()
    await page.getByText('Belum ada jawaban; diulang dengan kunci yang sama').waitFor()
    await page.getByText(`${number} disetujui.`).waitFor()
    expect(keys).toHaveLength(2)
    expect(keys[1]).toBe(keys[0])
    expect(await decisionsOf(id)).toEqual(['approve'])
  })

  it('tells a refusal in the API’s words and shows the case as it now is', async () => {
    const { number } = await house.file('sip-bidan')
    const own = await house.officer('verifikator')
    await own.route('**/api/live', (route) => route.abort())
    const { page } = await openPage(own, taskPath(`${number}:kelengkapan`))
    await page.getByRole('button', { name: 'Tolak', exact: true }).click()
    await page.getByLabel('Alasan penolakan').fill('Alasan yang cukup panjang.')
    await house.walk({ number }, [['verifikator', 'kelengkapan']])
    await page.getByRole('button', { name: 'Tolak permohonan' }).click()
    await page.locator('.MuiSnackbarContent-message').getByText('Tugas ini sudah diputuskan atau ditutup.').waitFor()
    await page.getByText('Tugas ini sudah diputus.').waitFor()
    expect(await page.getByRole('button', { name: 'Tolak permohonan' }).count()).toBe(0)
  })

  it('brings the owner’s number and document', async () => {
    const { number, id } = await house.file('akta-kelahiran')
    await house.walk({ number }, [['dukcapil', 'verifikasi']])
    const [step] = (await house.detail('dukcapil', id)).tasks.filter(({ status }) => status === 'open')
    const { page } = await openPage(await house.officer('dukcapil'), taskPath(step?.id ?? ''))
    await page.getByRole('button', { name: 'Setujui' }).click()
    await page.getByRole('button', { name: 'Setujui' }).last().click()
    await page.getByText('Isi nomor dokumen.').waitFor()
    await page.getByText('Unggah dokumennya.').waitFor()
    await page.getByLabel('Nomor dokumen dari pemilik sistem').fill('3510-LT-30102026-0007')
    const file = { name: 'kutipan akta.pdf', mimeType: 'application/pdf', buffer: pdf }
    await page.getByLabel('Berkas dokumen (PDF)').setInputFiles(file)
    await page.getByText('Terunggah: kutipan akta.pdf').waitFor()
    await page.getByRole('button', { name: 'Setujui' }).last().click()
    await page.getByText(`${number} disetujui.`).waitFor()
    const { documents } = await house.detail('dukcapil', id)
    expect(documents.map((document) => document.number)).toEqual(['3510-LT-30102026-0007'])
  })
})

describe('a signature', () => {
  it('is read as a draft first, refused with a wrong passphrase, and made with the right one', async () => {
    const { number, id } = await house.file('sip-bidan')
    await house.walk({ number }, [
      ['verifikator', 'kelengkapan'],
      ['verifikator', 'verifikasi', approve],
      ['teknis', 'rekomendasi'],
      ['kabid', 'validasi'],
    ])
    const { page } = await openPage(await house.officer('kadis'), taskPath(`${number}:tanda-tangan`))
    await page.getByRole('button', { name: 'Tanda tangani' }).click()
    await page.getByRole('button', { name: 'Lihat rancangan surat' }).click()
    await page.getByRole('img', { name: /Rancangan surat.*Halaman 1/ }).waitFor()
    const passphrase = page.getByLabel('Frasa sandi tanda tangan')
    await passphrase.fill('bukan frasa sandi')
    await page.getByRole('button', { name: 'Tanda tangani' }).last().click()
    await page.getByText('Frasa sandi salah.').first().waitFor()
    expect(await passphrase.inputValue()).toBe('')
    await passphrase.fill('lontar-demo')
    await page.getByRole('button', { name: 'Tanda tangani' }).last().click()
    await page.getByText(`${number} ditandatangani.`).waitFor()
    await house.until(id, { status: 'approved' })
    const { page: issued } = await openPage(await house.officer('kadis'), `/applications/${id}`)
    await issued.getByRole('tab', { name: 'Dokumen terbit' }).click()
    await issued.getByRole('button', { name: 'Lihat' }).click()
    await issued.getByRole('img', { name: /Halaman 1 dari/ }).waitFor()
    expect(await issued.evaluate(() => JSON.stringify(localStorage))).not.toContain('lontar-demo')
  })
})
