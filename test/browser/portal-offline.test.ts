import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { heading, next } from './portal-hands.ts'
import { openPortalHouse, type PortalHouse, phone, signIn } from './portal-house.ts'

/** Without network: the shell stands, seen services can be read, drafts go on; nothing personal is kept by the cache. */
let house: PortalHouse
let device: BrowserContext

beforeAll(async () => {
  house = await openPortalHouse({ worker: false })
})
beforeEach(async () => {
  device = await house.device({ ...phone, serviceWorkers: 'allow' })
})
afterAll(() => house?.close())

/** Opens the portal and waits until its service worker is in charge of the page. */
async function settleIn(page: Page): Promise<void> {
  await page.goto('/')
  await page.waitForFunction(() => navigator.serviceWorker.ready.then((ready) => ready.active?.state === 'activated'))
  await page.reload()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

const cached = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const stores = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return stores.flat().map(({ url }) => new URL(url).pathname)
  })

test('a service once seen can be read without network; one never seen says so', async () => {
  const page = await device.newPage()
  await settleIn(page)
  await page.goto('/layanan/sip-bidan')
  await page.getByText('dianggap disetujui').waitFor()
  await device.setOffline(true)
  await page.goto('/layanan/sip-bidan')
  await page.getByText('dianggap disetujui').waitFor()
  await page.getByText('Tanpa internet.').waitFor()
  await page.goto('/layanan/ak-1')
  await page.getByText('Tidak ada sambungan internet').waitFor()
  await page.goto('/')
  await page.getByText('Kartu Pencari Kerja').waitFor()
  expect(
    await page.locator('.site-name img').evaluate((crest) => (crest as HTMLImageElement).naturalWidth),
  ).toBeGreaterThan(0)
  await device.setOffline(false)
  await page.getByText('Tanpa internet.').waitFor({ state: 'detached' })
})

test('a draft goes on without network, and its photo is sent when the network is back', async () => {
  await signIn(device, house.url, 'warga')
  const page = await device.newPage()
  await settleIn(page)
  await page.goto('/layanan/sip-bidan/ajukan')
  await heading(page, 'Pemohon')
  await next(page)
  await heading(page, 'Permohonan')
  await page.getByText('SIP baru').waitFor()
  await device.setOffline(true)
  await page.reload()
  await heading(page, 'Permohonan')
  await page.getByLabel('SIP baru').check()
  await page.getByLabel('Pertama').check()
  await next(page)
  await heading(page, 'Data bidan')
  await page.evaluate(() => {
    window.location.hash = 'berkas'
  })
  const slot = page.locator('#document-ktp')
  await slot.locator('input:not([capture])').setInputFiles({
    name: 'ktp.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF\n'),
  })
  await slot.getByText('Tersimpan, dikirim saat ada sinyal').waitFor()
  await device.setOffline(false)
  await slot.getByText('Terkirim').waitFor()
})

test('of the API only public answers are kept on the device', async () => {
  await signIn(device, house.url, 'warga')
  const page = await device.newPage()
  await settleIn(page)
  for (const path of ['/permohonan', '/pesan', '/layanan/sip-bidan', '/layanan/sip-bidan/ajukan', '/lacak']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }
  const paths = (await cached(page)).filter((path) => path.startsWith('/api/'))
  expect(paths).toContain('/api/services/sip-bidan')
  expect(paths.filter((path) => !/^\/api\/(regency|services|regions)(\/|$)/.test(path))).toEqual([])
})

test('the back office and the API are never answered by the portal’s shell', async () => {
  const page = await device.newPage()
  await settleIn(page)
  await device.setOffline(true)
  await expect(page.goto('/admin/')).rejects.toThrow()
})

test('it can be installed, and says so with a name, a colour and icons that exist', async () => {
  const page = await device.newPage()
  await page.goto('/')
  const address = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await device.request.get(address ?? '')).json()
  expect(manifest).toMatchObject({ display: 'standalone', start_url: '/', lang: 'id' })
  for (const { src, sizes } of manifest.icons) {
    const answer = await device.request.get(src)
    expect([answer.status(), answer.headers()['content-type']], src).toEqual([200, 'image/png'])
    const png = await answer.body()
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes)
  }
})

const form = /answers-form/

test('the form comes while the first page is filled in: without a service worker either, nobody waits for it later', async () => {
  const without = await house.deviceOf('warga')
  const page = await without.newPage()
  const ahead = page.waitForEvent('requestfinished', (request) => form.test(request.url()))
  await page.goto('/layanan/ak-1/ajukan')
  await heading(page, 'Pemohon')
  await ahead
  await without.setOffline(true)
  await next(page)
  await page.getByLabel('Tempat lahir').fill('Banyuwangi')
})

test('a form that failed to come ahead is asked for again when it is needed', async () => {
  const page = await (await house.deviceOf('warga')).newPage()
  let asked = 0
  await page.route(form, (route) => {
    asked += 1
    return asked === 1 ? route.abort() : route.continue()
  })
  const failed = page.waitForEvent('requestfailed', (request) => form.test(request.url()))
  await page.goto('/layanan/ak-1/ajukan')
  await heading(page, 'Pemohon')
  await failed
  await next(page)
  await page.getByLabel('Tempat lahir').fill('Banyuwangi')
  expect(asked).toBe(2)
})
