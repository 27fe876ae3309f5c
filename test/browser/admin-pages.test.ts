import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdminHouse, desktop, openAdminHouse, openPage, phone, taskPath } from './admin-house.ts'
import { wrongWith } from './wrong-with.ts'

let house: AdminHouse
let number: string
let id: string
let officer: BrowserContext
beforeAll(async () => {
  house = await openAdminHouse()
  officer = await house.officer('verifikator')
  ;({ number, id } = await house.file('sip-bidan'))
  await house.file('sip-bidan')
})
afterAll(() => house?.close())

type Visit = { path: () => string; sees: string | RegExp; first?: (page: Page) => Promise<void> }

const tab = (name: string) => (page: Page) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()

const pages: Record<string, Visit> = {
  home: { path: () => '/', sees: 'Selamat bekerja, Bagus Prasetyo' },
  inbox: { path: () => '/tasks', sees: 'Tugas', first: tab('Semua') },
  task: { path: () => taskPath(`${number}:kelengkapan`), sees: /^BWI-/ },
  'task being returned': {
    path: () => taskPath(`${number}:kelengkapan`),
    sees: /^BWI-/,
    first: async (page) => {
      await page
        .getByRole('button', { name: /^Tandai perlu diperbaiki/ })
        .first()
        .click()
      await page.getByRole('button', { name: 'Kembalikan (1)' }).click()
    },
  },
  applications: { path: () => '/applications', sees: 'Permohonan' },
  'case file': { path: () => `/applications/${id}`, sees: /^BWI-/ },
  'case story': { path: () => `/applications/${id}`, sees: /^BWI-/, first: tab('Riwayat') },
  'case clocks': { path: () => `/applications/${id}`, sees: /^BWI-/, first: tab('Jangka waktu') },
  'case documents': { path: () => `/applications/${id}`, sees: /^BWI-/, first: tab('Dokumen terbit') },
  services: { path: () => '/services', sees: 'Layanan' },
  service: { path: () => '/services/akta-kelahiran', sees: 'Akta Kelahiran' },
  messages: { path: () => '/messages', sees: 'Pesan' },
  'no such page': { path: () => '/tidak-ada', sees: 'Tidak ditemukan' },
}

describe('every page can be used by everybody, and fits desk and hand', () => {
  it.each(Object.entries(pages))('%s', async (_, { path, sees, first }) => {
    const { page, troubles } = await openPage(officer, path())
    await page.getByRole('heading', { level: 1, name: sees }).waitFor()
    await first?.(page)
    for (const size of [desktop, phone]) {
      await page.setViewportSize(size)
      await expect.poll(() => page.locator('.MuiSkeleton-root').count()).toBe(0)
      expect(await wrongWith(page), `${size.width} wide`).toEqual([])
    }
    expect(troubles).toEqual([])
    await page.close()
  })

  it('sign-in', async () => {
    const { page } = await openPage(await house.context(), '/')
    await page.getByRole('button', { name: /Bagus Prasetyo/ }).waitFor()
    for (const size of [desktop, phone]) {
      await page.setViewportSize(size)
      expect(await wrongWith(page), `${size.width} wide`).toEqual([])
    }
  })
})

describe('the content security policy', () => {
  it('holds: no eval, no inline script, styles by nonce', async () => {
    const { page, troubles } = await openPage(officer, '/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const answer = await page.request.get('/admin/')
    const policy = answer.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Public Sans')
    expect(troubles.filter((trouble) => /Content.Security.Policy/i.test(trouble))).toEqual([])
  })
})

describe('a server that is away', () => {
  it('is said, and asked again', async () => {
    const page = await officer.newPage()
    await page.route('**/api/regency', (route) => route.abort(), { times: 1 })
    await page.goto('/admin/')
    await page
      .getByRole('alert')
      .getByText(/Server tidak menjawab/)
      .waitFor()
    await page.getByRole('button', { name: /Coba lagi/ }).click()
    await page.getByRole('heading', { level: 1, name: /Selamat bekerja/ }).waitFor()
  })

  it('leaves a list with a way to try again', async () => {
    const page = await officer.newPage()
    await page.route('**/api/messages*', (route) => route.fulfill({ status: 500, body: '{}' }))
    await page.goto('/admin/messages')
    await page.getByText('Server mengalami gangguan.').waitFor()
    await page.unroute('**/api/messages*')
    await page.getByRole('button', { name: 'Coba lagi' }).click()
    await page.getByText('Permohonan diterima').first().waitFor()
  })
})
