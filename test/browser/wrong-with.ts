import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { overflow } from './portal-house.ts'
import { untilStill } from './still.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on a page of the back office when it has come to rest, and by how much it is wider than the screen. */
export async function wrongWith(page: Page): Promise<string[]> {
  await untilStill(page)
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  const wider = await overflow(page)
  return [
    ...violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
    ...(wider > 0 ? [`wider than the screen by ${wider}`] : []),
  ]
}
