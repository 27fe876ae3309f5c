import { afterAll, beforeAll, expect, it } from 'vitest'
import { CalendarDetail } from '../../contracts/calendars.ts'
import { type AdminHouse, openAdminHouse, openPage, phone, told } from './admin-house.ts'
import { keepShot } from './shots.ts'
import { wrongWith } from './wrong-with.ts'

let house: AdminHouse
beforeAll(async () => {
  house = await openAdminHouse()
})
afterAll(() => house?.close())

it('an editor sees the year, looks at what a day off would move, publishes it, and the case tells why', async () => {
  const receipt = await house.file('sip-bidan')
  await house.walk(receipt, [['verifikator', 'kelengkapan']])
  const editor = await house.officer('katalog')
  const { page, troubles } = await openPage(editor, '/calendars')
  await page.getByText('Dipakai: 3 titik layanan').waitFor()
  await keepShot(page, 'calendars', { fullPage: true })
  await page.getByRole('link', { name: /^Kantor Pemerintah Kabupaten Banyuwangi/ }).click()
  await page.getByRole('heading', { name: /^Tahun \d{4}$/ }).waitFor()
  expect(await page.getByRole('table').count()).toBe(12)
  await page.getByText('Libur nasional').first().waitFor()
  const users = page.locator('section', { has: page.getByRole('heading', { name: 'Dipakai oleh' }) })
  await users.getByText(/^Kabupaten: semua instansi/).waitFor()
  await users.getByRole('link', { name: 'Surat Izin Praktik Bidan' }).waitFor()
  await keepShot(page, 'calendar-desktop', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])

  await page.getByRole('button', { name: 'Umumkan hari libur' }).click()
  await page.getByRole('button', { name: 'Periksa dampak' }).click()
  expect(await page.getByText('Wajib diisi').count()).toBe(5)
  const { closures } = CalendarDetail.parse((await house.getAs('katalog', '/api/calendars/banyuwangi')).json)
  await page.getByLabel('Tanggal').fill(nextFreeDay(closures.map(({ date }) => date)))
  await page.getByLabel('Nama (Indonesia)').fill('Cuti bersama tambahan')
  await page.getByLabel('Nama (Inggris)').fill('Additional joint leave')
  await page.getByLabel('Alasan').fill('Cuti bersama ditambah pemerintah')
  await page.getByLabel('Surat atau keputusan').fill('SKB 3 Menteri nomor 5 tanggal 28 November 2026')
  await page.getByRole('button', { name: 'Periksa dampak' }).click()
  await page.getByText('1 dari 1 permohonan berjalan bergeser jatuh temponya.').waitFor()
  await keepShot(page, 'calendar-impact', { fullPage: true })
  expect(await wrongWith(page)).toEqual([])
  await page.getByRole('button', { name: 'Terbitkan' }).click()
  await told(page).getByText('Kalender baru berlaku').waitFor()
  await page.getByText('Cuti bersama ditambah pemerintah').waitFor()

  await house.until(receipt.id, { clocked: [{ calendar: 'banyuwangi', version: 2 }] })
  const officer = await house.officer('verifikator')
  const whole = await openPage(officer, `/applications/${receipt.id}`)
  await whole.page.getByRole('tab', { name: 'Riwayat' }).click()
  await whole.page.getByText(/^Jangka waktu layanan dihitung ulang .*Cuti bersama ditambah pemerintah/).waitFor()
  await whole.page.getByRole('tab', { name: 'Jangka waktu' }).click()
  await whole.page.getByRole('heading', { name: 'Waktu siapa' }).waitFor()
  await keepShot(whole.page, 'whose-time', { fullPage: true })
  expect(await wrongWith(whole.page)).toEqual([])

  const small = await openPage(await house.officer('katalog', phone), '/calendars/banyuwangi')
  await small.page.getByRole('heading', { name: /^Tahun \d{4}$/ }).waitFor()
  await keepShot(small.page, 'calendar-phone', { fullPage: true })
  expect(await wrongWith(small.page)).toEqual([])
  await small.page.goto('/admin/calendars/mpp')
  await small.page.getByRole('heading', { name: 'Titik layanan (hari buka)' }).waitFor()
  await small.page.getByText('Pasar Pelayanan Publik Genteng').waitFor()
  await keepShot(small.page, 'calendar-of-points-phone', { fullPage: true })
  expect(await wrongWith(small.page)).toEqual([])
  for (const each of [troubles, whole.troubles, small.troubles]) expect(each).toEqual([])
})

function nextFreeDay(closed: string[]): string {
  for (let day = Date.now() + 86_400_000; ; day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10)
    const isWeekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
    if (!isWeekend && !closed.includes(date)) return date
  }
}
