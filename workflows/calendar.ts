import { proxyActivities, sleep } from '@temporalio/workflow'
import type { CalendarActivities, Reprojected } from './calendar-activities.ts'
import type { CalendarInput } from './calendar-messages.ts'

const { reprojectCases, finishSpread } = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '500ms', maximumInterval: '10s' },
})

/**
 * For so long after its publication a case may still be kept by the version before: a process holds what was current for a
 * second, and a `record` under way has ten.
 */
const settleMs = 15_000

/**
 * Carries a new version of a calendar to every open case, and again until none is left that an older version counts. What
 * it has done lies on the cases: killed at any moment, it goes on from there.
 */
export async function calendarChange({ regency, calendar, version }: CalendarInput): Promise<void> {
  const began = Date.now()
  let cases = 0
  let moved = 0
  for (;;) {
    const round = { cases: 0, stuck: 0 }
    let after: string | null = null
    do {
      const done: Reprojected = await reprojectCases({ regency, calendar, after, at: Date.now() })
      round.cases += done.cases
      round.stuck += done.stuck
      moved += done.moved
      after = done.after
    } while (after !== null)
    cases += round.cases
    if (round.cases === 0 && Date.now() - began >= settleMs) {
      await finishSpread({ regency, calendar, version, cases, moved, stuck: round.stuck, at: Date.now() })
      return
    }
    await sleep('5s')
  }
}
