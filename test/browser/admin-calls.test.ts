import { afterAll, beforeAll, expect, it } from 'vitest'
import { citizen } from '../api/case-api-house.ts'
import { simulatedOss, webhookKey } from '../integrations/outside/simulated.ts'
import { type AdminHouse, openAdminHouse, openPage, phone, taskPath } from './admin-house.ts'
import { keepShot } from './shots.ts'
import { wrongWith } from './wrong-with.ts'

let house: AdminHouse
let side: Awaited<ReturnType<typeof simulatedOss>>

beforeAll(async () => {
  side = await simulatedOss()
  const { url, userKey } = side.settings
  house = await openAdminHouse({ env: { OSS_URL: url, OSS_USER_KEY: userKey, OSS_WEBHOOK_KEY: webhookKey } })
  side.oss.options.webhook.url = `${house.url}/api/outside/oss/receiveNIB`
})
afterAll(async () => {
  await house?.close()
  await side?.close()
})

it('an officer copies the sheet into OSS; a supervisor sees what waits and has it asked again', async () => {
  const receipt = await house.file('nib-perorangan')
  const loket = await house.officer('loket')
  const { page, troubles } = await openPage(loket, taskPath(`${receipt.number}:pengisian-gerai`))
  await page.getByRole('heading', { name: 'Isikan ke OSS' }).waitFor()
  expect(await page.getByRole('link', { name: 'Buka OSS' }).getAttribute('href')).toBe('https://oss.go.id')
  await loket.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Salin Nama usaha' }).click()
  await page.getByRole('button', { name: 'Nama usaha tersalin' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Warung Bu Sri')
  expect(await wrongWith(page)).toEqual([])

  side.oss.faults.maintenance = true
  await house.walk(receipt, [['loket', 'pengisian-gerai']])
  const row = async () => (await house.getAs('supervisor', '/api/calls')).text
  await expect.poll(row, { timeout: 30_000 }).toContain('maintenance')
  const supervisor = await house.officer('supervisor')
  const list = await openPage(supervisor, '/calls')
  await list.page.getByText(/^Menunggu OSS sejak /).waitFor()
  await list.page.getByText(/sedang pemeliharaan$/).waitFor()
  expect(await wrongWith(list.page)).toEqual([])
  const held = await house.officer('supervisor', phone)
  const small = await openPage(held, '/calls')
  await small.page.getByRole('button', { name: `Tanyakan lagi sekarang untuk ${receipt.number}` }).waitFor()
  expect(await wrongWith(small.page)).toEqual([])

  const whole = await openPage(supervisor, `/applications/${receipt.id}`)
  await whole.page.getByText(/^Menunggu OSS sejak .*\(waktu Kementerian Investasi/).waitFor()

  const at = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
  expect(await side.oss.tellStatus({ nik: citizen.nik, kbli: '56102', status: '43', at })).toMatchObject({
    status: 200,
  })
  await house.until(receipt.id, { state: { clocks: { term: { resetsAsked: [{ code: '43' }] } } } })
  await whole.page.reload()
  await whole.page.getByRole('tab', { name: 'Jangka waktu' }).click()
  await whole.page
    .getByText(/^OSS meminta hitungan diulang dari awal pada .*\(status 43\)\. Waktu yang sudah terpakai/)
    .waitFor()
  await keepShot(whole.page, 'oss-clock', { fullPage: true })
  await whole.page.setViewportSize(phone)
  expect(await wrongWith(whole.page)).toEqual([])
  await keepShot(whole.page, 'oss-clock-phone', { fullPage: true })

  side.oss.faults.maintenance = false
  side.oss.issue({ nik: citizen.nik, name: citizen.name, kbli: ['56102'], on: new Date() })
  await list.page.getByRole('button', { name: /^Tanyakan lagi sekarang/ }).click()
  await house.until(receipt.id, { status: 'approved' })
  await list.page.reload()
  await list.page.getByRole('heading', { name: 'Tidak ada yang ditunggu' }).waitFor()
  for (const each of [troubles, list.troubles, small.troubles, whole.troubles]) expect(each).toEqual([])
})
