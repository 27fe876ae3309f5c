import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AdminHouse, desktop, openAdminHouse, openPage, phone } from './admin-house.ts'
import { accessibilityFaults, overflow } from './portal-house.ts'

const { SCREENSHOTS: shots } = process.env
const environment = {
  decision: 'agree',
  note: 'Saluran air hujan dibuat sebelum bangunan dipakai.',
  answers: { dokumenLingkungan: 'sppl', resapanAda: true },
}

let house: AdminHouse
beforeAll(async () => {
  house = await openAdminHouse()
})
afterAll(() => house?.close())

it('where three agencies judge at once, the office reads each answer, and the applicant on whom it waits', async () => {
  const receipt = await house.file('pbg')
  await house.walk(receipt, [
    ['verifikator', 'kelengkapan'],
    ['dlh', 'penilaian-teknis.lingkungan', environment],
  ])
  for (const [size, name] of [
    [desktop, 'desktop'],
    [phone, 'phone'],
  ] as const) {
    const { page, troubles } = await openPage(await house.officer('dpuckpp', size), `/applications/${receipt.id}`)
    const opinions = page.getByRole('region', { name: 'Penilaian teknis: jawaban tiap pihak' })
    await opinions.getByText('setuju', { exact: true }).waitFor()
    expect(await opinions.getByText('ditunggu').count()).toBe(2)
    const [own, theirs] = await opinions.getByRole('listitem').allInnerTexts()
    expect(own).toMatch(/Tata bangunan\s+.*hak veto/)
    expect(theirs).toContain('Saluran air hujan dibuat sebelum bangunan dipakai.')
    expect(theirs).toMatch(/Dokumen lingkungan yang berlaku\s+SPPL/)
    if (shots) await page.screenshot({ path: `${shots}/opinions-${name}.png`, fullPage: true })
    expect(await overflow(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(troubles).toEqual([])
  }

  const page = await (await house.officer('warga', phone)).newPage()
  await page.goto(`/permohonan/${receipt.id}`)
  await page.getByText('Pada saat yang sama:').waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Menunggu Dinas Perhubungan' }).waitFor()
  expect(await page.content()).not.toContain('Saluran air hujan')
  if (shots) await page.screenshot({ path: `${shots}/also-waiting-case.png`, fullPage: true })
  expect(await overflow(page)).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])

  const tracked = await (await house.context(phone)).newPage()
  await tracked.goto('/lacak')
  await tracked.getByLabel('Nomor permohonan').fill(receipt.number)
  await tracked.getByLabel('Kode lacak').fill(receipt.trackingCode)
  await tracked.getByRole('button', { name: 'Lihat status' }).click()
  await tracked.getByRole('listitem').filter({ hasText: 'Menunggu Dinas Perhubungan' }).waitFor()
  if (shots) await tracked.screenshot({ path: `${shots}/also-waiting-track.png`, fullPage: true })
  expect(await accessibilityFaults(tracked)).toEqual([])
})
