import type { Page, Route } from 'playwright-core'

/** A browser asks one house for this many things at a time; what is more waits for its turn. */
const atOnce = 6

/** Nothing a person does hangs on these. */
const dressing = new Set(['font', 'image', 'manifest'])

/**
 * How often one after the other a page has to wait for the line until `usable` is there: everything it asks for is held back
 * until it can do no more without an answer, and then let go at once. No clock is read.
 */
export async function waitsUntil(page: Page, path: string, usable: string): Promise<number> {
  const gate = await openGate(page)
  const going = page.goto(path, { waitUntil: 'commit' })
  await gate.asked()
  let waits = await gate.letGo()
  await going
  const wanted = page.locator(usable).first()
  const drawn = wanted.waitFor().then(() => true)
  while (!(await Promise.race([drawn, gate.asked().then(() => false)]))) {
    await gate.quiet()
    if (await wanted.isVisible()) break
    waits += await gate.letGo()
  }
  return waits
}

async function openGate(page: Page) {
  let held: Route[] = []
  let bell = Promise.withResolvers<void>()
  await page.route('**/*', async (route) => {
    if (dressing.has(route.request().resourceType())) return route.continue()
    held.push(route)
    bell.resolve()
  })
  return {
    /** Resolves as soon as something is held. */
    asked: () => bell.promise,
    /** Resolves when the page has asked for all it can. */
    async quiet(): Promise<void> {
      let before: number
      do {
        before = held.length
        await untilIdle(page)
      } while (held.length > before)
    },
    /** Sends off what is held. @returns in how many turns, once the answers have come whole */
    async letGo(): Promise<number> {
      const batch = held
      held = []
      bell = Promise.withResolvers()
      await Promise.all(batch.map(answered))
      return Math.ceil(batch.length / atOnce)
    },
  }
}

async function answered(route: Route): Promise<void> {
  const answer = route.request().response()
  await route.continue()
  await (await answer)?.finished()
}

declare const scheduler: { postTask(work: () => void, options: { priority: 'background' }): Promise<void> }

/** Resolves when the page has nothing to do but wait. An idle callback would not come before the first frame is drawn. */
const untilIdle = (page: Page) =>
  page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn += 1) await scheduler.postTask(() => {}, { priority: 'background' })
  })
