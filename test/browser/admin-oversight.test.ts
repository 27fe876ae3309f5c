import { afterAll, beforeAll, expect, it } from 'vitest'
import { Task } from '../../models/case/task.ts'
import { countNext } from '../../models/oversight/count.ts'
import { type AdminHouse, openAdminHouse, openPage, phone } from './admin-house.ts'
import { keepShot } from './shots.ts'
import { wrongWith } from './wrong-with.ts'

let house: AdminHouse

beforeAll(async () => {
  house = await openAdminHouse()
})
afterAll(() => house?.close())

const putLate = (number: string) =>
  house.inside(() =>
    Task.updateOne(
      { number, status: 'open' },
      { $set: { dueAt: new Date(Date.now() - 7_200_000), warnAt: new Date(0) } },
    ),
  )

it('a supervisor sees at a glance how clocks stand, goes to what is late, and sees it change by itself', async () => {
  const made = [await house.file('sip-bidan'), await house.file('sip-bidan'), await house.file('sip-bidan')]
  await house.file('pbg')
  await house.file('ak-1')
  await house.walk({ number: made[0]?.number ?? '' }, [['verifikator', 'kelengkapan']])
  await putLate(made[1]?.number ?? '')

  const supervisor = await house.officer('supervisor')
  const { page, troubles } = await openPage(supervisor, '/oversight')
  await page.getByRole('heading', { level: 1, name: 'Pengawasan' }).waitFor()
  const office = page.getByRole('row', { name: /^DPMPTSP/ })
  await office.getByRole('link', { name: /Lewat waktu: 1 tugas/ }).waitFor()
  await page.getByText('Tampilkan sebagai tabel').click()
  await page.getByRole('row', { name: /^lewat < 1 hari 1$/ }).waitFor()
  const overdue = page.getByRole('listitem').filter({ hasText: 'Tugas terbuka yang lewat waktu' })
  await overdue.getByText('Belum tercapai').waitFor()
  await overdue.getByText('Target: paling banyak 5 %').waitFor()
  await overdue.getByText(/1 dari 2 kantor mencapai target\. Terjauh: DPMPTSP, \d+(,\d)? %\./).waitFor()
  await overdue.getByText('Dasar target (angka contoh)').click()
  expect(await wrongWith(page)).toEqual([])
  await keepShot(page, 'oversight-desk', { fullPage: true })

  await office.getByRole('link', { name: 'DPMPTSP', exact: true }).click()
  await page.waitForURL(/by=service/)
  await page.getByRole('row', { name: /Bidan/ }).waitFor()
  await page.goBack()
  await office.getByRole('link', { name: /Lewat waktu: 1 tugas/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Tugas: Lewat waktu' }).waitFor()
  await page.getByRole('link', { name: made[1]?.number ?? '' }).waitFor()
  expect(await wrongWith(page)).toEqual([])
  await keepShot(page, 'oversight-tasks', { fullPage: true })

  await page.goBack()
  await office.getByRole('link', { name: /Lewat waktu: 1 tugas/ }).waitFor()
  await putLate(made[2]?.number ?? '')
  await office.getByRole('link', { name: /Lewat waktu: 2 tugas/ }).waitFor()

  const small = await openPage(await house.officer('supervisor', phone), '/oversight?by=step')
  await small.page
    .getByRole('row', { name: /^Pemeriksaan kelengkapan/i })
    .first()
    .waitFor()
  await small.page.getByText('Sisa waktu').first().waitFor()
  await small.page.getByRole('link', { name: 'Janji layanan ditepati' }).waitFor()
  expect(await wrongWith(small.page)).toEqual([])
  await keepShot(small.page, 'oversight-phone', { fullPage: true })
  for (const each of [troubles, small.troubles]) expect(each).toEqual([])
})

it('a supervisor looks back: clocks kept, whose time, and who was decided out of turn', async () => {
  const made = [await house.file('sip-bidan'), await house.file('sip-bidan'), await house.file('ak-1')]
  await house.walk({ number: made[1]?.number ?? '' }, [['verifikator', 'kelengkapan']])
  await house.walk({ number: made[2]?.number ?? '' }, [['disnaker', 'pemeriksaan']])
  await house.until(made[2]?.id ?? '', { status: 'approved' })
  while ((await countNext(async () => 420)) > 0);

  const { page, troubles } = await openPage(await house.officer('supervisor'), '/oversight')
  const inTime = page.getByRole('listitem').filter({ hasText: 'Tugas diputus tepat waktu' })
  await inTime.getByText('100 %', { exact: true }).waitFor()
  await inTime.getByText('Tercapai', { exact: true }).waitFor()
  await inTime.getByText('Bulan ini 100 %, bulan lalu belum ada data.').waitFor()
  await keepShot(page, 'oversight-kpis', { fullPage: true })
  await page.getByRole('tab', { name: 'Selama ini' }).click()
  await page
    .getByRole('row', { name: /^DPMPTSP/ })
    .first()
    .waitFor()
  const folded = page.getByText('Tampilkan sebagai tabel')
  await expect.poll(() => folded.count(), { timeout: 20_000 }).toBe(3)
  for (const each of await folded.all()) await each.click()
  await page
    .getByRole('table', { name: 'Waktu siapa yang terpakai' })
    .getByRole('row', { name: /^Disnaker 1/i })
    .waitFor()
  expect(await wrongWith(page)).toEqual([])
  await keepShot(page, 'oversight-history', { fullPage: true })
  await page.getByRole('link', { name: /DPMPTSP: \d+ keputusan mendahului/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Keputusan yang mendahului' }).waitFor()
  await page.getByRole('link', { name: made[1]?.number ?? '' }).waitFor()
  expect(await wrongWith(page)).toEqual([])
  await keepShot(page, 'oversight-overtakings', { fullPage: true })
  await page.getByRole('button', { name: `Catat alasan untuk ${made[1]?.number}` }).click()
  const dialog = page.getByRole('dialog', { name: `Mengapa ${made[1]?.number} didahulukan?` })
  await dialog.getByText('Jangan menulis nama, NIK', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Catat alasan' }).click()
  await dialog.getByText('Tulis sedikitnya 3 huruf.').waitFor()
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Berkas yang lebih lama menunggu surat rekomendasi.')
  expect(await wrongWith(page)).toEqual([])
  await keepShot(page, 'oversight-explain', { fullPage: true })
  await dialog.getByRole('button', { name: 'Catat alasan' }).click()
  const said = page.getByRole('list', { name: 'Alasan yang tercatat' })
  await said.getByText('Berkas yang lebih lama menunggu surat rekomendasi.').waitFor()
  await page.getByRole('button', { name: `Tambah alasan untuk ${made[1]?.number}` }).waitFor()
  await dialog.waitFor({ state: 'detached' })
  expect(await wrongWith(page)).toEqual([])
  await keepShot(page, 'oversight-explained', { fullPage: true })

  const small = await openPage(await house.officer('supervisor', phone), '/oversight/history?by=officer&period=4w')
  await small.page.getByRole('row', { name: /^Bagus Prasetyo/ }).waitFor()
  expect(await wrongWith(small.page)).toEqual([])
  await keepShot(small.page, 'oversight-history-phone', { fullPage: true })
  await small.page.goto('/admin/oversight/overtakings')
  await small.page.getByText('Berkas yang lebih lama menunggu surat rekomendasi.').waitFor()
  expect(await wrongWith(small.page)).toEqual([])
  await keepShot(small.page, 'oversight-overtakings-phone', { fullPage: true })
  for (const each of [troubles, small.troubles]) expect(each).toEqual([])
})
