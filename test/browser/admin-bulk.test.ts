import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdminHouse, desktop, openAdminHouse, openPage, phone } from './admin-house.ts'

let house: AdminHouse
beforeAll(async () => {
  house = await openAdminHouse()
})
afterAll(() => house?.close())

describe('many tasks at once', () => {
  it('are marked, approved together, and each tells what became of it', async () => {
    const cases = [await house.file('sip-bidan'), await house.file('sip-bidan'), await house.file('sip-bidan')]
    const { page, troubles } = await openPage(await house.officer('verifikator', desktop), '/tasks')
    await page.getByRole('tab', { name: 'Belum diambil (3)' }).click()
    for (const { number } of cases) await page.getByRole('checkbox', { name: `Tandai ${number}` }).check()
    await page.getByText('3 ditandai').waitFor()
    await page.getByRole('button', { name: 'Putuskan yang ditandai…' }).click()
    const [, gone] = cases
    await house.decide('verifikator', `${gone?.number}:kelengkapan`, { decision: 'approve' })
    expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
    await page.getByRole('button', { name: 'Putuskan 3 tugas' }).click()
    await page.getByRole('heading', { name: 'Selesai diputuskan' }).waitFor()
    await page.getByText('2 dari 3 selesai, 1 tidak dapat diputuskan, 0 menunggu').waitFor()
    const rows = page.getByRole('table', { name: 'Hasil tiap berkas' })
    await rows.getByText('Tugas ini sudah diputuskan atau ditutup.').waitFor()
    expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
    await page.getByRole('button', { name: 'Tutup', exact: true }).click()
    for (const { id } of cases) expect(await house.read(id)).toMatchObject({ waiting: { step: 'verifikasi' } })
    expect(troubles).toEqual([])
  })

  it('are rejected only with a reason, also in the hand', async () => {
    const { id, number } = await house.file('ak-1')
    const { page } = await openPage(await house.officer('disnaker', phone), '/tasks')
    await page.getByRole('tab', { name: /^Belum diambil/ }).click()
    await page.getByRole('checkbox', { name: `Tandai ${number}` }).check()
    await page.getByRole('button', { name: 'Putuskan yang ditandai…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Tolak' }).click()
    await page.getByRole('button', { name: 'Putuskan 1 tugas' }).click()
    await page.getByText('Tulis alasan penolakan').waitFor()
    await page.getByRole('textbox').last().fill('Berkas ganda')
    await page.getByRole('button', { name: 'Putuskan 1 tugas' }).click()
    await page.getByText('1 dari 1 selesai, 0 tidak dapat diputuskan, 0 menunggu').waitFor()
    expect((await house.read(id)).state.tasks[`${number}:pemeriksaan`]).toMatchObject({ status: 'decided' })
  })
})
