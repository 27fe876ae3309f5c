import { type BrowserContext, chromium, devices, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { ensureChromium } from '../../infra/servers/chromium.ts'
import { openCaseApiHouse } from '../api/case-api-house.ts'

const silent = { line() {}, update() {} }
export const desktop = { width: 1280, height: 800 }
export const phone = { width: 390, height: 844 }

export type AdminHouse = Awaited<ReturnType<typeof openAdminHouse>>

/** The built back office before a real API, worker and signing office, and a browser to sit at it with. */
export async function openAdminHouse(options: Parameters<typeof openCaseApiHouse>[0] = {}) {
  const house = await openCaseApiHouse(options)
  const { path, args } = await ensureChromium(silent as never)
  const browser = await chromium.launch({ executablePath: path, args })
  const contexts: BrowserContext[] = []

  async function context(size = desktop) {
    const isPhone = size === phone
    const made = await browser.newContext({
      ...(isPhone ? devices['Pixel 7'] : {}),
      viewport: size,
      baseURL: house.url,
      locale: 'id-ID',
      timezoneId: 'America/New_York',
    })
    made.setDefaultTimeout(20_000)
    contexts.push(made)
    return made
  }

  return {
    ...house,
    context,
    /** A demo officer's own browser, signed in: `verifikator` for `verifikator@demo.test`. */
    async officer(name: string, size = desktop) {
      const own = await context(size)
      const answer = await own.request.post('/api/auth/sign-in/email', {
        data: { email: `${name}@demo.test`, password: 'lontar-demo' },
        headers: { Origin: house.url },
      })
      expect(answer.status(), await answer.text()).toBe(200)
      return own
    },
    async close() {
      await Promise.all(contexts.map((each) => each.close()))
      await browser.close()
      await house.close()
    },
  }
}

/** Opens a page of the back office and notes everything that went wrong on it. */
export async function openPage(context: BrowserContext, path: string) {
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  await page.goto(`/admin${path}`)
  return { page, troubles }
}

export const taskPath = (task: string) => `/tasks/${encodeURIComponent(task)}`

/** What the page tells after an act. */
export const told = (page: Page) => page.getByRole('alert').or(page.locator('.MuiSnackbarContent-message'))
