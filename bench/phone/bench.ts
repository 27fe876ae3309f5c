import { chromium } from 'playwright-core'
import { ensureChromium } from '../../infra/servers/chromium.ts'
import type { BenchHouse } from '../house.ts'
import { issueDocument } from './issue-document.ts'
import { phonePages } from './pages.ts'
import { signInPhone } from './sign-in-phone.ts'
import { lineSeconds } from './slow-phone.ts'
import { openTrivialPage } from './trivial-page.ts'
import { type Opened, type Visit, visit } from './visit.ts'

/** Visits of one page, turn by turn: on the slow phone, and right after without any slow-down. */
export type PageVisits = { name: string; slow: Visit[]; free: Visit[] }
export type PhoneFigures = { pages: PageVisits[]; trivial: PageVisits; trivialLineSeconds: number }

/** How long pages take on a cheap phone until they are usable. Each turn looks at the trivial page first, then at every page. */
export async function benchPhone(house: BenchHouse, { turns }: { turns: number }): Promise<PhoneFigures> {
  const { path, args } = await ensureChromium()
  const browser = await chromium.launch({ executablePath: path, args })
  const trivialPage = await openTrivialPage()
  try {
    const person = await signInPhone(browser, house.url)
    const trivial = { name: 'trivial', opened: trivialPage, ...none() }
    const pages = phonePages(await issueDocument(house.url)).map(({ name, path, usable, signedIn }) => {
      const opened: Opened = { url: house.url + path, usable, ...(signedIn && { person }) }
      return { name, opened, ...none() }
    })
    // The first visitor of a process waits for files to be packed: not what is measured.
    for (const { opened } of pages) await visit(browser, opened, 'free')
    for (let turn = 0; turn < turns; turn += 1)
      for (const { opened, slow, free } of [trivial, ...pages]) {
        slow.push(await visit(browser, opened, 'slow'))
        free.push(await visit(browser, opened, 'free'))
      }
    return { pages, trivial, trivialLineSeconds: lineSeconds(trivialPage.roundTrips, trivialPage.bytes) }
  } finally {
    trivialPage.close()
    await browser.close()
  }
}

const none = (): Pick<PageVisits, 'slow' | 'free'> => ({ slow: [], free: [] })
