import type { Page } from 'playwright-core'

/** Waits until nothing fades or slides that has an end: colours half-way between two states are nobody's. */
export async function untilStill(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
      ),
  )
}
