import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { ensureChromium } from '../../infra/servers/chromium.ts'
import { openCaseApiHouse } from '../api/case-api-house.ts'
import { untilStill } from './still.ts'

const silent = { line() {}, update() {}, done() {} }

export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

export type PortalHouse = Awaited<ReturnType<typeof openPortalHouse>>

/** The built portal before a real API with a worker, and a browser to visit it with. */
export async function openPortalHouse(options: Parameters<typeof openCaseApiHouse>[0] = {}) {
  const house = await openCaseApiHouse(options)
  const { path, args } = await ensureChromium(silent as never)
  const browser = await chromium.launch({ executablePath: path, args })
  const contexts: BrowserContext[] = []

  /** A device of its own; service workers stay out unless they are what is looked at. */
  async function device(options: BrowserContextOptions = phone): Promise<BrowserContext> {
    const made = await browser.newContext({
      locale: 'id-ID',
      timezoneId: 'America/New_York',
      serviceWorkers: 'block',
      baseURL: house.url,
      ...options,
    })
    made.setDefaultTimeout(20_000)
    contexts.push(made)
    return made
  }

  return {
    ...house,
    browser,
    device,
    /** A device on which a demo person is signed in, `warga` for `warga@demo.test`. */
    async deviceOf(name: string, options: BrowserContextOptions = phone) {
      const made = await device(options)
      await signIn(made, house.url, name)
      return made
    },
    async close() {
      await Promise.all(contexts.map((each) => each.close()))
      await browser.close()
      await house.close()
    },
  }
}

export async function signIn(device: BrowserContext, url: string, name: string): Promise<void> {
  const answer = await device.request.post('/api/auth/sign-in/email', {
    data: { email: `${name}@demo.test`, password: 'lontar-demo' },
    headers: { Origin: url, 'Idempotency-Key': crypto.randomUUID() },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** Notes everything that goes wrong on a page. Being told that nobody is signed in is no trouble. */
export function watchTroubles(page: Page): string[] {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/401 \(Unauthorized\)/.test(message.text())) troubles.push(message.text())
  })
  return troubles
}

/** Everything axe finds wrong, told in a line each; bars that stick to the screen's edge are given room first. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const size = page.viewportSize()
  if (size) await page.setViewportSize({ ...size, height: 6000 })
  await untilStill(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  if (size) await page.setViewportSize(size)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Pixels by which the page is wider than the screen. */
export const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
