import type { Browser } from 'playwright-core'
import type { Person } from './sign-in-phone.ts'
import { slowDown } from './slow-phone.ts'
import { type Traffic, watchTraffic } from './traffic.ts'
import { watchPage } from './watch-page.ts'

export type Visit = Traffic & {
  /** From the press on the link until the page could be used. */
  seconds: number
  longTasks: { count: number; ms: number }
  /** Of the trivial page only. */
  workMs: number | null
}

/** `usable` selects what a person came for. */
export type Opened = { url: string; usable: string; person?: Person }

/**
 * Opens a page on a phone that has never seen it. Service workers stay out: they begin three seconds after a page has loaded,
 * and their own traffic would not be slowed down.
 */
export async function visit(browser: Browser, { url, usable, person }: Opened, speed: 'slow' | 'free'): Promise<Visit> {
  const device = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: 'id-ID',
    serviceWorkers: 'block',
    storageState: person,
  })
  try {
    const page = await device.newPage()
    const tools = await device.newCDPSession(page)
    const traffic = await watchTraffic(tools)
    if (speed === 'slow') await slowDown(tools)
    await page.addInitScript(watchPage, usable)
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForFunction(() => typeof window.lontarPage?.usableMs === 'number', undefined, { timeout: 60_000 })
    const { usableMs, longTasks, workMs } = await page.evaluate(() => ({
      usableMs: window.lontarPage?.usableMs ?? Number.NaN,
      longTasks: window.lontarPage?.longTasks ?? { count: 0, ms: 0 },
      workMs: window.lontarWorkMs ?? null,
    }))
    return { seconds: usableMs / 1000, longTasks, workMs, ...traffic(usableMs / 1000) }
  } finally {
    await device.close()
  }
}
