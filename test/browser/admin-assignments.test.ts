import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OfficerRow } from '../../contracts/mandates.ts'
import { handOverTasks } from '../../engine/hand-over/sweep.ts'
import { type AdminHouse, openAdminHouse, openPage, phone, taskPath } from './admin-house.ts'
import { keepShot } from './shots.ts'
import { wrongWith } from './wrong-with.ts'

let house: AdminHouse
beforeAll(async () => {
  house = await openAdminHouse()
})
afterAll(() => house?.close())

const day = (offset: number) => new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10)

async function choose(page: Page, label: string, name: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name }).first().click()
}

it('the head goes on leave: the admin names a stand-in, whose header and task say why', async () => {
  const admin = await house.officer('admin')
  const { page, troubles } = await openPage(admin, '/mandates')
  await page.getByRole('heading', { name: 'Belum ada mandat' }).waitFor()
  await keepShot(page, 'assignments-empty')
  expect(await wrongWith(page)).toEqual([])

  await page.getByRole('button', { name: 'Beri mandat' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Beri mandat' }).click()
  await form.getByText('Wajib diisi.').first().waitFor()
  await choose(page, 'Pejabat yang digantikan', /^Drs\. Agus Santosa, M\.Si\. – .*Penanaman Modal/)
  await choose(page, 'Pelaksana', /^Hariyanto, S\.Sos\./)
  await form.getByLabel('Nomor surat perintah').fill('800/12/2026')
  await form.getByLabel('Tanggal surat').fill(day(0))
  await form.getByLabel('Hari pertama').fill(day(0))
  await form.getByLabel('Hari terakhir').fill(day(5))
  await keepShot(page, 'assignments-form')
  expect(await wrongWith(page)).toEqual([])
  await form.getByRole('button', { name: 'Beri mandat' }).click()
  await page.getByText('Surat Perintah Nomor 800/12/2026', { exact: false }).waitFor()
  await keepShot(page, 'assignments-mandates')
  expect(await wrongWith(page)).toEqual([])

  await page.getByRole('tab', { name: 'Ketidakhadiran' }).click()
  await page.getByRole('button', { name: 'Catat ketidakhadiran' }).click()
  await choose(page, 'Petugas', /^Drs\. Agus Santosa/)
  await page.getByLabel('Hari pertama').fill(day(0))
  await page.getByLabel('Hari terakhir').fill(day(5))
  await page.getByRole('dialog').getByRole('button', { name: 'Catat ketidakhadiran' }).click()
  await page.getByText('Sedang tidak hadir', { exact: true }).waitFor()
  await keepShot(page, 'assignments-absences')
  expect(await wrongWith(page)).toEqual([])

  const receipt = await house.file('sip-bidan')
  await house.walk(receipt, [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi'],
    ['teknis', 'rekomendasi'],
    ['kabid', 'validasi'],
  ])
  expect(await handOverTasks(house.api.deps.cases.engine, house.api.deps.log)).toBe(1)
  const kabid = await house.officer('kabid')
  const task = await openPage(kabid, taskPath(`${receipt.number}:tanda-tangan`))
  await task.page.getByText(/^Anda Plh\. Kepala Dinas Penanaman Modal .* sampai /).waitFor()
  await task.page.getByText('Ditawarkan kepada Anda karena pejabat di meja ini berhalangan.').waitFor()
  await keepShot(task.page, 'assignments-task')
  expect(await wrongWith(task.page)).toEqual([])

  const small = await openPage(await house.officer('kadis', phone), '/mandates')
  await small.page.getByText('Plh. Kepala Dinas', { exact: false }).first().waitFor()
  await keepShot(small.page, 'assignments-phone')
  expect(await wrongWith(small.page)).toEqual([])
  await small.page.getByRole('button', { name: 'Akhiri mandat Hariyanto, S.Sos.' }).click()
  await small.page.getByLabel('Alasan').fill('Kepala dinas kembali')
  await small.page.getByRole('dialog').getByRole('button', { name: 'Akhiri' }).click()
  await small.page.getByText('Kepala dinas kembali', { exact: false }).waitFor()
  const held = await openPage(await house.officer('kabid', phone), taskPath(`${receipt.number}:tanda-tangan`))
  await held.page.getByRole('heading').first().waitFor()
  for (const each of [troubles, task.troubles, small.troubles, held.troubles]) expect(each).toEqual([])
})

it('officers without an office to head see no assignments', async () => {
  const officers = (await house.getAs('kadis', '/api/officers')).json as OfficerRow[]
  expect(new Set(officers.flatMap(({ seats }) => seats.map(({ agency }) => agency)))).toEqual(new Set(['dpmptsp']))
  const { page } = await openPage(await house.officer('verifikator'), '/')
  await page.getByRole('navigation', { name: 'Menu utama' }).first().waitFor()
  expect(await page.getByRole('link', { name: 'Penugasan' }).count()).toBe(0)
})
