import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { png } from '../api/sample-files.ts'
import { fixtureDefinition } from '../catalogue/fixture.ts'
import { sampleAnswers } from '../catalogue/sample-answers.ts'
import { poppler } from '../setup/poppler.ts'
import { type AdminHouse, openAdminHouse, openPage, phone, taskPath } from './admin-house.ts'

/** A midwife's practice licence from a citizen's phone to a document that anyone can verify, all of it by hand. */
let house: AdminHouse

beforeAll(async () => {
  house = await openAdminHouse()
})
afterAll(() => house?.close())

const answers = sampleAnswers['sip-bidan']
const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

test('sip-bidan, from the phone to the verified document', async () => {
  const phoneOfCitizen = await house.officer('warga', phone)
  const citizen = await phoneOfCitizen.newPage()
  const { number, code } = await apply(citizen)

  const verifier = await house.officer('verifikator')
  await returnForStr(verifier, `${number}:kelengkapan`, number)
  await correct(citizen, number)

  await approve(verifier, `${number}:kelengkapan`, number)
  await approve(verifier, `${number}:verifikasi`, number)
  await approve(await house.officer('teknis'), `${number}:rekomendasi`, number)
  await approve(await house.officer('kabid'), `${number}:validasi`, number)
  await sign(await house.officer('kadis'), `${number}:tanda-tangan`, number)

  const file = await download(citizen, number)
  expect(await poppler('pdfsig', '-nocert', file)).toContain('Signature is Valid')
  const text = await poppler('pdftotext', '-layout', file, '-')
  expect(text).toContain('ZZ00000987654321')

  const stranger = await (await house.context(phone)).newPage()
  await track(stranger, number, code)
  await stranger.getByRole('link', { name: 'Periksa keaslian' }).click()
  await stranger.getByText('CONTOH – tidak berlaku').first().waitFor()
  await stranger
    .locator('input[type=file]')
    .setInputFiles({ name: 'sip.pdf', mimeType: 'application/pdf', buffer: await readFile(file) })
  await stranger.getByText('Cocok: berkas ini sama persis').waitFor()
})

