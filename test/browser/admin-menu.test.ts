import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdminHouse, desktop, openAdminHouse, openPage, phone } from './admin-house.ts'
import { keepShot } from './shots.ts'

let house: AdminHouse
beforeAll(async () => {
  house = await openAdminHouse()
})
afterAll(() => house?.close())

const narrow = { width: 360, height: 740 }
const menu = (page: Page, name = 'Menu utama') => page.getByRole('navigation', { name })

/** Names of the menu that are cut, or run out of the screen. */
const cutNames = (page: Page) =>
  page.evaluate(() => {
    const names = [...document.querySelectorAll('nav a span, nav button span')] as HTMLElement[]
    return names
      .filter((each) => each.offsetParent !== null)
      .filter((each) => {
        const { left, right } = each.getBoundingClientRect()
        return each.scrollWidth > each.clientWidth + 1 || left < 0 || right > window.innerWidth
      })
      .map((each) => each.textContent)
  })

async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'))
}

describe('the menu in the hand', () => {
  it('names what is reached for most, whole, in both languages', async () => {
    const { page, troubles } = await openPage(await house.officer('kades', phone), '/')
    await page.setViewportSize(narrow)
    await menu(page).getByRole('link').first().waitFor()
    const inIndonesian = ['Beranda', 'Tugas', 'Tanda tangan', 'Pengawasan']
    await expect.poll(() => menu(page).getByRole('link').allInnerTexts()).toEqual(inIndonesian)
    expect(await cutNames(page)).toEqual([])
    await keepShot(page, 'menu-phone')
    await page.getByRole('button', { name: /^Masuk sebagai/ }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    const inEnglish = ['Start', 'Tasks', 'Signing', 'Oversight']
    await expect.poll(() => menu(page, 'Main menu').getByRole('link').allInnerTexts()).toEqual(inEnglish)
    expect(await cutNames(page)).toEqual([])
    expect(troubles).toEqual([])
  })

  it('opens a sheet with the rest, which keeps the focus until Escape and leads on', async () => {
    const { page, troubles } = await openPage(await house.officer('kades', phone), '/')
    const more = menu(page).getByRole('button', { name: 'Lainnya' })
    await more.press('Enter')
    const sheet = page.getByRole('dialog', { name: 'Lainnya' })
    await sheet.getByRole('list', { name: 'Pekerjaan' }).getByRole('link', { name: 'Permohonan' }).waitFor()
    await sheet.getByRole('list', { name: 'Pengaturan' }).getByRole('link', { name: 'Penugasan' }).waitFor()
    await atRest(page)
    await keepShot(page, 'menu-phone-sheet')
    const { violations } = await new AxeBuilder({ page: page as never }).include('[role=dialog]').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('.MuiDrawer-root') !== null)).toBe(true)
    }
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    await expect.poll(() => more.evaluate((button) => button === document.activeElement)).toBe(true)
    await more.click()
    await sheet.getByRole('link', { name: 'Tagihan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tagihan' }).waitFor()
    await sheet.waitFor({ state: 'hidden' })
    expect(troubles).toEqual([])
  })

  it('needs no sheet where all of it has room', async () => {
    const { page } = await openPage(await house.officer('katalog', phone), '/services')
    await expect.poll(() => menu(page).getByRole('link').allInnerTexts()).toEqual(['Beranda', 'Layanan', 'Kalender'])
    expect(await page.getByRole('button', { name: 'Lainnya' }).count()).toBe(0)
  })
})

describe('the menu at a desk', () => {
  it('tells a long list apart by what it is for, folded too', async () => {
    const { page, troubles } = await openPage(await house.officer('supervisor', desktop), '/')
    const inSection = (name: string) => menu(page).getByRole('list', { name }).getByRole('link')
    await expect.poll(() => inSection('Pemantauan').allInnerTexts()).toEqual(['Pengawasan', 'Sistem luar'])
    expect(await inSection('Pengaturan').allInnerTexts()).toEqual(['Layanan', 'Penugasan'])
    await keepShot(page, 'menu-desktop')
    await menu(page).getByRole('button', { name: 'Tutup menu' }).click()
    await inSection('Pemantauan').first().waitFor()
    await keepShot(page, 'menu-desktop-folded')
    const { violations } = await new AxeBuilder({ page: page as never }).include('nav').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(troubles).toEqual([])
  })
})
