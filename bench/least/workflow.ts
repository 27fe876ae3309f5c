import { allHandlersFinished, condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow'

export type Line = { permit: string; seq: number; step: number; decisionId: string }

const { record } = proxyActivities<{ record(line: Line): Promise<number> }>({ startToCloseTimeout: '10s' })

export const decide = defineUpdate<number, [{ step: number; decisionId: string }]>('decide')

/** As Lontar's case: what was accepted is already kept, and each decision is an Update that waits for one record. */
export async function least(permit: string): Promise<number> {
  let decided = 0
  setHandler(
    decide,
    async ({ step, decisionId }) => {
      decided = await record({ permit, seq: step + 1, step, decisionId })
      return decided
    },
    {
      validator: ({ step }) => {
        if (step !== decided + 1) throw new RangeError('decided already')
      },
    },
  )
  await condition(() => decided === 3, '5 days')
  await condition(allHandlersFinished)
  return decided
}
