import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import { Task } from '../../models/case/task.ts'
import { toSign, trayHands } from '../api/tray-hands.ts'
import { type AdminHouse, desktop, openAdminHouse, openPage, phone } from './admin-house.ts'
import { keepShot } from './shots.ts'

let house: AdminHouse
let hands: ReturnType<typeof trayHands>
beforeAll(async () => {
  house = await openAdminHouse()
  hands = trayHands(house)
})
afterAll(() => house?.close())

async function expectAccessible(page: Page, within?: string): Promise<void> {
  const axe = new AxeBuilder({ page })
  expect((await (within ? axe.include(within) : axe).analyze()).violations).toEqual([])
}

const choose = (page: Page, { number }: Pick<ApplicationReceipt, 'number'>) =>
  page.getByRole('checkbox', { name: new RegExp(`^Pilih ${number}`) })

async function makeLate({ number }: ApplicationReceipt): Promise<void> {
  const dueAt = new Date(Date.now() - 3_600_000)
  await house.inside(() => Task.updateOne({ task: toSign({ number }) }, { $set: { dueAt } }))
}

describe('the signing tray', () => {
  it('in the hand: looks at the letter, chooses the ordinary at one tap, signs with one passphrase, and tells every number', async () => {
    const [late, ...ordinary] = await hands.letters(5)
    if (!late) throw new Error('not filed')
    await makeLate(late)
    const { page, troubles } = await openPage(await house.officer('kades', phone), '/')
    await page.getByRole('button', { name: /5\s*Menunggu tanda tangan/ }).click()
    await page.getByRole('heading', { name: 'Meja tanda tangan', level: 1 }).waitFor()
    const odd = page.getByRole('list', { name: 'Lihat dahulu (1)' })
    await odd.getByText('Waktunya sudah lewat').waitFor()
    await expectAccessible(page)
    await keepShot(page, 'tray-phone')

    await page.getByRole('button', { name: 'Pilih 4 yang biasa' }).click()
    await page.getByText('4 dipilih').waitFor()
    expect(await choose(page, late).isChecked()).toBe(false)
    await page.getByRole('button', { name: `Lihat surat ${late.number}` }).click()
    await page.getByRole('img', { name: /Halaman 1 dari/ }).waitFor()
    await expectAccessible(page, '[role=dialog]')
    await keepShot(page, 'tray-phone-letter')
    await page.getByRole('button', { name: 'Pilih dokumen ini' }).click()
    await page.getByRole('button', { name: 'Tutup', exact: true }).click()
    await page.getByText('5 dipilih').waitFor()
    await keepShot(page, 'tray-phone-chosen')

    await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click()
    await page.getByRole('button', { name: 'Tanda tangani 5' }).click()
    await page.getByText('Isi frasa sandi.').waitFor()
    await page.getByLabel('Frasa sandi tanda tangan').fill('lontar-demo')
    await expectAccessible(page, '[role=dialog]')
    await keepShot(page, 'tray-phone-passphrase')
    await page.getByRole('button', { name: 'Tanda tangani 5' }).click()
    await page.getByRole('heading', { name: 'Selesai', exact: true }).waitFor()
    await page.getByText('5 dari 5 ditandatangani, 0 masih berjalan').waitFor()
    expect(await page.getByText(/^Ditandatangani, nomor /).count()).toBe(5)
    await expectAccessible(page, '[role=dialog]')
    await keepShot(page, 'tray-phone-result')
    await page.getByRole('button', { name: 'Tutup', exact: true }).click()
    await page.getByRole('heading', { name: 'Tidak ada yang menunggu tanda tangan Anda' }).waitFor()
    for (const { id } of [late, ...ordinary]) expect((await house.read(id)).status).toBe('approved')
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      'lontar-demo',
    )
    expect(troubles).toEqual([])
  })

  it('at a desk: a wrong passphrase stops the rest, and what was not signed is signed at one tap', async () => {
    const letters = await hands.letters(3)
    const { page, troubles } = await openPage(await house.officer('kades', desktop), '/tray')
    await page.getByRole('button', { name: 'Pilih 3 yang biasa' }).click()
    await expectAccessible(page)
    await keepShot(page, 'tray-desktop')
    await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click()
    await page.getByLabel('Frasa sandi tanda tangan').fill('bukan frasa sandi')
    await page.getByRole('button', { name: 'Tanda tangani 3' }).click()
    await page.getByRole('alert').getByText('Frasa sandi salah. 2 dokumen lain belum dicoba.').waitFor()
    await expectAccessible(page, '[role=dialog]')
    await keepShot(page, 'tray-desktop-wrong')
    await page.getByRole('button', { name: 'Tanda tangani lagi 3 yang belum' }).click()
    expect(await page.getByLabel('Frasa sandi tanda tangan').inputValue()).toBe('')
    await page.getByLabel('Frasa sandi tanda tangan').fill('lontar-demo')
    await page.getByRole('button', { name: 'Tanda tangani 3' }).click()
    await page.getByText('3 dari 3 ditandatangani, 0 masih berjalan').waitFor()
    for (const { id } of letters) expect((await house.read(id)).status).toBe('approved')
    expect(troubles).toEqual([])
  })

  it('is in the menu of those who sign, and of nobody else', async () => {
    const { page } = await openPage(await house.officer('desa', desktop), '/')
    await page.getByRole('link', { name: 'Tugas', exact: true }).waitFor()
    expect(await page.getByRole('link', { name: 'Meja tanda tangan' }).count()).toBe(0)
    const { page: own } = await openPage(await house.officer('kadis', desktop), '/')
    await own.getByRole('link', { name: 'Meja tanda tangan' }).click()
    await own.getByText('Dokumen muncul di sini begitu sampai di meja Anda.').waitFor()
  })
})
