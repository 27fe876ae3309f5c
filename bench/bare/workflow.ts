import { allHandlersFinished, condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow'

const { keep } = proxyActivities<{ keep(step: number): Promise<number> }>({ startToCloseTimeout: '10s' })

export const decide = defineUpdate<number, [number]>('decide')

/** The yardstick: three decisions, each an Update that waits for one regular activity, and an hour's deadline beside. */
export async function bare(): Promise<number> {
  let decided = 0
  setHandler(decide, async (step) => {
    await keep(step)
    decided = step
    return decided
  })
  await keep(0)
  await condition(() => decided === 3, '1 hour')
  await condition(allHandlersFinished)
  return decided
}