async function apply(page: Page): Promise<{ number: string; code: string }> {
  await page.goto('/')
  await page.getByRole('searchbox').fill('bidan')
  await page
    .getByRole('link', { name: /Surat Izin Praktik Bidan/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Ajukan' }).first().click()
  await fillApplicant(page)
  for (const { title, fields } of (await fixtureDefinition('sip-bidan')).form) {
    await page.getByRole('heading', { name: title.id }).waitFor()
    for (const field of fields) {
      if (answers[field.name] !== undefined) await fill(page, field, answers[field.name])
    }
    await next(page)
  }
  await page.getByRole('heading', { name: 'Berkas' }).waitFor()
  const inputs = page.locator('input[type=file]:not([capture])')
  const count = await inputs.count()
  for (let index = 0; index < count; index += 1) {
    await inputs.nth(index).setInputFiles({ name: 'berkas.png', mimeType: 'image/png', buffer: png })
  }
  await expect.poll(() => page.getByText('Terkirim').count(), { timeout: 30_000 }).toBe(count)
  await next(page)
  await page.getByLabel(/Isian dan berkas ini benar/).check()
  await page.getByRole('button', { name: 'Kirim permohonan' }).click()
  await page.getByRole('heading', { name: 'Permohonan sudah diterima' }).waitFor()
  const shown = (await page.locator('main').allInnerTexts()).join()
  const number = /BWI-\d{4}-\d+/.exec(shown)?.[0] ?? ''
  const code = /Kode lacak\s+([0-9A-Z-]{8,9})/.exec(shown)?.[1] ?? ''
  expect(number, shown).not.toBe('')
  expect(code, shown).not.toBe('')
  return { number, code }
}

/** The profile fills it in; the page is there to be checked. */
async function fillApplicant(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Pemohon' }).waitFor()
  await expect.poll(() => page.getByLabel('NIK').inputValue()).toBe('3510135408910001')
  await next(page)
}

const next = (page: Page) => page.getByRole('button', { name: 'Lanjut' }).click()

type Field = Awaited<ReturnType<typeof fixtureDefinition>>['form'][number]['fields'][number]

async function fill(page: Page, field: Field, answer: unknown): Promise<void> {
  const label = field.label.id
  const group = page.getByRole('group', { name: label })
  switch (field.type) {
    case 'choice': {
      const choice = field.choices.find(({ value }) => value === answer)
      await group.getByLabel(choice?.label.id ?? '', { exact: true }).check()
      return
    }
    case 'yes-no':
      await group.getByLabel('Ya', { exact: true }).or(page.getByLabel(label)).first().check()
      return
    case 'date': {
      const [year = '', month = '', day = ''] = String(answer).split('-')
      await group.getByLabel('Tanggal', { exact: true }).fill(String(Number(day)))
      await group.getByLabel('Bulan').selectOption({ label: months[Number(month) - 1] ?? '' })
      await group.getByLabel('Tahun').fill(year)
      return
    }
    case 'region': {
      const code = String(answer)
      await group.getByLabel('Kecamatan').selectOption(code.slice(0, 8))
      await group.getByLabel('Desa/kelurahan').selectOption(code)
      return
    }
    default:
      await page.getByLabel(label, { exact: true }).fill(String(answer))
  }
}

type Context = Awaited<ReturnType<AdminHouse['officer']>>

async function returnForStr(officer: Context, task: string, number: string): Promise<void> {
  const { page } = await openPage(officer, taskPath(task))
  await page.getByRole('button', { name: 'Tandai perlu diperbaiki: Nomor STR' }).click()
  await page.getByRole('button', { name: 'Kembalikan (1)' }).click()
  await page.getByRole('textbox', { name: 'Nomor STR' }).fill('Nomor tidak sama dengan STR yang dilampirkan.')
  await page.getByRole('button', { name: 'Kembalikan ke pemohon' }).click()
  await page.getByText(`${number} dikembalikan.`).waitFor()
  await page.close()
}

async function correct(page: Page, number: string): Promise<void> {
  await page.goto('/permohonan')
  await page
    .getByRole('link', { name: new RegExp(number) })
    .first()
    .click()
  await page.getByText('Nomor tidak sama dengan STR yang dilampirkan.').first().waitFor()
  await page
    .getByRole('link', { name: /Perbaiki/ })
    .first()
    .click()
  await page.getByLabel('Nomor STR', { exact: true }).fill('ZZ00000987654321')
  await page.getByRole('button', { name: /Kirim perbaikan/ }).click()
  await page
    .getByText('Sedang diproses')
    .or(page.getByText(/Menunggu (?!perbaikan)/))
    .first()
    .waitFor()
}

async function approve(officer: Context, task: string, number: string): Promise<void> {
  const { page } = await openPage(officer, taskPath(task))
  await page.getByRole('button', { name: 'Setujui' }).click()
  await page.getByRole('button', { name: 'Setujui' }).last().click()
  await page.getByText(`${number} disetujui.`).waitFor()
  await page.close()
}

async function sign(officer: Context, task: string, number: string): Promise<void> {
  const { page } = await openPage(officer, taskPath(task))
  await page.getByRole('button', { name: 'Tanda tangani' }).first().click()
  await page.getByLabel('Frasa sandi tanda tangan').fill('lontar-demo')
  await page.getByRole('button', { name: 'Tanda tangani' }).last().click()
  await page.getByText(`${number} ditandatangani.`).waitFor()
  await page.close()
}

async function download(page: Page, number: string): Promise<string> {
  await page.goto('/permohonan')
  await page
    .getByRole('link', { name: new RegExp(number) })
    .first()
    .click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Unduh/ }).first().click(),
  ])
  return file.path()
}

async function track(page: Page, number: string, code: string): Promise<void> {
  await page.goto('/lacak')
  await page.getByLabel('Nomor permohonan').fill(number)
  await page.getByLabel('Kode lacak').fill(code)
  await page.getByRole('button', { name: 'Lihat status' }).click()
  await page.getByText('Permohonan disetujui').first().waitFor()
  await page.getByText('Perjalanan berkas').waitFor()
}
