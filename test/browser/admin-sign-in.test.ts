import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdminHouse, openAdminHouse, openPage, phone } from './admin-house.ts'

let house: AdminHouse
beforeAll(async () => {
  house = await openAdminHouse()
})
afterAll(() => house?.close())

describe('the way in', () => {
  it('is one click for a demo person, and out again', async () => {
    const { page } = await openPage(await house.context(), '/')
    await page.getByRole('heading', { level: 1, name: 'Masuk ke meja kerja' }).waitFor()
    expect(await page.title()).toBe('Masuk ke meja kerja · Kabupaten Banyuwangi')
    await page.getByRole('button', { name: /Bagus Prasetyo/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Selamat bekerja, Bagus Prasetyo' }).waitFor()
    await page.getByRole('button', { name: 'Masuk sebagai Bagus Prasetyo' }).click()
    await page.getByRole('menuitem', { name: 'Keluar' }).click()
    await page.getByRole('heading', { name: 'Masuk ke meja kerja' }).waitFor()
    const me = await page.request.get('/api/me')
    expect(me.status()).toBe(401)
  })

  it('takes e-mail and password, and says when they are wrong', async () => {
    const { page } = await openPage(await house.context(phone), '/')
    await page.getByLabel('Surel').fill('kadis@demo.test')
    await page.getByRole('textbox', { name: 'Kata sandi' }).fill('bukan-ini')
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await page.getByText('Surel atau kata sandi salah.').waitFor()
    await page.getByRole('textbox', { name: 'Kata sandi' }).fill('lontar-demo')
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /Selamat bekerja/ }).waitFor()
  })

  it('leads back to the page that was asked for', async () => {
    const { number } = await house.file('sip-bidan')
    const { page } = await openPage(await house.context(), `/tasks/${number}%3Akelengkapan`)
    await page.getByRole('button', { name: /Bagus Prasetyo/ }).click()
    await page.getByRole('heading', { level: 1, name: number }).waitFor()
  })

  it('has no desk for a citizen', async () => {
    const { page } = await openPage(await house.officer('warga'), '/')
    await page.getByRole('heading', { name: 'Akun ini tidak punya meja kerja' }).waitFor()
    expect(await page.getByRole('navigation').count()).toBe(0)
  })

  it('shows each person the resources of their role', async () => {
    const menuOf = async (name: string) => {
      const { page } = await openPage(await house.officer(name), '/')
      const menu = page.getByRole('navigation', { name: 'Menu utama' }).first()
      await menu.getByRole('link', { name: 'Layanan' }).waitFor()
      return menu.getByRole('link').allInnerTexts()
    }
    expect(await menuOf('kabid')).toEqual(['Beranda', 'Tugas', 'Permohonan', 'Tagihan', 'Register', 'Pesan', 'Layanan'])
    expect(await menuOf('katalog')).toEqual(['Beranda', 'Layanan', 'Kalender'])
  })

  it('speaks English when asked, and remembers it', async () => {
    const { page } = await openPage(await house.officer('verifikator'), '/services/sip-bidan')
    await page.getByRole('button', { name: 'EN, English' }).click()
    await page.getByRole('heading', { level: 1, name: "Midwife's Practice Licence" }).waitFor()
    await page.getByRole('cell', { name: 'Kind of application' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.reload()
    await page.getByRole('link', { name: 'Tasks' }).waitFor()
  })
})
