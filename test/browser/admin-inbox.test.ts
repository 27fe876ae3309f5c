import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdminHouse, openAdminHouse, openPage, phone } from './admin-house.ts'

let house: AdminHouse
let numbers: string[]
beforeAll(async () => {
  house = await openAdminHouse()
  const filed = [await house.file('sip-bidan'), await house.file('sip-bidan'), await house.file('sip-bidan')]
  numbers = filed.map(({ number }) => number)
})
afterAll(() => house?.close())

describe('the inbox', () => {
  it('has tabs with counts, the time left in words, and takes a task in one click', async () => {
    const { page, troubles } = await openPage(await house.officer('verifikator'), '/tasks')
    await page.getByRole('tab', { name: 'Belum diambil (3)' }).click()
    const row = page.getByRole('row', { name: new RegExp(numbers[0] ?? '') })
    await row.getByText('1 hari kerja tersisa').waitFor()
    await row.getByRole('button', { name: `Ambil ${numbers[0]}` }).click()
    await page.getByText(`${numbers[0]} sekarang di tangan Anda.`).waitFor()
    await page.getByRole('tab', { name: 'Belum diambil (2)' }).waitFor()
    await page.getByRole('tab', { name: 'Milik saya (1)' }).click()
    await page.getByRole('row', { name: new RegExp(numbers[0] ?? '') }).waitFor()
    const task = await house.task('verifikator', `${numbers[0]}:kelengkapan`)
    expect(task.assignee?.name).toBe('Bagus Prasetyo')
    expect(troubles).toEqual([])
  })

  it('shows what happens elsewhere without being asked, in every tab over one stream', async () => {
    const own = await house.officer('verifikator')
    const { page: first } = await openPage(own, '/tasks')
    await first.getByRole('img', { name: 'Daftar diperbarui langsung' }).waitFor()
    const streams: string[] = []
    own.on('request', (request) => request.url().endsWith('/api/live') && streams.push(request.url()))
    const { page: second } = await openPage(own, '/tasks')
    await second.getByRole('img', { name: 'Daftar diperbarui langsung' }).waitFor()
    expect(streams).toEqual([])
    for (const page of [first, second]) await page.getByRole('tab', { name: /^Semua/ }).click()
    const { number } = await house.file('sip-bidan')
    for (const page of [first, second]) await page.getByRole('row', { name: new RegExp(number) }).waitFor()
  })

  it('passes the stream on when the tab that held it closes', async () => {
    const own = await house.officer('verifikator')
    const { page: first } = await openPage(own, '/tasks')
    await first.getByRole('img', { name: 'Daftar diperbarui langsung' }).waitFor()
    const { page: second } = await openPage(own, '/tasks')
    await second.getByRole('tab', { name: /^Semua/ }).click()
    const taken = own.waitForEvent('request', (request) => request.url().endsWith('/api/live'))
    await first.close()
    await taken
    const { number } = await house.file('sip-bidan')
    await second.getByRole('row', { name: new RegExp(number) }).waitFor()
  })

  it('is walked through by arrow keys and opened by Enter', async () => {
    const { page } = await openPage(await house.officer('verifikator'), '/tasks')
    await page.getByRole('tab', { name: /^Belum diambil/ }).click()
    const links = page.locator('[data-row-link]')
    await links.nth(1).waitFor()
    const wanted = (await links.nth(1).textContent()) ?? ''
    await links.first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: wanted }).waitFor()
  })

  it('filters by state and service, and says when nothing fits', async () => {
    const { page } = await openPage(await house.officer('verifikator'), '/tasks')
    await page.getByRole('tab', { name: /^Semua/ }).click()
    await page.getByLabel('Keadaan waktu').click()
    await page.getByRole('option', { name: 'Terlambat' }).click()
    await page.getByRole('heading', { name: 'Tidak ada tugas di sini' }).waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Hapus saringan' }).last().click()
    await page.getByLabel('Layanan', { exact: true }).click()
    await page.getByRole('option', { name: 'Surat Izin Praktik Bidan' }).click()
    await page.getByRole('row', { name: new RegExp(numbers[1] ?? '') }).waitFor()
    await page.getByLabel('Langkah').click()
    await page.getByRole('option', { name: 'Penandatanganan' }).click()
    await page.getByRole('heading', { name: 'Tidak ada tugas di sini' }).waitFor()
    expect(page.url()).not.toContain('?')
  })

  it('is a list of cards on a phone', async () => {
    const { page } = await openPage(await house.officer('verifikator', phone), '/tasks')
    await page.getByRole('tab', { name: /^Belum diambil/ }).click()
    const card = page.getByRole('listitem').filter({ hasText: numbers[1] ?? '' })
    await card.getByRole('button', { name: `Ambil ${numbers[1]}` }).click()
    await page.getByText(`${numbers[1]} sekarang di tangan Anda.`).waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
  })

  it('lets a supervisor give a task to a colleague', async () => {
    const { page } = await openPage(await house.officer('supervisor'), `/tasks/${numbers[2]}%3Akelengkapan`)
    await page.getByRole('button', { name: 'Alihkan' }).click()
    const dialog = page.getByRole('dialog', { name: 'Alihkan tugas' })
    await dialog.getByRole('radio', { name: /Bagus Prasetyo.*Verifikator.*tugas terbuka/ }).check()
    await dialog.getByRole('button', { name: 'Alihkan' }).click()
    await page.getByText(`${numbers[2]} dialihkan kepada Bagus Prasetyo.`).waitFor()
    const task = await house.task('supervisor', `${numbers[2]}:kelengkapan`)
    expect(task.assignee?.name).toBe('Bagus Prasetyo')
  })
})
