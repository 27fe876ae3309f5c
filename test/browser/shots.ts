import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const { SCREENSHOTS: folder } = process.env

/** Keeps what is on the screen where `SCREENSHOTS` names a folder, to be looked at. */
export async function keepShot(page: Page, name: string): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
