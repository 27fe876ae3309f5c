import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { untilStill } from './still.ts'

const { SCREENSHOTS: folder } = process.env

/** Keeps what is on the screen (or the whole page) where `SCREENSHOTS` names a folder, to be looked at. */
export async function keepShot(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  if (!folder) return
  await untilStill(page)
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
}
